import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LiveClient } from '../support/live-client.js'
import { House } from '../support/house.js'
import { Screen } from '../support/screen.js'
import { newPerson } from '../support/people.js'

const STAFF = ['secretary', 'moderator', 'producer'] as const
const KINDS = ['panel', 'speaker', 'host', 'overlay'] as const
const WHO = [...STAFF, 'admin', ...KINDS, 'unpaired'] as const
type Who = (typeof WHO)[number]

/** A question that screens are shown. */
let approvedId: string

/** Who is served each event; whoever else says it is refused, and with which code. */
const TABLE: Record<string, { said: () => unknown; by: readonly Who[]; unpaired: string }> = {
  'live:join': {
    said: () => ({ protocol: 1 }),
    by: [...STAFF, ...KINDS],
    unpaired: 'screen.not_paired',
  },
  'screen:painted': {
    said: () => ({ painted: [], revision: 1 }),
    by: KINDS,
    unpaired: 'screen.not_paired',
  },
  'screen:answer': {
    said: () => ({ questionId: approvedId, answer: 'read' }),
    by: ['speaker', 'host'],
    unpaired: 'screen.not_paired',
  },
  'desk:editing': { said: () => ({ questionId: null }), by: STAFF, unpaired: 'access.not_allowed' },
}
/** What a socket only ever hears, what HTTP is for, and what nobody knows. */
const UNKNOWN = [
  'live:patch',
  'live:pulse',
  'live:people',
  'live:receipts',
  'screen:paired',
  'session:ended',
  'question:approve',
  'approve',
  'join',
  'message',
  'toString',
  '__proto__',
  'constructor',
  '',
  'x'.repeat(5000),
]

describe('every event of the socket', () => {
  let house: House
  const sockets = {} as Record<Who, LiveClient>

  beforeAll(async () => {
    house = await House.open()
    for (const role of [...STAFF, 'admin'] as const)
      sockets[role] = await (await newPerson(house, { roles: [role] })).socket()
    for (const kind of KINDS) sockets[kind] = await (await house.screen(kind)).connect()
    const moderator = await house.as('duyet1')
    approvedId = (await moderator.approved('câu đã duyệt')).id
    sockets.unpaired = await (await Screen.ask(house.addresses[0]!)).connect()
  })
  afterAll(async () => {
    for (const socket of Object.values(sockets)) socket.close()
    await house.close()
  })

  const joining = (who: Who) =>
    (STAFF as readonly string[]).includes(who) || who === 'admin' ? { programId: house.programId } : {}

  it.each(Object.entries(TABLE).flatMap(([event, row]) => WHO.map(who => ({ event, who, row }))))(
    '$event is answered to $who as the contract says',
    async ({ event, who, row }) => {
      const extra = event === 'live:join' ? joining(who) : {}
      const answer = await sockets[who].ask(event, { ...(row.said() as object), ...extra })
      const refusal = {
        ok: false,
        error: {
          code: who === 'unpaired' ? row.unpaired : 'access.not_allowed',
          message: expect.stringMatching(/./),
        },
        requestId: expect.any(String),
      }
      expect(answer).toEqual(row.by.includes(who) ? expect.objectContaining({ ok: true }) : refusal)
    },
  )

  it('is refused without its payload, with one of another shape, and with fields nobody knows', async () => {
    const { moderator, speaker, unpaired } = sockets
    for (const payload of [
      undefined,
      null,
      'x',
      7,
      [],
      {},
      { protocol: 2, programId: house.programId },
      { protocol: 1, programId: house.programId, room: 'moderators' },
      { protocol: 1, programId: 'không phải mã' },
      { protocol: 1, programId: house.programId, since: -1 },
      { protocol: 1, programId: house.programId, since: 1e300 },
    ])
      expect(await moderator.ask('live:join', payload)).toMatchObject({
        ok: false,
        error: { code: 'request.invalid' },
      })
    expect(await speaker.ask('screen:painted', { painted: 'all', revision: 1 })).toMatchObject({
      ok: false,
      error: { code: 'request.invalid', details: { faults: [{ path: 'painted' }] } },
    })
    expect((await unpaired.ask('screen:painted', { painted: [], revision: 1 })).error.code).toBe(
      'screen.not_paired',
    )
    expect(({} as Record<string, unknown>)['room']).toBeUndefined()
  })

  it('is refused to everybody when it is none of ours', async () => {
    for (const who of WHO)
      for (const event of UNKNOWN)
        expect(await sockets[who].ask(event, { programId: house.programId })).toMatchObject({
          ok: false,
          error: { code: 'access.not_allowed' },
        })
  })

  it('is refused in the language of who asks', async () => {
    const desk = await newPerson(house, { roles: ['admin'] })
    const socket = await LiveClient.connect(house.addresses[0]!, {
      headers: { cookie: desk.cookie!, 'accept-language': 'en-GB' },
    })
    for (const event of ['approve', 'live:join'])
      expect((await socket.ask(event, { protocol: 1 })).error.message).toBe('This role may not do that.')
    expect((await sockets.admin.ask('approve')).error.message).toMatch(/Vai trò/)
    socket.close()
  })

  it('lets a screen see no programme but its own, and nobody one in which he has no role', async () => {
    const other = await house.program('open')
    const here = { protocol: 1, programId: house.programId }
    const stranger = await (
      await newPerson(house, { roles: ['secretary', 'moderator', 'producer', 'admin'], programId: other })
    ).socket()
    const refused = await stranger.ask('live:join', here)
    expect(refused.error).toMatchObject({ code: 'program.not_found' })
    expect((await stranger.ask('live:join', { ...here, programId: randomUUID() })).error).toEqual(
      refused.error,
    )
    expect(await stranger.ask('desk:editing', { questionId: null })).toMatchObject({ ok: false })
    expect(await sockets.panel.ask('live:join', { protocol: 1, programId: other })).toMatchObject({
      ok: false,
      error: { code: 'program.not_found' },
    })
    const secretary = await house.as('thuky1')
    await secretary.log('Không phải cho người ngoài')
    const { snapshot } = await stranger.ask('live:join', { protocol: 1, programId: other })
    expect(snapshot.programId).toBe(other)
    expect(JSON.stringify(stranger.heard)).not.toContain('Không phải cho người ngoài')
    expect(JSON.stringify(stranger.heard)).not.toContain(house.programId)
  })
})
