import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v4 as newId } from 'uuid'
import { paths } from '#protocol/paths.js'
import type { Program } from '#protocol/program.js'
import { useConnection } from '../live/LiveProgram.js'
import { type DeskQuestion, all } from '../questions/columns.js'
import { type Choice, lastMove, undecided } from '../questions/undecided.js'
import { Refused, askServer } from '../session/ask-server.js'

export type Last = { question: DeskQuestion; choice: Choice }
/** How far the closing is: how many moves were sent of how many, null while nothing is under way. */
export type Progress = { sent: number; of: number } | null

/** Makes the last moves, one after another, and closes the books when nothing is left. What is refused stops nothing. */
export function useClosing() {
  const { t } = useTranslation()
  const connection = useConnection()
  const [progress, setProgress] = useState<Progress>(null)
  /** Why a question was not put away, by its id. */
  const [refusals, setRefusals] = useState<ReadonlyMap<string, string>>(new Map())
  const [said, setSaid] = useState('')

  const left = () => {
    const { data } = connection.current()
    return data ? undecided(all(data)) : []
  }

  async function close(last: readonly Last[]): Promise<void> {
    if (progress) return
    setSaid('')
    const refused = new Map<string, string>()
    for (const [sent, { question, choice }] of last.entries()) {
      setProgress({ sent, of: last.length })
      const command = { id: newId(), version: question.version, ...lastMove(choice) }
      const words = await refusalOf(askServer('POST', paths.moves(question.id), command))
      if (words) refused.set(question.id, words)
    }
    setRefusals(refused)
    // Whatever was refused because somebody else has decided it meanwhile is in nobody's way.
    const stays = left().filter(({ id }) => refused.has(id)).length
    setSaid(stays > 0 ? t('closing.refused', { count: stays }) : ((await closeBooks()) ?? ''))
    setProgress(null)
  }

  async function closeBooks(): Promise<string | undefined> {
    const { id: programId, version } = connection.current().data!.program as Program
    return refusalOf(askServer('POST', paths.phase(programId), { id: newId(), phase: 'closed', version }))
  }

  return { progress, refusals, said, close }
}

/** In whose words a command was refused, if it was. */
async function refusalOf(asked: Promise<unknown>): Promise<string | undefined> {
  try {
    await asked
    return undefined
  } catch (error) {
    if (error instanceof Refused) return error.message
    throw error
  }
}
