import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Desk } from '../../support/desk.js'
import { House } from '../../support/house.js'
import { longestStandstill } from '../../support/loop-delay.js'

/** Texts for which careless patterns take for ever: runs of what almost fits, and an end that does not. */
const EVIL = [
  'a',
  ' ',
  '0',
  '0 ',
  '0.',
  '+84',
  '.',
  'ộ',
  'o\u0302\u0323',
  '\n',
  '\t',
  '-',
  '(',
  '1,',
  'http://',
  '"',
  '\\',
  '😀',
].flatMap(run =>
  ['', '!', '\u200b', 'x'].map(
    end => (n: number) => `${run.repeat(Math.ceil(n / run.length)).slice(0, n - 1)}${end}`,
  ),
)
const full = (max: number) => EVIL.map(make => make(max).toWellFormed())

describe('a text that is made to be slow', () => {
  let house: House
  let moderator: Desk
  let admin: Desk
  let at: string
  beforeAll(async () => {
    house = await House.open()
    moderator = await house.as('duyet1')
    admin = await house.as('quantri')
    at = `/api/programs/${house.programId}`
  })
  afterAll(() => house.close())

  const caller = (fields: object) => ({ mayReadName: true, mayKeep: false, mayForward: false, ...fields })
  const log = (fields: object) =>
    moderator.ask('POST', `${at}/questions`, { id: randomUUID(), verbatim: 'Hỏi', ...fields })
  const FIELDS: [string, number, (text: string) => Promise<{ status: number }>][] = [
    ['verbatim', 5000, verbatim => log({ verbatim })],
    ['note', 2000, note => log({ note })],
    ['name', 120, name => log({ caller: caller({ name }) })],
    ['phone', 40, phone => log({ caller: caller({ phone }) })],
    ['place', 120, text => log({ caller: caller({ place: { text } }) })],
    ['similar', 5000, text => moderator.ask('POST', `${at}/similar`, { text, phone: text.slice(0, 40) })],
    ['search', 200, text => moderator.ask('GET', `${at}/questions?text=${encodeURIComponent(text)}`)],
    ['archive', 200, text => moderator.ask('GET', `/api/questions?text=${encodeURIComponent(text)}`)],
    ['message', 200, text => moderator.ask('POST', `${at}/messages`, { id: randomUUID(), text, to: 'all' })],
    [
      'lookup',
      40,
      phone => moderator.ask('POST', '/api/callers/lookup', { programId: house.programId, phone }),
    ],
    [
      'password',
      256,
      text => moderator.ask('PUT', '/api/session/password', { old: text, new: text.slice(1) }),
    ],
    ['entry', 300, name => admin.ask('POST', '/api/house/topics', { id: randomUUID(), name })],
  ]

  it.each(FIELDS)('as %s keeps nobody else waiting', async (_, max, send) => {
    for (const text of full(max)) {
      const statuses: number[] = []
      const stood = await longestStandstill(async () => {
        statuses.push((await send(text)).status)
      }, 1)
      expect(statuses.every(status => status < 500)).toBe(true)
      // Where something else of the machine stood in the way, it is tried again.
      if (stood > 50)
        expect({
          text: text.slice(0, 20),
          stood: await longestStandstill(() => send(text), 6),
        }).toMatchObject({
          stood: expect.toSatisfy((ms: number) => ms < 50),
        })
    }
  })

  it('as a wording is looked through for numbers in no time', async () => {
    for (const wording of full(600)) {
      const question = await moderator.log('Câu hỏi')
      const approve = () =>
        moderator.ask('POST', `/api/questions/${question.id}/moves`, {
          id: randomUUID(),
          version: 1,
          move: 'approve',
          wording,
        })
      expect((await approve()).status).toBeLessThan(500)
      expect(await longestStandstill(approve)).toBeLessThan(50)
    }
  })
})
