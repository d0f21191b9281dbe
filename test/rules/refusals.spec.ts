import { HttpException } from '@nestjs/common'
import { describe, expect, it } from 'vitest'
import { ErrorBody, ErrorCode } from '../../protocol/errors.js'
import { LogQuestion } from '../../protocol/question.js'
import { TextFault } from '../../protocol/text.js'
import { DomainError, invalidField } from '../../server/errors/domain-error.js'
import { invalidRequest, languageOf, toRefusal } from '../../server/errors/error-body.js'
import { ERROR_MESSAGES, FAULT_MESSAGES } from '../../server/errors/error-messages.js'
import { ERROR_STATUS } from '../../server/errors/error-status.js'
import { idOf } from '../support/scenes.js'

/** The statuses of the wire; whatever it does not name otherwise is a conflict. */
const STATUS: Record<string, number> = {
  'request.invalid': 400,
  'request.too_large': 413,
  'access.signed_out': 401,
  'access.wrong_login': 401,
  'screen.revoked': 401,
  'access.not_allowed': 403,
  'access.password_change_needed': 403,
  'access.too_many': 429,
  'server.failed': 500,
  'database.unavailable': 503,
}
const statusOf = (code: string) => STATUS[code] ?? (code.endsWith('.not_found') ? 404 : 409)

const code = (thrown: unknown) => toRefusal(thrown, 'en').body.code

describe('a refusal', () => {
  it.each(ErrorCode.options)('%s has its status and its words in both languages', code => {
    expect(ERROR_STATUS[code]).toBe(statusOf(code))
    const { vi, en } = ERROR_MESSAGES[code]
    expect(vi).toMatch(/^\p{Lu}.*\.$/u)
    expect(en).toMatch(/^\p{Lu}.*\.$/u)
    expect(vi).not.toBe(en)
    for (const language of ['vi', 'en'] as const)
      expect(toRefusal(new DomainError(code), language)).toMatchObject({
        status: statusOf(code),
        body: { code, message: ERROR_MESSAGES[code][language] },
      })
  })

  it('is one of the closed list, and no word is kept for another', () => {
    expect(Object.keys(ERROR_STATUS).toSorted()).toEqual(ErrorCode.options.toSorted())
    expect(Object.keys(ERROR_MESSAGES).toSorted()).toEqual(ErrorCode.options.toSorted())
    for (const code of Object.values(TextFault)) expect(FAULT_MESSAGES).toHaveProperty([code])
  })

  it('says where each fault of a body is, in the reader’s language', () => {
    const typed = { id: idOf(1), verbatim: ' ', note: 'a'.repeat(2001), caller: { mayKeep: 1 } }
    const { issues } = LogQuestion.safeParse(typed).error!
    const { body } = toRefusal(invalidRequest(issues), 'vi')
    expect(ErrorBody.parse(body)).toEqual(body)
    expect(body.details?.['faults']).toEqual(
      expect.arrayContaining([
        { path: 'verbatim', message: 'Không được để trống.' },
        { path: 'note', message: 'Dài quá 2000 ký tự.' },
        expect.objectContaining({ path: 'caller.mayKeep' }),
      ]),
    )
    const english = toRefusal(invalidField('confirmNumber', 'question.other_number'), 'en')
    expect(english.body.details).toEqual({
      faults: [{ path: 'confirmNumber', message: "Not the question's number." }],
    })
  })

  it('tells nothing of what went wrong inside', () => {
    for (const thrown of [new Error('SELECT secret'), 'secret', null, { statusCode: 500, message: 'secret' }])
      expect(toRefusal(thrown, 'en')).toEqual({
        status: 500,
        body: { code: 'server.failed', message: ERROR_MESSAGES['server.failed'].en },
        retryAfter: undefined,
      })
  })

  it('translates what the frame around us refused', () => {
    expect(code(new HttpException('x', 404))).toBe('request.not_found')
    expect(code({ statusCode: 413 })).toBe('request.too_large')
    expect(code({ statusCode: 415 })).toBe('request.invalid')
    expect(code(new HttpException('x', 502))).toBe('server.failed')
  })

  it('is in Vietnamese unless English is asked for', () => {
    for (const asked of [undefined, '', 'vi-VN', 'fr', 'vi,en;q=0.5']) expect(languageOf(asked)).toBe('vi')
    for (const asked of ['en', 'en-GB,vi;q=0.5', ' EN-us']) expect(languageOf(asked)).toBe('en')
  })
})
