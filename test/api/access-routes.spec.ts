import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer, Desk } from '../support/desk.js'
import { House } from '../support/house.js'
import { newPerson, PASSWORD } from '../support/people.js'
import { type Caller, SPELLED_OUT, TABLE } from '../support/route-table.js'
import { routesOf } from '../support/routes.js'

const ROLES = ['secretary', 'moderator', 'producer', 'admin'] as const
const PAGES = /^\/($|\*$|index\.html$|assets\/|favicon|[\w.-]+\.(svg|png|ico|webmanifest|txt)$)/
/** In no schema's words: the allowed are told 400, the others must be told something else first. */
const NONSENSE = { nonsense: true }

describe('every route', () => {
  let house: House
  let things: Record<string, string>
  let people: Record<Caller | 'elsewhere', Desk>
  let other: string
  const missing = {
    programId: randomUUID(),
    questionId: randomUUID(),
    screenId: randomUUID(),
    messageId: randomUUID(),
    accountId: randomUUID(),
    entryId: randomUUID(),
  }

  beforeAll(async () => {
    house = await House.open()
    const question = await (await house.as('thuky1')).log('Câu hỏi của chương trình')
    const screen = await house.screen('panel')
    const messageId = randomUUID()
    const message = { id: messageId, text: 'Xin nói gần micro', to: 'moderators' }
    await (await house.as('daodien')).post(`/api/programs/${house.programId}/messages`, message, 201)
    things = {
      programId: house.programId,
      questionId: question.id,
      screenId: screen.id,
      accountId: question.loggedBy.id,
      entryId: (await (await house.as('thuky1')).get('/api/house/topics')).topics[0].id,
      messageId,
    }
    other = await house.program('open')
    people = {
      nobody: house.stranger(),
      elsewhere: await newPerson(house, { roles: ROLES, programId: other }),
      ...(Object.fromEntries(
        await Promise.all(ROLES.map(async role => [role, await newPerson(house, { roles: [role] })])),
      ) as Record<(typeof ROLES)[number], Desk>),
    }
  })
  afterAll(() => house.close())

  const at = (path: string, ids: Record<string, string>) =>
    path.replace(/:(\w+)/g, (_, name: string) => ids[name]!)

  async function ask(
    present: Desk,
    route: string,
    ids: Record<string, string>,
    body: unknown,
  ): Promise<Answer> {
    const [method, path] = route.split(' ') as [string, string]
    const desk = route === 'DELETE /api/session' ? await sameWithOwnSession(present) : present
    const bodiless = method === 'GET' || route === 'DELETE /api/session' || route === 'POST /api/screens'
    return desk.ask(method, at(path, ids), bodiless ? undefined : body)
  }

  /** Whoever signs out is needed again. */
  async function sameWithOwnSession(present: Desk): Promise<Desk> {
    const username = (present as { username?: string }).username
    return username ? house.as(username, { password: PASSWORD }) : present
  }

  it('has its row in the table', () => {
    const known = routesOf(house.app)
      .filter(({ path, method }) => !PAGES.test(path) && method !== 'HEAD')
      .map(({ method, path }) => `${method} ${SPELLED_OUT[path] ?? path}`)
    expect(known.length).toBeGreaterThan(30)
    expect(known.filter(route => !(route in TABLE))).toEqual([])
    const named = Object.keys(TABLE).filter(
      route => !/\/(agencies|lines|reasons|places|house\/messages)$/.test(route),
    )
    expect(named.filter(route => !known.includes(route))).toEqual([])
  })

  it.each(Object.entries(TABLE))('%s answers nobody but whom it is for', async (route, row) => {
    const told: Record<string, { status: number; code?: string }> = {}
    const expected: typeof told = {}
    for (const caller of ['nobody', ...ROLES] as const) {
      const { status, body } = await ask(people[caller], route, things, NONSENSE)
      told[caller] = { status, ...(body?.error && { code: body.error.code }) }
      expected[caller] = expectedOf(caller, row.by, row.status ?? 400)
    }
    expect(told).toEqual(expected)
  })

  it.each(Object.entries(TABLE))(
    '%s tells whoever works elsewhere no more than that nothing is there',
    async (route, row) => {
      const desk = people.elsewhere
      const answer = await ask(desk, route, things, row.body?.() ?? NONSENSE)
      expect({ status: answer.status, body: answer.body }).toMatchObject({ status: row.elsewhere })
      if (row.elsewhere !== 404) return
      const nothing = await ask(desk, route, missing, row.body?.() ?? NONSENSE)
      expect(answer.body.error).toEqual(nothing.body.error)
      expect(answer.body.error.code).toMatch(/^(program|question|screen|message)\.not_found$/)
    },
  )

  it('shows whoever works elsewhere only what is theirs in the lists of all', async () => {
    const desk = people.elsewhere
    const { programs } = await desk.get('/api/programs')
    expect(programs.map(({ id }: { id: string }) => id)).toEqual([other])
    expect((await desk.get('/api/questions')).questions).toEqual([])
    const mine = await desk.log('Câu của tôi', {}, other)
    expect((await desk.get('/api/questions')).questions).toMatchObject([{ id: mine.id }])
  })

  it('was not changed by all of this', async () => {
    const [question] = await house.database.query('SELECT state, version FROM question WHERE id = $1', [
      things['questionId'],
    ])
    expect(question).toEqual({ state: 'pending', version: 1 })
    const [screen] = await house.database.query('SELECT label, "revokedAt" FROM screen WHERE id = $1', [
      things['screenId'],
    ])
    expect(screen).toEqual({ label: 'Màn hình panel', revokedAt: null })
  })
})

function expectedOf(caller: Caller, by: readonly Caller[], allowed: number) {
  if (!by.includes(caller))
    return caller === 'nobody'
      ? { status: 401, code: 'access.signed_out' }
      : { status: 403, code: 'access.not_allowed' }
  return { status: allowed, ...(allowed === 400 && { code: 'request.invalid' }) }
}
