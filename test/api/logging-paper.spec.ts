import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Desk } from '../support/desk.js'
import { House } from '../support/house.js'
import { faultPaths } from '../support/slips.js'

describe('numbers on paper', () => {
  let house: House
  let secretary: Desk
  let programId: string
  beforeAll(async () => {
    house = await House.open()
    secretary = await house.as('thuky1')
  })
  beforeEach(async () => {
    programId = await house.program()
  })
  afterAll(() => house.close())

  const reserve = (count: number, id = randomUUID()) =>
    secretary.post(`/api/programs/${programId}/paper-ranges`, { id, count })
  const slip = (number: number) => ({ id: randomUUID(), verbatim: 'trên giấy', paper: { number } })
  const log = (body: object, status: number) =>
    secretary.post(`/api/programs/${programId}/questions`, body, status)

  it('are set aside from 501 on, each range above the last', async () => {
    expect(await reserve(10)).toEqual({ from: 501, to: 510 })
    expect(await reserve(5)).toEqual({ from: 511, to: 515 })
  })

  it('are set aside once for the same command', async () => {
    const id = randomUUID()
    expect(await reserve(10, id)).toEqual({ from: 501, to: 510 })
    expect(await reserve(10, id)).toEqual({ from: 501, to: 510 })
    expect(await reserve(1)).toEqual({ from: 511, to: 511 })
  })

  it('never fall together when two desks set some aside at once', async () => {
    const ranges = await Promise.all(Array.from({ length: 5 }, () => reserve(3)))
    expect(ranges.map(range => range.from).sort()).toEqual([501, 504, 507, 510, 513])
  })

  it('are skipped by the counter, and a range after that is above every number given', async () => {
    await house.database.query('UPDATE program SET "nextNumber" = 500 WHERE id = $1', [programId])
    await reserve(3)
    const numbers = []
    for (const verbatim of ['a', 'b', 'c'])
      numbers.push((await secretary.log(verbatim, {}, programId)).number)
    expect(numbers).toEqual([500, 504, 505])
    expect(await reserve(2)).toEqual({ from: 506, to: 507 })
    expect((await secretary.log('d', {}, programId)).number).toBe(508)
  })

  it('go to the slip that was written under them, once', async () => {
    await reserve(3)
    const { question } = await log(slip(502), 201)
    expect(question.number).toBe(502)
    expect((await log(slip(502), 409)).error.code).toBe('question.number_used')
    expect((await log(slip(501), 201)).question.number).toBe(501)
    expect((await secretary.log('ở bàn', {}, programId)).number).toBe(1)
  })

  it('are refused when nobody set them aside', async () => {
    await reserve(3)
    for (const number of [1, 500, 504])
      expect(faultPaths(await log(slip(number), 400))).toEqual(['paper.number'])
  })

  it('answer the same paper slip again with its question', async () => {
    await reserve(1)
    const written = slip(501)
    const first = await log(written, 201)
    expect((await log(written, 200)).question).toEqual(first.question)
  })
})
