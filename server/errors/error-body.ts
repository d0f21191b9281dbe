import { HttpException } from '@nestjs/common'
import type { ErrorBody, ErrorCode, RequestFault } from '#protocol/errors.js'
import { isDatabaseAway } from './database-fault.js'
import { DomainError } from './domain-error.js'
import { ERROR_MESSAGES, FAULT_MESSAGES, type Language } from './error-messages.js'
import { ERROR_STATUS } from './error-status.js'

export type { Language }

/** Vietnamese, unless the asker would rather have English. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const weights = { vi: 0, en: 0 }
  for (const [, tag, weight] of (acceptLanguage ?? '').matchAll(/(vi|en)\b[^,;]*(?:;\s*q=([\d.]+))?/gi)) {
    const language = tag!.toLowerCase() as Language
    weights[language] = Math.max(weights[language], weight === undefined ? 1 : Number(weight))
  }
  return weights.en > weights.vi ? 'en' : 'vi'
}

export type Refusal = { status: number; body: ErrorBody; retryAfter?: number | undefined }

/** The one translation of whatever was thrown into what the asker is told. Nothing else of it leaves. */
export function toRefusal(error: unknown, language: Language): Refusal {
  const domain = toDomainError(error)
  const details = domain.details && localized(domain.details, language)
  return {
    status: ERROR_STATUS[domain.code],
    body: { code: domain.code, message: ERROR_MESSAGES[domain.code][language], ...(details && { details }) },
    retryAfter: domain.retryAfter,
  }
}

/** Seconds after which a client whose command met an absent database may try again. */
const DATABASE_RETRY = 1

function toDomainError(error: unknown): DomainError {
  if (error instanceof DomainError) return error
  if (isDatabaseAway(error)) return new DomainError('database.unavailable', undefined, DATABASE_RETRY)
  return new DomainError(codeOfStatus(statusOf(error)))
}

/** The status that NestJS or Fastify gave a fault of the request, before any handler of ours saw it. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus()
  const status = (error as { statusCode?: unknown } | null)?.statusCode
  return typeof status === 'number' ? status : 500
}

function codeOfStatus(status: number): ErrorCode {
  if (status === 413) return 'request.too_large'
  if (status === 404 || status === 405) return 'request.not_found'
  if (status === 401) return 'access.signed_out'
  if (status === 403) return 'access.not_allowed'
  if (status === 429) return 'access.too_many'
  if (status === 503) return 'database.unavailable'
  return status >= 400 && status < 500 ? 'request.invalid' : 'server.failed'
}

type Issue = {
  readonly message: string
  readonly path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined
}

/** The faults of a body that its schema found, still in the schema's words. */
export const invalidRequest = (issues: readonly Issue[]) =>
  new DomainError('request.invalid', { issues: issues.slice(0, 20) })

function localized(details: Record<string, unknown>, language: Language): Record<string, unknown> {
  const { issues, faults, ...rest } = details
  if (Array.isArray(issues)) return { ...rest, faults: issues.flatMap(issue => faultsOf(issue, language)) }
  if (Array.isArray(faults))
    return {
      ...rest,
      faults: faults.map(({ path, message, max }) => inWords({ path, message }, language, { max })),
    }
  return rest
}

/** Every fault by its place; of fields that nobody knows, each has its own. */
function faultsOf(
  issue: Issue & { code?: string; params?: { max?: number }; keys?: string[] },
  language: Language,
): RequestFault[] {
  const steps = (issue.path ?? []).map(step => String(typeof step === 'object' ? step.key : step))
  const at = (path: string[], message: string) =>
    inWords({ path: path.join('.'), message }, language, issue.params)
  if (issue.code === 'custom' || issue.code === undefined) return [at(steps, issue.message)]
  const said = `zod.${issue.code}`
  return issue.code === 'unrecognized_keys' && issue.keys
    ? issue.keys.slice(0, 20).map(key => at([...steps, key], said))
    : [at(steps, said)]
}

function inWords(
  { path, message }: RequestFault,
  language: Language,
  params?: { max?: number | undefined },
): RequestFault {
  return { path, message: faultWords(message, language, params?.max) }
}

/** What the fault of a field is in the reader's language, by its code; `max` where it is too long. */
export const faultWords = (code: string, language: Language, max?: number) =>
  (FAULT_MESSAGES[code]?.[language] ?? code).replace('{max}', String(max ?? ''))
