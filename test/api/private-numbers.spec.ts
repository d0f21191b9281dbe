import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Desk } from '../support/desk.js'
import { House } from '../support/house.js'
import { caller } from '../support/slips.js'

describe('a private number in a wording', () => {
  let house: House
  let moderator: Desk
  beforeAll(async () => {
    house = await House.open()
    moderator = await house.as('duyet1')
  })
  afterAll(() => house.close())

  it('is refused with where it stands and what it seems to be', async () => {
    const question = await moderator.log('có số điện thoại')
    const wording = 'Gọi 0939 000 112, căn cước 092123456789.'
    const refused = await moderator.move(question, 'approve', { wording }, 409)
    expect(refused.error.code).toBe('question.private_number')
    expect(refused.error.details.numbers).toEqual([
      { from: 4, to: 16, text: '0939 000 112', kind: 'phone' },
      { from: 27, to: 39, text: '092123456789', kind: 'identity' },
    ])
  })

  it('is refused in a verbatim that would go on air as it is', async () => {
    const question = await moderator.log('số tôi là 0939000112')
    await moderator.move(question, 'approve', {}, 409)
    await moderator.move(question, 'approve', { wording: 'Hỏi về số điện thoại' })
  })

  it('goes on air when it was allowed by name, however it was written, and only that one', async () => {
    const question = await moderator.log('cho phép')
    const wording = 'Gọi 0939 000 112 hay 0918.000.245?'
    const one = await moderator.move(question, 'approve', { wording, allowNumbers: ['0939000112'] }, 409)
    expect(one.error.details.numbers).toHaveLength(1)
    const panel = await (await house.screen('panel')).join()
    const allowNumbers = ['0939-000-112', '0918000245']
    await moderator.move(question, 'approve', { wording, allowNumbers })
    const shown = await panel.until(() => panel.questions.get(question.id))
    expect(shown.text).toBe(wording)
  })

  it.each([
    'Gọi 0931.015.119',
    'Giá 120000000 đồng',
    'Diện tích 123456789 m2',
    'Quyết định số 1234/QĐ-UBND ngày 21/11/2026',
  ])('is not what stands in "%s"', async wording => {
    const question = await moderator.log('hợp lệ')
    expect((await moderator.move(question, 'approve', { wording })).question.wording).toBe(wording)
  })

  it('is masked in a caller line, which nobody allows', async () => {
    const panel = await (await house.screen('panel')).join()
    const question = await moderator.log('che số', {
      caller: caller({ name: 'Hải 0939000112', place: { text: 'nhà 0918 000 245' } }),
    })
    await moderator.move(question, 'approve', { wording: 'Lời sạch' })
    const shown = await panel.until(() => panel.questions.get(question.id))
    expect(shown.callerLine).toBe('Anh Hải ••• – nhà •••')
  })

  it('asks for a wording when the verbatim is too long to be read out', async () => {
    const long = await moderator.log('dài '.repeat(71))
    const refused = await moderator.move(long, 'approve', {}, 409)
    expect(refused.error.code).toBe('question.wording_needed')
    const fits = await moderator.log('x'.repeat(280))
    expect((await moderator.move(fits, 'approve')).question.wording).toBe('x'.repeat(280))
  })

  it('uses the wording that is there when none is given', async () => {
    const question = await moderator.log('nguyên văn')
    const command = { id: randomUUID(), version: 1, wording: 'Lời đã soạn' }
    const revised = await moderator.patch(`/api/questions/${question.id}`, command)
    const { question: approved } = await moderator.move(revised.question, 'approve', { wording: '  ' })
    expect(approved.wording).toBe('Lời đã soạn')
  })
})
