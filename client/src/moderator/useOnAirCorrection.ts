import { useCallback, useState } from 'react'
import { v4 as newId } from 'uuid'
import { paths } from '#protocol/paths.js'
import type { StaffQuestion } from '#protocol/question.js'
import { useConnection } from '../live/LiveProgram.js'
import type { DeskQuestion } from '../questions/columns.js'
import { Refused, askServer } from '../session/ask-server.js'
import { sayRefused } from './move-toasts.js'
import { type Step, nextStep } from './on-air-steps.js'
import { useDrafts } from './useDraft.js'

/** What is to be corrected, as `approve` and a revision take it. */
export type OnAirChange = {
  wording?: string
  allowNumbers?: string[]
  leadSpeakerId?: string
  supportingSpeakerIds?: string[]
  topicId?: string
}

/** How far a correction has come: under way at a step, stopped at one with the server's words, or through. */
export type Progress = { step: Step; refused?: string } | 'done' | null

/** For one answer of the server. Milliseconds. */
const PATIENCE_MS = 5000

/** Corrects the question on air: off the screens, corrected and approved, and on air again, in one go. */
export function useOnAirCorrection() {
  const connection = useConnection()
  const drafts = useDrafts()
  const [progress, setProgress] = useState<Progress>(null)

  const run = useCallback(
    async (seen: DeskQuestion, change: OnAirChange): Promise<boolean> => {
      let question: Pick<DeskQuestion, 'id' | 'state' | 'version'> =
        (connection.current().data?.questions.get(seen.id) as DeskQuestion | undefined) ?? seen
      let corrected = false
      for (;;) {
        const step = nextStep(question.state, corrected)
        if (step === 'done' || step === 'stopped') {
          if (step === 'done') drafts.forget(seen.id)
          setProgress(step === 'done' ? 'done' : null)
          return step === 'done'
        }
        setProgress({ step })
        try {
          question = await send(question, step, change)
        } catch (error) {
          if (!(error instanceof Refused)) throw error
          sayRefused(error)
          setProgress({ step, refused: error.message })
          return false
        }
        corrected ||= step === 'approve' || step === 'revise'
      }
    },
    [connection, drafts],
  )
  return { run, progress }
}

async function send(
  { id, version }: Pick<DeskQuestion, 'id' | 'version'>,
  step: Step,
  change: OnAirChange,
): Promise<StaffQuestion> {
  const command = { id: newId(), version }
  const ask = (method: string, path: string, body: object) =>
    askServer<{ question: StaffQuestion }>(
      method,
      path,
      { ...command, ...body },
      AbortSignal.timeout(PATIENCE_MS),
    )
  const said = {
    withdraw: { move: 'withdraw' },
    approve: { move: 'approve', ...change },
    take: { move: 'take', believedOnAirId: null },
  }
  const answer =
    step === 'revise'
      ? await ask('PATCH', paths.question(id), change)
      : await ask('POST', paths.moves(id), said[step])
  return answer.question
}
