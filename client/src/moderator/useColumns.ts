import { useMemo } from 'react'
import type { LiveState } from '../live/live-state.js'
import { all, approved, done, onAir, waiting } from '../questions/columns.js'

/** The questions by what is to be done with them. Receipts and people change the state many times a second, these do not. */
export const useColumns = (questions: LiveState['questions']) =>
  useMemo(() => {
    const alone = { questions } as LiveState
    const dealtWith = done(alone)
    return {
      all: all(alone),
      waiting: waiting(alone),
      approved: approved(alone),
      done: dealtWith,
      answered: dealtWith.filter(question => question.state === 'answered'),
      now: onAir(alone),
    }
  }, [questions])
