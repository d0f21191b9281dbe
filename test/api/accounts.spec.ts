import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AccountGiven, type HouseAccount, HouseAccounts } from '../../protocol/accounts.js'
import { paths } from '../../protocol/paths.js'
import type { Grant } from '../../protocol/roles.js'
import type { Desk } from '../support/desk.js'
import { House } from '../support/house.js'
import { newPerson } from '../support/people.js'
import { expectView, faultPaths } from '../support/slips.js'

const forHouse = (...roles: Grant['role'][]): Grant[] => roles.map(role => ({ role, programId: null }))

describe('accounts', () => {
  let house: House
  let admin: Desk
  let last = 0
  beforeAll(async () => {
    house = await House.open()
    admin = await house.as('quantri')
  })
  afterAll(() => house.close())

  const slip = (but = {}) => ({
    id: randomUUID(),
    username: `nguyen.lan${++last}`,
    name: 'Nguyễn Thị Lan',
    roles: forHouse('secretary'),
    ...but,
  })
  const made = async (but = {}): Promise<AccountGiven & { password: string }> =>
    admin.post(paths.accounts, slip(but), 201)
  const listed = async (id: string): Promise<HouseAccount | undefined> => {
    const body = await admin.get(paths.accounts)
    expectView(HouseAccounts, body)
    return body.accounts.find((account: HouseAccount) => account.id === id)
  }
  const patch = (account: HouseAccount, change: object, desk = admin) =>
    desk.ask('PATCH', paths.account(account.id), { id: randomUUID(), version: account.version, ...change })
  const refused = ({ status, body }: { status: number; body: any }) => ({ status, code: body.error?.code })

  it('are made with a one-time password, with which nothing is done until it is changed', async () => {
    const command = slip()
    const given = await admin.post(paths.accounts, command, 201)
    expectView(AccountGiven, given)
    const { id, username, name, roles } = command
    const account = { id, version: 1, username, name, roles, locked: false, mustChangePassword: true }
    expect(given.account).toEqual({ ...account, lastSeenAt: null })
    expect(await listed(id)).toEqual(given.account)

    const desk = house.stranger()
    const signedIn = await desk.signIn(username, given.password)
    expect(signedIn.body.account).toEqual({ id, name, roles, passwordChangeNeeded: true })
    expect(refused(await desk.ask('GET', paths.programs))).toEqual({
      status: 403,
      code: 'access.password_change_needed',
    })
    await desk.put(paths.password, { old: given.password, new: 'chiếc xuồng ba lá' }, 204)
    await desk.get(paths.programs)
    expect(await desk.log('Câu đầu')).toMatchObject({ loggedBy: { id, name } })
    expect(await listed(id)).toMatchObject({ mustChangePassword: false, lastSeenAt: expect.any(String) })
  })

  it('are told in the order of their names, and never what opens them', async () => {
    const { password } = await made()
    const body = await admin.get(paths.accounts)
    const names = body.accounts.map(({ username }: HouseAccount) => username)
    expect(names).toEqual(names.toSorted())
    expect(names).toEqual(expect.arrayContaining(['daodien', 'duyet1', 'quantri', 'thuky2']))
    expect(JSON.stringify(body)).not.toMatch(new RegExp(`argon2|hash|${password}`, 'i'))
  })

  it('are made once by the same command, whose answer tells the password no second time', async () => {
    const command = slip()
    const first = await admin.post(paths.accounts, command, 201)
    expect(first.password).toEqual(expect.any(String))
    expect(await admin.post(paths.accounts, command, 200)).toEqual({ account: first.account })
    const other = await newPerson(house, { roles: ['admin'] })
    expect(refused(await other.ask('POST', paths.accounts, command))).toEqual({
      status: 409,
      code: 'request.id_used',
    })
    // The id of a question is no command's id again, and the other way round.
    const { id } = await (await house.as('thuky1')).log('Câu hỏi')
    expect((await admin.ask('POST', paths.accounts, slip({ id }))).body.error.code).toBe('request.id_used')
    const asked = { id: command.id, verbatim: 'Câu hỏi' }
    const logged = await (await house.as('duyet1')).ask('POST', paths.questions(house.programId), asked)
    expect(logged.body.error.code).toBe('request.id_used')
  })

  it('have a name of their own, in any case', async () => {
    const { account } = await made({ username: ' Tran.Hai_01 ' })
    expect(account.username).toBe('tran.hai_01')
    for (const username of ['tran.hai_01', 'TRAN.HAI_01', 'THUKY1'])
      expect(refused(await admin.ask('POST', paths.accounts, slip({ username })))).toEqual({
        status: 409,
        code: 'account.name_used',
      })
    const twice = await Promise.all(
      [1, 2, 3].map(() => admin.ask('POST', paths.accounts, slip({ username: 'cung.luc' }))),
    )
    expect(twice.map(({ status }) => status).toSorted()).toEqual([201, 409, 409])
  })

  it.each([
    ['username', { username: 'ab' }],
    ['username', { username: 'a'.repeat(61) }],
    ['username', { username: 'nguyễn' }],
    ['username', { username: 'hai người' }],
    ['username', { username: 'a@b.vn' }],
    ['username', { username: '' }],
    ['name', { name: ' ' }],
    ['name', { name: 'a'.repeat(121) }],
    ['roles', { roles: 'admin' }],
    ['roles.0.role', { roles: [{ role: 'boss', programId: null }] }],
    ['roles.1.programId', { roles: [...forHouse('admin'), { role: 'admin', programId: randomUUID() }] }],
    ['password', { password: 'chiếc xuồng ba lá' }],
    ['id', { id: 'x' }],
  ])('are refused with an odd %s', async (path, but) => {
    const { status, body } = await admin.ask('POST', paths.accounts, slip(but))
    expect({ status, paths: faultPaths(body) }).toEqual({ status: 400, paths: [path] })
  })

  it('change name, roles and lock, each change seen by the next', async () => {
    const programId = await house.program('draft')
    const { account } = await made()
    const renamed = (await patch(account, { name: 'Lê Thị Lan' })).body.account
    expect(renamed).toEqual({ ...account, version: 2, name: 'Lê Thị Lan' })
    const roles: Grant[] = [{ role: 'producer', programId }]
    const moved = (await patch(renamed, { roles: [...roles, ...roles] })).body.account
    expect(moved).toEqual({ ...renamed, version: 3, roles })
    const locked = (await patch(moved, { locked: true })).body.account
    expect(locked).toEqual({ ...moved, version: 4, locked: true })
    expect((await patch(locked, { locked: false })).body.account).toMatchObject({ version: 5, locked: false })
    const stale = await patch(account, { name: 'Ai khác' })
    expect(refused(stale)).toEqual({ status: 409, code: 'account.stale' })
    expect(stale.body.error.details.account).toEqual(await listed(account.id))
  })

  it('change once by the same command, which answers them as they are by then', async () => {
    const { account } = await made()
    const command = { id: randomUUID(), version: 1, name: 'Tên một' }
    await admin.patch(paths.account(account.id), command)
    await patch({ ...account, version: 2 }, { name: 'Tên hai' })
    const again = await admin.patch(paths.account(account.id), command)
    expect(again.account).toMatchObject({ version: 3, name: 'Tên hai' })
    const { account: other } = await made()
    const misused = await admin.ask('PATCH', paths.account(other.id), command)
    expect(misused.body.error.code).toBe('request.id_used')
  })

  it('that do not exist are not found', async () => {
    const id = randomUUID()
    const nobody = { id, version: 1 } as HouseAccount
    const asked = [
      await patch(nobody, { locked: true }),
      await admin.ask('POST', paths.accountPassword(id), { id: randomUUID() }),
      await admin.ask('DELETE', paths.accountSessions(id), { id: randomUUID() }),
    ]
    for (const answer of asked) expect(refused(answer)).toEqual({ status: 404, code: 'account.not_found' })
  })

  it('are given another one-time password, and the one before is worth nothing', async () => {
    const desk = await newPerson(house, { roles: ['moderator'] })
    const command = { id: randomUUID() }
    const given = await admin.post(paths.accountPassword(desk.accountId), command)
    expectView(AccountGiven, given)
    expect(given.account).toMatchObject({ mustChangePassword: true, version: 1 })
    expect((await desk.ask('GET', paths.session)).status).toBe(401)
    expect((await house.stranger().signIn(desk.username, 'mật khẩu của tôi')).status).toBe(401)
    const { body } = await house.stranger().signIn(desk.username, given.password)
    expect(body.account.passwordChangeNeeded).toBe(true)
    expect(await admin.post(paths.accountPassword(desk.accountId), command)).not.toHaveProperty('password')
    expect((await house.stranger().signIn(desk.username, given.password)).status).toBe(200)
  })

  it('are for who administers the house, and nobody else', async () => {
    const { account } = await made()
    const programId = await house.program('draft')
    const desks = [
      await newPerson(house, { roles: ['secretary', 'moderator', 'producer'] }),
      await newPerson(house, { roles: ['admin'], programId }),
    ]
    for (const desk of desks) {
      const answers = [
        await desk.ask('GET', paths.accounts),
        await desk.ask('POST', paths.accounts, { odd: true }),
        await patch(account, { roles: forHouse('admin') }, desk),
        await desk.ask('POST', paths.accountPassword(account.id), { id: randomUUID() }),
        await desk.ask('DELETE', paths.accountSessions(account.id), { id: randomUUID() }),
      ]
      for (const answer of answers)
        expect(refused(answer)).toEqual({ status: 403, code: 'access.not_allowed' })
    }
    expect(await listed(account.id)).toEqual(account)
  })

  it('leave in the audit who changed them and how, and no password', async () => {
    const { account, password } = await made()
    await patch(account, { roles: forHouse('moderator'), locked: true, name: 'Tên khác' })
    await admin.post(paths.accountPassword(account.id), { id: randomUUID() })
    await admin.delete(paths.accountSessions(account.id), undefined, 204)
    const { entries } = await admin.get(`${paths.audit}?accountId=${account.id}`)
    const by = expect.objectContaining({ name: 'quantri' })
    expect(entries).toMatchObject([
      { type: 'account.sessions_ended', by },
      { type: 'account.password_reset', by, details: {} },
      {
        type: 'account.changed',
        by,
        details: { roles: forHouse('moderator'), locked: true, named: true },
      },
      { type: 'account.created', by, targetId: account.id, details: { roles: forHouse('secretary') } },
    ])
    expect(JSON.stringify(entries)).not.toContain(password)
  })
})

