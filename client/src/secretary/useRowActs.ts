import { notifications } from '@mantine/notifications'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '#protocol/paths.js'
import type { Program } from '#protocol/program.js'
import type { MoveName, StaffQuestion } from '#protocol/question.js'
import { useCommand } from '../commands/useCommand.js'
import { useLiveState } from '../live/LiveProgram.js'
import { isAnswerable } from '../questions/answer-draft.js'
import type { DeskQuestion } from '../questions/columns.js'
import { correctable } from './correction.js'

export type RowAct = 'correct' | 'advise' | 'divert' | 'answer' | 'undo' | 'print'
export type RowActs = ReturnType<typeof useRowActs>

const ACT_OF_KEY: Partial<Record<string, RowAct>> = {
  'Alt+KeyH': 'advise',
  'Alt+KeyK': 'divert',
  'Alt+KeyT': 'answer',
  'Alt+KeyZ': 'undo',
  'Ctrl+KeyP': 'print',
}

type Doors = {
  correct: (question: DeskQuestion) => void
  divert: (question: DeskQuestion) => void
  answer: (questionId: string) => void
}

/** What a secretary does with a logged question, by button or by the key of its row. */
export function useRowActs(doors: Doors) {
  const { t } = useTranslation()
  const { programId, program } = useLiveState()
  const { phase } = program as Program
  const command = useCommand()

  const can = (act: RowAct, question: DeskQuestion): boolean => {
    if (act === 'print') return true
    if (act === 'correct') return correctable(question)
    if (act === 'answer') return isAnswerable(question, phase)
    return question.moves.includes(act)
  }

  async function move(question: DeskQuestion, name: MoveName) {
    const body = { move: name, version: question.version }
    const answer = await command<{ question: StaffQuestion }>('POST', paths.moves(question.id), body)
    if (!answer) return
    const { number, state } = answer.question
    notifications.show({
      message: t('moderator.moved', { number, state: t(`state.${state}`) }),
      closeButtonProps: { 'aria-label': t('refusal.close') },
    })
  }

  function act(what: RowAct, question: DeskQuestion): void {
    if (!can(what, question)) return
    if (what === 'print')
      open(`/secretary/paper?program=${programId}&question=${question.id}`, '_blank', 'noopener')
    else if (what === 'correct') doors.correct(question)
    else if (what === 'divert') doors.divert(question)
    else if (what === 'answer') doors.answer(question.id)
    else void move(question, what)
  }

  return {
    openTo: (question: DeskQuestion) =>
      (['correct', 'advise', 'divert', 'answer', 'undo', 'print'] as const).filter(one => can(one, question)),
    act,
    /** True when the key is one of a row's own; the slip, which has some of them too, then does not hear it. */
    onKey(event: KeyboardEvent, question: DeskQuestion): boolean {
      const pressed = `${event.ctrlKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${event.code}`
      const what = ACT_OF_KEY[pressed]
      if (!what) return false
      event.preventDefault()
      event.stopPropagation()
      if (!event.repeat) act(what, question)
      return true
    },
  }
}
