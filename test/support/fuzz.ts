import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect } from 'vitest'
import { ErrorAnswer, ErrorBody } from '../../protocol/errors.js'
import { type HttpCommand, httpCommandsOf, socketCommandsOf } from './commands.js'
import { EVIL_TEXTS } from './evil-texts.js'
import { ASKERS, type Asker, type FuzzHouse, SPEAKERS, type Speaker } from './fuzz-house.js'
import { type Known, knownAs, valuesOf } from './fuzz-values.js'
import { rawRequest } from './upgrade.js'

/** What never leaves the server. */
const INSIDES =
  /\bat \S+\.(ts|js|mjs):|node_modules|SELECT |INSERT |UPDATE |violates|FST_|ZodError|"statusCode"/

const PAGE = /^\/(\*)?$/

/** Who may do most. */
const LIKELY = ['secretary', 'moderator', 'producer', 'admin'] as const

type Request = {
  command: HttpCommand
  asker: Asker
  path: string
  query: string
  body: unknown
  /** Whether the version in the body is made the right one, without which nothing would ever happen. */
  current: boolean
}

const VERSIONED: Record<string, string> = {
  questions: 'question',
  programs: 'program',
  accounts: 'account',
  house: 'house_entry',
}

/** The same body with the version that the thing of this path has now. */
async function brought(fuzzed: FuzzHouse, path: string, body: unknown): Promise<unknown> {
  const [, , noun = '', ...ids] = path.split('/')
  const id = ids.find(part => UUID.test(part))
  if (typeof body !== 'object' || !body || !('version' in body) || !VERSIONED[noun] || !id) return body
  const [row] = await fuzzed.house.database.query<{ version: number }>(
    `SELECT version FROM ${VERSIONED[noun]} WHERE id = $1`,
    [id],
  )
  return { ...body, version: row?.version ?? 1 }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Any route, asked by anybody for anything that there is or is not, with a body that is nearly in order. */
function requests({ house, known }: FuzzHouse): fc.Arbitrary<Request> {
  const commands = httpCommandsOf(house.app).filter(({ path }) => !PAGE.test(path))
  return fc.oneof(
    ...commands.map(command =>
      fc.record({
        command: fc.constant(command),
        asker: fc.constantFrom(...ASKERS, ...LIKELY, ...LIKELY),
        path: pathsOf(command.path, known),
        query: command.query ? queriesOf(valuesOf(command.query, known)) : fc.constant(''),
        body: command.body ? valuesOf(command.body, known) : fc.constant(undefined),
        current: fc.oneof(fc.constant(true), fc.boolean()),
      }),
    ),
  )
}

const LISTS = ['topics', 'agencies', 'places', 'reasons', 'lines', 'messages', 'sentences', '__proto__']

function pathsOf(path: string, known: Known): fc.Arbitrary<string> {
  const parts = path.split('/').map(part => {
    if (part === ':list') return fc.constantFrom(...LISTS)
    if (!part.startsWith(':')) return fc.constant(part)
    return fc.oneof(
      { weight: 12, arbitrary: knownAs(part.slice(1), known) },
      { weight: 1, arbitrary: fc.constantFrom(randomUUID(), 'x', '1', '%00', '%ff', '..', "'", '__proto__') },
    )
  })
  return fc.tuple(...parts).map(made => made.join('/'))
}

/** As a browser would write it; or with what no browser writes. */
function queriesOf(values: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  const odd = fc.constantFrom(
    '',
    '?text=%00',
    '?text=%ff',
    '?limit=1&limit=2',
    '?__proto__=x',
    '?a[b]=c',
    '?&&=',
  )
  const said = values.map(value =>
    Object.entries(Object(value) as object)
      .flatMap(([name, one]) => [one].flat().map(each => `${name}=${encodeURIComponent(wellFormed(each))}`))
      .join('&'),
  )
  return fc.oneof({ weight: 5, arbitrary: said.map(query => `?${query}`) }, { weight: 1, arbitrary: odd })
}

const wellFormed = (value: unknown) => String(value).toWellFormed()

/** What a refusal says by itself. Who is behind is shown the thing as it is now, in which stands what was typed before. */
function ownWords(text: string): string {
  const { error } = JSON.parse(text)
  return JSON.stringify(error.code.endsWith('.stale') ? { ...error, details: undefined } : error)
}

/** Whatever is asked: an answer, a refusal of the closed list, and nothing of anybody else's. */
export async function fuzzRequests(fuzzed: FuzzHouse, numRuns: number): Promise<void> {
  let from = 0
  await fc.assert(
    fc.asyncProperty(requests(fuzzed), async ({ command, asker, path, query, body, current }) => {
      const desk = fuzzed.desk(asker)
      const said = current ? await brought(fuzzed, path, body) : body
      const sent = said === undefined ? undefined : JSON.stringify(said)
      const { status, text } = await rawRequest(desk.address, {
        method: command.method,
        path: path + query,
        headers: {
          'x-forwarded-for': `10.${(from >> 16) & 255}.${(from >> 8) & 255}.${from++ & 255}`,
          ...(desk.cookie && { cookie: desk.cookie }),
          ...(sent !== undefined && {
            'content-type': 'application/json',
            'content-length': String(Buffer.byteLength(sent)),
          }),
        },
        ...(sent !== undefined && { body: sent }),
      })
      expect(status).toBeLessThan(500)
      if (status >= 400) expect(ErrorAnswer.safeParse(JSON.parse(text)).error).toBeUndefined()
      if (status >= 400) expect(ownWords(text)).not.toMatch(INSIDES)
      fuzzed.expectNothingOfOthers(asker, text)
      if (command.path.startsWith('/api/session')) await fuzzed.back(asker)
    }),
    { numRuns, endOnFailure: true },
  )
  fuzzed.expectNothingOnScreens()
}

/** Whatever a socket says, it is answered; of what it is refused, by a code of the closed list. */
export async function fuzzEvents(fuzzed: FuzzHouse, numRuns: number): Promise<void> {
  const commands = socketCommandsOf(fuzzed.house.app)
  const events = fc.oneof(
    ...commands.map(({ event, body }) =>
      fc.record({ event: fc.constant(event), body: valuesOf(body, fuzzed.known) }),
    ),
    fc.record({ event: fc.constantFrom(...EVIL_TEXTS), body: fc.constant({}) }),
  )
  const said = fc.record({ who: fc.constantFrom(...SPEAKERS), what: events })
  await fc.assert(
    fc.asyncProperty(
      said,
      async ({ who, what }: { who: Speaker; what: { event: string; body: unknown } }) => {
        const socket = await fuzzed.speak(who)
        const answer = await socket.ask(what.event, what.body)
        expect(typeof answer.ok).toBe('boolean')
        if (answer.ok) return
        expect(ErrorBody.safeParse(answer.error).error).toBeUndefined()
        expect(answer.error.code).not.toBe('server.failed')
        expect(JSON.stringify(answer)).not.toMatch(INSIDES)
      },
    ),
    { numRuns, endOnFailure: true },
  )
  fuzzed.expectNothingOnScreens()
}
