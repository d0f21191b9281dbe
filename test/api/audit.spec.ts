import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AuditEntries, type AuditEntry } from '../../protocol/audit.js'
import { paths } from '../../protocol/paths.js'
import type { Desk } from '../support/desk.js'
import { House } from '../support/house.js'
import { newPerson, PASSWORD } from '../support/people.js'
import { caller, expectView } from '../support/slips.js'

describe('the audit', () => {
  let house: House
  let admin: Desk
  let programId: string
  beforeAll(async () => {
    house = await House.open()
    admin = await house.as('quantri')
    programId = await house.program('live')
  })
  afterAll(() => house.close())

  type Asked = Record<string, string>
  async function read(asked: Asked = {}, desk = admin): Promise<AuditEntry[]> {
    const body = await desk.get(`${paths.audit}?${new URLSearchParams({ limit: '200', ...asked })}`)
    expectView(AuditEntries, body)
    return body.entries
  }
  const typesOf = async (asked: Asked, desk = admin) => (await read(asked, desk)).map(({ type }) => type)

  it('tells the changes of programmes and what was done beside them in one list, the newest first', async () => {
    const secretary = await newPerson(house, { roles: ['secretary'] })
    const question = await secretary.log('Câu hỏi', {}, programId)
    await secretary.post(paths.callerLookup, { programId, phone: '0939 000 112' })
    await secretary.move(question, 'advise')
    await secretary.delete(paths.session, undefined, 204)
    const by = { id: secretary.accountId, name: secretary.username }
    expect(await read({ accountId: secretary.accountId })).toMatchObject([
      { type: 'account.signed_out', by, programId: null, targetId: by.id },
      { type: 'question.advised', by, programId, targetId: question.id, from: 'pending', to: 'advised' },
      { type: 'caller.looked_up', by, programId, targetId: null, details: { found: 0 } },
      { type: 'question.logged', by, programId, targetId: question.id },
      { type: 'account.signed_in', by, targetId: by.id, details: { address: '127.0.0.1' } },
    ])
  })

  it('knows of sign-ins that failed whose they would have been, and nothing of a name that nobody has', async () => {
    const { username, accountId } = await newPerson(house, { roles: ['secretary'] })
    await house.stranger().signIn(username.toUpperCase(), 'sai')
    await house.stranger().signIn('mật-khẩu-nhầm-ô', 'sai')
    const failures = await read({ type: 'account.sign_in_failed' })
    expect(failures).toMatchObject([
      { by: null, targetId: null, details: { address: '127.0.0.1' } },
      { by: null, targetId: accountId, details: { address: '127.0.0.1', username } },
    ])
    expect(failures[0]!.details).toEqual({ address: '127.0.0.1' })
    expect(await typesOf({ accountId })).toEqual(['account.sign_in_failed', 'account.signed_in'])
  })

  it('knows that a password was changed, and not to what', async () => {
    const desk = await newPerson(house, { roles: ['secretary'] })
    const next = 'một mật khẩu mới'
    await desk.put(paths.password, { old: PASSWORD, new: next }, 204)
    const entries = await read({ accountId: desk.accountId })
    expect(entries.map(({ type }) => type)).toEqual(['account.password_changed', 'account.signed_in'])
    for (const word of [PASSWORD, next]) expect(JSON.stringify(entries)).not.toContain(word)
  })

  it('has nothing of a caller, and no text', async () => {
    const moderator = await newPerson(house, { roles: ['moderator'] })
    const slip = {
      note: 'MARK',
      caller: caller({ name: 'MARK', phone: '0912 345 678', place: { text: 'MARK' } }),
    }
    const question = await moderator.log('MARK', slip, programId)
    const { question: returned } = await moderator.move(question, 'return', { reason: 'MARK' })
    await moderator.move(returned, 'approve', { wording: 'MARK' })
    await moderator.post(paths.callerLookup, { programId, phone: '0912 345 678' })
    const entries = await read({ accountId: moderator.accountId })
    expect(entries).toHaveLength(5)
    expect(JSON.stringify(entries)).not.toMatch(/MARK|912 ?345 ?678/)
  })

  it('is read page by page without a gap, also where many entries are of one moment', async () => {
    const now = new Date()
    await house.database.query(
      `INSERT INTO audit_entry (id, at, type) SELECT gen_random_uuid(), $1, 'test.many' FROM generate_series(1, 25)`,
      [now],
    )
    const found: AuditEntry[] = []
    let after: string | null = ''
    do {
      const asked = new URLSearchParams({ limit: '7', ...(after && { after }) })
      const page: AuditEntries = await admin.get(`${paths.audit}?${asked}`)
      expect(page.entries.length).toBeLessThanOrEqual(7)
      found.push(...page.entries)
      after = page.next
    } while (after)
    const all = await house.database.query<{ count: number }>(
      'SELECT (SELECT count(*) FROM ledger_entry)::int + (SELECT count(*) FROM audit_entry)::int AS count',
    )
    expect(found).toHaveLength(all[0]!.count)
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length)
    expect(found.map(({ at }) => at)).toEqual(
      found
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    )
    expect(found.filter(({ type }) => type === 'test.many')).toHaveLength(25)
  })

  it('is read by kind and by time, the end not included', async () => {
    const [latest, earlier] = await read({ type: 'account.signed_in' })
    expect(await typesOf({ type: 'account.signed_in', from: latest!.at })).toEqual(['account.signed_in'])
    const before = await read({ type: 'account.signed_in', to: latest!.at })
    expect(before[0]).toEqual(earlier)
    expect(await read({ type: 'no.such' })).toEqual([])
  })

  it('shows who administers one programme that programme only', async () => {
    const desk = await newPerson(house, { roles: ['admin'], programId })
    const own = await read({}, desk)
    expect(own.length).toBeGreaterThan(3)
    expect(new Set(own.map(entry => entry.programId))).toEqual(new Set([programId]))
    expect(await read({ programId }, desk)).toEqual(own)
    expect(await read({ programId }, admin)).toEqual(own)
    expect(own.map(({ type }) => type)).toContain('caller.looked_up')
    const other = await desk.ask('GET', `${paths.audit}?programId=${house.programId}`)
    expect(other.body.error.code).toBe('program.not_found')
    const mixed = await newPerson(house, { roles: ['producer'], programId })
    expect((await mixed.ask('GET', paths.audit)).body.error.code).toBe('access.not_allowed')
  })

  it('refuses what is no question to it', async () => {
    for (const asked of [
      'after=x',
      `after=${new Date().toISOString()}`,
      'from=hôm-qua',
      'limit=0',
      'phone=1',
      'programId=1',
    ]) {
      const { status, body } = await admin.ask('GET', `${paths.audit}?${asked}`)
      expect({ asked, status, code: body.error.code }).toEqual({
        asked,
        status: 400,
        code: 'request.invalid',
      })
    }
    const cursor = `${new Date().toISOString()}/${randomUUID()}`
    expect((await read({ after: cursor })).length).toBeGreaterThan(0)
  })
})