describe('the last administrator of a house', () => {
  let house: House
  let admin: Desk
  let own: HouseAccount
  beforeAll(async () => {
    house = await House.open({ instances: 2 })
    admin = await house.as('quantri')
    const { accounts } = await admin.get(paths.accounts)
    own = accounts.find(({ username }: HouseAccount) => username === 'quantri')
  })
  afterAll(() => house.close())

  const change = (account: { id: string; version: number }, to: object, desk = admin) =>
    desk.ask('PATCH', paths.account(account.id), { id: randomUUID(), version: account.version, ...to })

  it.each([
    { locked: true },
    { roles: [] },
    { roles: forHouse('producer') },
    { roles: [{ role: 'admin', programId: null }], locked: true },
  ])('is not changed to %j', async to => {
    const { status, body } = await change(own, to)
    expect({ status, code: body.error.code }).toEqual({ status: 409, code: 'account.last_admin' })
    await admin.get(paths.accounts)
  })

  it('is not who administers one programme beside him, nor who is locked', async () => {
    const programId = await house.program('draft')
    await newPerson(house, { roles: ['admin'], programId })
    const locked = await newPerson(house, { roles: ['admin'] })
    expect((await change({ id: locked.accountId, version: 1 }, { locked: true })).status).toBe(200)
    const { body } = await change(own, { roles: [{ role: 'admin', programId }] })
    expect(body.error.code).toBe('account.last_admin')
    expect((await change(own, { name: 'Quản trị', roles: forHouse('admin', 'producer') })).status).toBe(200)
    admin = await house.as('quantri')
  })

  it('remains when two take the role from each other in the same moment', async () => {
    for (let round = 0; round < 8; round++) {
      const one = await newPerson(house, { roles: ['admin'] })
      const two = await newPerson(house, { roles: ['admin'], instance: 1 })
      const { accounts } = await one.get(paths.accounts)
      for (const { id, version, roles, locked } of accounts as HouseAccount[])
        if (
          ![one.accountId, two.accountId].includes(id) &&
          !locked &&
          roles.some(({ role }) => role === 'admin')
        )
          await change({ id, version }, { locked: true }, one)
      const answers = await Promise.all([
        change({ id: two.accountId, version: 1 }, { roles: [] }, one),
        change({ id: one.accountId, version: 1 }, { locked: true }, two),
      ])
      expect(answers.map(({ status }) => status).filter(status => status === 200)).toHaveLength(1)
      const keepers = await house.database.query(
        `SELECT 1 FROM account a JOIN account_role r ON r."accountId" = a.id AND r.role = 'admin'
          AND r."programId" IS NULL WHERE a."lockedAt" IS NULL`,
      )
      expect(keepers).toHaveLength(1)
    }
  })
})
