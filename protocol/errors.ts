import { z } from 'zod'

/** Every refusal there is, by its stable code. `server/errors/error-status.ts` gives each its HTTP status. */
export const ErrorCode = z.enum([
  'request.invalid',
  'request.too_large',
  'request.id_used',
  'request.not_found',
  'access.signed_out',
  'access.not_allowed',
  'access.too_many',
  'access.wrong_login',
  'access.password_change_needed',
  'account.not_found',
  'account.stale',
  'account.name_used',
  'account.last_admin',
  'question.not_found',
  'question.stale',
  'question.move_not_possible',
  'question.wording_needed',
  'question.private_number',
  'question.not_joinable',
  'question.merge_circle',
  'question.has_askers',
  'question.number_used',
  'program.not_found',
  'program.stale',
  'program.phase_not_possible',
  'program.changed_on_air',
  'program.not_open',
  'program.unfinished',
  'program.closed',
  'program.other_run',
  'screen.not_found',
  'screen.not_paired',
  'screen.code_invalid',
  'screen.not_on_air',
  'screen.revoked',
  'message.not_found',
  'list.not_found',
  'list.stale',
  'server.failed',
  'database.unavailable',
])
export type ErrorCode = z.infer<typeof ErrorCode>

/** One fault in a body: where it is (`caller.name`) and what is wrong, in the reader's language. */
export const RequestFault = z.strictObject({ path: z.string(), message: z.string() })
export type RequestFault = z.infer<typeof RequestFault>

export const ErrorBody = z.strictObject({
  code: ErrorCode,
  message: z.string(),
  details: z.record(z.string(), z.unknown()).optional(),
})
export type ErrorBody = z.infer<typeof ErrorBody>

/** The body of every refused HTTP request. */
export const ErrorAnswer = z.strictObject({ error: ErrorBody, requestId: z.string() })
export type ErrorAnswer = z.infer<typeof ErrorAnswer>
