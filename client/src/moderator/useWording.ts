import { useState } from 'react'
import { type PrivateNumber, findPrivateNumbers } from '#protocol/private-numbers.js'
import { TextLimit, codePoints } from '#protocol/text.js'
import type { DeskQuestion } from '../questions/columns.js'
import { allowedIn, hotlinesOf } from './air-view.js'
import { drafted } from './drafts.js'
import { useDesk } from './moderator-desk.js'
import { useDraft } from './useDraft.js'

export type Wording = ReturnType<typeof useWording>

/** What is being worded for the air: the words and who answers, the private numbers in them, and the command of it. */
export function useWording(question: DeskQuestion) {
  const { program } = useDesk()
  const kept = useDraft(question)
  const { draft, change } = kept
  const [byName, setByName] = useState<string[]>(() => allowedIn(question, program))
  const shown = drafted(question, draft)
  const allowed = [...allowedIn(question, program), ...byName]
  const numbers = findPrivateNumbers(shown.wording, [...hotlinesOf(program), ...allowed])
  const length = codePoints(shown.wording.normalize('NFC').trim())

  const allow = ({ text }: PrivateNumber) => setByName(known => [...known, text])
  const remove = ({ from, to }: PrivateNumber) => change({ wording: without(shown.wording, from, to) })

  return {
    ...kept,
    shown,
    allowed,
    numbers,
    allow,
    remove,
    /** Neither empty nor too long. */
    sendable: length > 0 && length <= TextLimit.wording,
    command: {
      wording: shown.wording,
      supportingSpeakerIds: shown.supportingSpeakerIds,
      ...(shown.leadSpeakerId && { leadSpeakerId: shown.leadSpeakerId }),
      ...(shown.topicId && { topicId: shown.topicId }),
      ...(byName.length > 0 && { allowNumbers: byName }),
    },
  }
}

/** The text without a part, and without the gap it would leave. */
const without = (text: string, from: number, to: number) =>
  `${text.slice(0, from).trimEnd()} ${text.slice(to).trimStart()}`.trim().replace(/ ([,.;:?!])/g, '$1')
