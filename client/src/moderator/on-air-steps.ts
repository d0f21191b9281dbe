import type { QuestionState } from '#protocol/question.js'

export type Step = 'withdraw' | 'approve' | 'revise' | 'take'

/**
 * "Sửa câu đang lên sóng", one step at a time: what comes next for a question in this state, whether or not the
 * correction is in it yet. `done` when it is on air as corrected, `stopped` when somebody decided otherwise. Begun
 * again after a refusal it goes on from where the question is.
 */
export function nextStep(state: QuestionState, corrected: boolean): Step | 'done' | 'stopped' {
  switch (state) {
    case 'on_air':
      return corrected ? 'done' : 'withdraw'
    case 'pending':
    case 'returned':
      return 'approve'
    case 'approved':
      return corrected ? 'take' : 'revise'
    default:
      return 'stopped'
  }
}
