import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { Role } from '../../protocol/roles.js'
import type { Desk } from './desk.js'
import { House } from './house.js'
import type { LiveClient } from './live-client.js'
import { found, type Marks, newMarks, slipOf, spellings } from './marks.js'
import { newPerson, PASSWORD } from './people.js'

const ROLES = ['secretary', 'moderator', 'producer', 'admin'] as const
const KINDS = ['panel', 'speaker', 'host', 'overlay'] as const
export const ASKERS = ['nobody', ...ROLES, 'elsewhere'] as const
export type Asker = (typeof ASKERS)[number]
export const SPEAKERS = ['secretary', 'moderator', 'producer', 'elsewhere', ...KINDS] as const
export type Speaker = (typeof SPEAKERS)[number]

/** What a caller said in confidence, and what is nobody's outside the programme. */
const secretsOf = ({ phone, verbatim, note, name, organisation }: Marks) => [
  ...spellings(phone),
  verbatim,
  note,
  name,
  organisation,
]

/** A house with marked questions, somebody of each role, somebody of another programme, and a screen of each kind. */
export class FuzzHouse {
  readonly marks: Marks[] = []
  /** Ids of everything that there is, but for the people and screens who ask. */
  readonly known: Record<string, string[]> = {}
  readonly listening = {} as Record<Speaker, LiveClient>
  private readonly people = {} as Record<Asker, Desk & { username?: string }>
  /** Every frame off the wire, by who was sent it. */
  private readonly frames = {} as Record<Speaker, string[]>

  private constructor(
    readonly house: House,
    readonly elsewhereId: string,
  ) {}

  static async open(): Promise<FuzzHouse> {
    // Behind a proxy of ours, so that failed sign-ins come from addresses of their own.
    const house = await House.open({ settings: { trustProxy: '127.0.0.1' } })
    const fuzzed = new FuzzHouse(house, await house.program('live'))
    await fuzzed.furnish()
    return fuzzed
  }

  desk(asker: Asker): Desk {
    return this.people[asker]
  }

  /** Who signed out signs in again. */
  async back(asker: Asker): Promise<void> {
    const desk = this.people[asker]
    if (!desk.username || (await desk.ask('GET', '/api/session')).status === 200) return
    await desk.signIn(desk.username, PASSWORD)
  }

  /** What an asker holds in his hands is nothing that is not his. */
  expectNothingOfOthers(asker: Asker, said: string): void {
    const secret = this.marks.flatMap(secretsOf)
    if (asker === 'secretary' || asker === 'moderator') return
    expect({ asker, found: found(said, secret) }).toEqual({ asker, found: [] })
    if (asker === 'nobody' || asker === 'elsewhere') expect(said).not.toContain('noidunglensong')
  }

  expectNothingOnScreens(): void {
    const secret = this.marks.flatMap(secretsOf)
    for (const who of [...KINDS, 'producer', 'elsewhere'] as const)
      expect({ who, found: found(this.frames[who].join('\n'), secret) }).toEqual({ who, found: [] })
    for (const kind of KINDS)
      expect(this.frames[kind].join('\n')).not.toMatch(/"(verbatim|note|caller|phone)"/)
  }

  /** A socket of its own for whoever speaks, who may lose it. */
  async speak(who: Speaker): Promise<LiveClient> {
    const present = this.listening[who]
    if (present.socket.connected) return present
    return (this.listening[who] = await this.listen(who))
  }

  async close(): Promise<void> {
    for (const client of Object.values(this.listening)) client.close()
    await this.house.close()
  }

  private async furnish(): Promise<void> {
    const { house } = this
    const { programId } = house
    for (const role of ROLES) this.people[role] = await this.person([role], undefined)
    this.people.elsewhere = await this.person(ROLES, this.elsewhereId)
    this.people.nobody = house.stranger()
    const moderator = this.people.moderator
    const questionId: string[] = []
    for (let count = 0; count < 6; count++) {
      const marks = newMarks(false)
      this.marks.push(marks)
      const question = await moderator.log('chờ', slipOf(marks))
      questionId.push(question.id)
      if (count < 4) await moderator.move(question, 'approve', { wording: `Xin hỏi ${marks.wording}?` })
    }
    const victim = await newPerson(house, { roles: ['secretary'] })
    const screen = await house.screen('panel')
    const message = { id: randomUUID(), text: 'Xin nói gần micro', to: 'moderators' }
    await (await house.as('daodien')).post(`/api/programs/${programId}/messages`, message, 201)
    const { speakers } = await moderator.get(`/api/programs/${programId}/speakers`)
    const { program } = await moderator.get(`/api/programs/${programId}`)
    const ids = (things: { id: string }[]) => things.slice(0, 3).map(({ id }) => id)
    const { topics: entries } = await moderator.get('/api/house/topics')
    Object.assign(this.known, {
      programId: [programId, programId, await house.program('open'), this.elsewhereId],
      questionId,
      accountId: [victim.accountId],
      screenId: [screen.id],
      messageId: [message.id],
      speakerId: ids(speakers),
      topicId: ids(program.topics),
      agencyId: ids(program.agencies),
      entryId: ids(entries),
    })
    for (const who of SPEAKERS) {
      this.frames[who] = []
      this.listening[who] = await this.listen(who)
    }
  }

  private async person(roles: readonly Role[], programId: string | undefined) {
    return newPerson(this.house, { roles, ...(programId && { programId }) })
  }

  private readonly screens = new Map<Speaker, Awaited<ReturnType<House['screen']>>>()

  private async listen(who: Speaker): Promise<LiveClient> {
    const isScreen = (KINDS as readonly string[]).includes(who)
    const live = isScreen ? await this.screenOf(who) : await this.people[who as Asker].socket()
    live.socket.io.engine.on('data', (frame: unknown) => this.frames[who].push(String(frame)))
    const programId = who === 'elsewhere' ? this.elsewhereId : this.house.programId
    await live.join(isScreen ? {} : { programId })
    return live
  }

  private async screenOf(who: Speaker): Promise<LiveClient> {
    const screen = this.screens.get(who) ?? (await this.house.screen(who as (typeof KINDS)[number]))
    this.screens.set(who, screen)
    return screen.connect()
  }
}
