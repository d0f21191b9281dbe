import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backUp } from '../../server/backup/back-up.js'
import { NUMBERS_LEFT_OUT } from '../../server/backup/domain/going-on.js'
import { readBackup } from '../../server/backup/read-backup.js'
import { report } from '../../server/backup/report.js'
import { restore } from '../../server/backup/restore.js'
import type { TestDatabase } from '../support/database.js'
import { Desk } from '../support/desk.js'
import { connectTo, emptyDatabase } from '../support/empty-database.js'
import { tablesHolding } from '../support/erasure.js'
import { eventually } from '../support/eventually.js'
import { type Rows, everyRow, without } from '../support/every-row.js'
import { House } from '../support/house.js'
import { LiveClient } from '../support/live-client.js'
import { type Crew, RandomHour, seeded } from '../support/random-hour.js'
import { Start } from '../support/restart.js'
import type { Screen } from '../support/screen.js'
import { caller } from '../support/slips.js'

const LEFT_OUT = ['session', 'presence', 'sign_in_failure', 'wrong_code']
const SECRET = 'lời tố cáo mật'

describe('a programme that is lost in its hour', () => {
  let folder: string
  let house: House
  let crew: Crew
  let panel: Screen
  /** What every table held in the moment of the backup. */
  let seen: Rows
  let path: string
  let denounced: { id: string; number: number; version: number }
  let divert: { id: string; move: string; confirmNumber: number; version: number }
  let restoredDatabase: TestDatabase
  const databases: TestDatabase[] = []

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'doithoai-backup-'))
    house = await House.open({ settings: { backupDir: folder } })
    crew = {
      secretary: await house.as('thuky1'),
      moderator: await house.as('duyet1'),
      producer: await house.as('daodien'),
    }
    panel = await house.screen('panel')
    for (const verbatim of ['một', 'hai', 'ba']) await crew.moderator.approved(verbatim)
    denounced = await crew.secretary.log(`${SECRET} số 1`, { caller: caller(), note: `${SECRET} ghi chú` })
  })
  afterAll(async () => {
    await house?.close()
    for (const database of databases) await database.drop()
    await rm(folder, { recursive: true, force: true })
  })

  const empty = async () => {
    const database = await emptyDatabase()
    databases.push(database)
    return database
  }
  const settings = (keepDays = 30) => ({ backupDir: folder, backupKeepDays: keepDays })
  const revision = async () => {
    const [row] = await house.database.query<{ revision: number }>('SELECT revision FROM program')
    return row!.revision
  }

  it('is backed up while it goes on, in one file that nobody else can read', async () => {
    const hour = new RandomHour(crew, house.programId, seeded(11), [panel.id])
    for (let step = 0; step < 60; step++) await hour.step()
    seen = await everyRow(house.database.url)
    // It stands still in its second table until the programme has gone further.
    const holding = await connectTo(house.database)
    await holding.query('BEGIN; LOCK TABLE account_role IN ACCESS EXCLUSIVE MODE')
    const backingUp = backUp(house.database.url, settings())
    await eventually(async () => {
      const waiting = await house.database.query(
        `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'COPY%account_role%'`,
      )
      expect(waiting.length).toBe(1)
    })
    const before = await revision()
    while ((await revision()) < before + 5) await hour.step()
    await holding.end()
    ;({ path } = await backingUp)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect((await readdir(folder)).filter(name => name.endsWith('.partial'))).toEqual([])
    await hour.step()
    const { backup } = await crew.producer.get('/api/backup')
    expect(backup).toEqual({ at: expect.any(String), failedAt: null })
  })

  it('goes on after it, diverts what was logged before, and writes that down beside the backup', async () => {
    const { question } = await crew.moderator
      .get(`/api/programs/${house.programId}/questions?limit=200`)
      .then(({ questions }) => ({
        question: questions.find((one: { id: string }) => one.id === denounced.id),
      }))
    divert = { id: randomUUID(), move: 'divert', confirmNumber: question.number, version: question.version }
    await crew.moderator.post(`/api/questions/${question.id}/moves`, divert)
    for (let count = 0; count < 3; count++) await crew.secretary.log('ghi sau bản sao lưu')
    await eventually(
      async () => {
        const names = (await readdir(folder)).filter(name => name.endsWith('.jsonl'))
        const text = await readFile(join(folder, names[0]!), 'utf8')
        expect(text).toContain(divert.id)
        expect(text).not.toContain(SECRET)
        expect(text).toContain(`"revision":${await revision()}`)
      },
      { timeout: 15_000 },
    )
  })

  it('comes back with every row of every table as it was in the moment of the backup', async () => {
    const only = await mkdtemp(join(tmpdir(), 'doithoai-backup-alone-'))
    const copy = join(only, 'bản.gz')
    await writeFile(copy, await readFile(path))
    const database = await empty()
    const restored = await restore(copy, database.url, only)
    await rm(only, { recursive: true })
    const now = await everyRow(database.url)
    expect(Object.keys(now)).toEqual(Object.keys(seen))
    expect(Object.values(seen).flat().length).toBeGreaterThan(200)
    for (const [table, rows] of Object.entries(seen)) {
      if (LEFT_OUT.includes(table)) expect({ table, rows: now[table] }).toEqual({ table, rows: [] })
      else if (table === 'program') {
        const goesOn = ['revision', 'shownRevision', 'nextNumber']
        expect(without(now[table]!, ...goesOn)).toEqual(without(rows, ...goesOn))
      } else {
        const more = now[table]!.filter(row => !rows.includes(row))
        expect({ table, rows: now[table]!.filter(row => rows.includes(row)) }).toEqual({ table, rows })
        const kinds = more.map(row => (JSON.parse(row) as { type?: string }).type)
        const added = { ledger_entry: ['program.restored'], audit_entry: ['house.restored'] }
        expect({ table, kinds }).toEqual({ table, kinds: added[table as keyof typeof added] ?? [] })
      }
    }
    // With nothing but the backup nobody knows what was erased since.
    expect(restored.again.questions).toEqual([])
    expect(restored.unknown).toEqual([{ from: restored.header.takenAt, to: expect.any(String) }])
    const sequences = await database.query('SELECT sequencename AS name FROM pg_sequences')
    expect(sequences).toEqual([{ name: 'migration_id_seq' }])
  })

  it('comes back without what was diverted since, and says by whom and what is not known', async () => {
    restoredDatabase = await empty()
    const restored = await restore(path, restoredDatabase.url, folder)
    expect(restored.again.questions).toMatchObject([{ number: divert.confirmNumber, by: 'duyet1' }])
    expect(await tablesHolding(house.database, SECRET)).toEqual([])
    expect(await tablesHolding(restoredDatabase, SECRET)).toEqual([])
    const told = report(restored).join('\n')
    expect(told).toContain(`câu ${divert.confirmNumber}, `)
    expect(told).not.toContain(SECRET)
    const [stone] = await restoredDatabase.query<{ state: string; by: { name: string } }>(
      `SELECT state, "decidedBy" AS by FROM question WHERE id = $1`,
      [denounced.id],
    )
    expect(stone).toMatchObject({ state: 'diverted', by: { name: 'duyet1' } })
    const [{ lostFrom, lostTo, nextNumber }] = restored.programs as [(typeof restored.programs)[0]]
    expect(lostTo - lostFrom).toBeGreaterThanOrEqual(2)
    expect(nextNumber).toBe(lostTo + 1 + NUMBERS_LEFT_OUT)
  })

  it('is served again: screens come back by themselves, people sign in, and it goes on without a gap', async () => {
    const start = await Start.on(restoredDatabase.url, { DEMO: '1' })
    try {
      const desk = new Desk(start.address, house.programId)
      desk.cookie = crew.moderator.cookie
      expect((await desk.ask('GET', '/api/session')).status).toBe(401)
      await desk.signIn('duyet1', 'doithoai-demo')

      const auth = { screenId: panel.id, secret: panel.secret }
      const screen = await LiveClient.connect(start.address, { auth })
      // It still shows a revision of the time that was lost.
      const ack = await screen.join({ since: await revision() })
      expect(Object.keys(ack)).toContain('snapshot')

      const joined = await desk.join()
      const before = joined.revision
      const first = await desk.approved('đã trở lại')
      await joined.until(() => joined.revision === before + 2)
      const [{ nextNumber }] = (await restoredDatabase.query<{ nextNumber: number }>(
        'SELECT "nextNumber" FROM program',
      )) as [{ nextNumber: number }]
      expect(nextNumber).toBe(first.number + 1)
      // The very command that diverted is answered as done.
      const again = await desk.ask('POST', `/api/questions/${denounced.id}/moves`, divert)
      expect([again.status, again.body.question?.state ?? again.body.error?.code]).toEqual([200, 'diverted'])

      const gaps = await restoredDatabase.query(
        `SELECT e.revision FROM ledger_entry e WHERE e.revision > 1 AND NOT EXISTS (SELECT 1 FROM ledger_entry b
          WHERE b."programId" = e."programId" AND b.revision = coalesce(e."spanFrom", e.revision) - 1)`,
      )
      expect(gaps).toEqual([])
      screen.close()
      desk.leave()
    } finally {
      await start.stop()
    }
  })

  it('is not brought back into a database that holds anything', async () => {
    const before = await everyRow(restoredDatabase.url)
    await expect(restore(path, restoredDatabase.url, folder)).rejects.toThrow('Only an empty database')
    expect(await everyRow(restoredDatabase.url)).toEqual(before)
  })

  it('is not brought back from a file that is damaged anywhere, cut short or of a newer version', async () => {
    const database = await empty()
    const good = await readFile(path)
    const text = gunzipSync(good).toString('utf8')
    const row = /^[0-9a-f-]{36}\t.*$/m.exec(text)![0]
    const bad = join(folder, 'bad.gz')
    const refused = async (content: Buffer | string, why: RegExp) => {
      await writeFile(bad, typeof content === 'string' ? gzipSync(content) : content)
      await expect(restore(bad, database.url, folder)).rejects.toThrow(why)
      expect(Object.keys(await everyRow(database.url))).toEqual([])
    }
    for (let at = 3; at < good.length; at += Math.ceil(good.length / 25)) {
      const flipped = Buffer.from(good)
      flipped[at]! ^= 0x10
      // gzip's own header has a few bytes that mean nothing: time and system.
      if (at > 9) await refused(flipped, /hỏng|phiên bản mới hơn/)
      await refused(good.subarray(0, at), /hỏng/)
    }
    await refused(good.subarray(0, -1), /hỏng/)
    await refused(Buffer.alloc(0), /hỏng/)
    await refused(text.replace(`${row}\n`, ''), /hỏng/)
    await refused(text.replace(row, row.toUpperCase()), /hỏng/)
    await refused(`${text}{}\n`, /hỏng/)
    await refused(text.replace('"takenAt":"2', '"takenAt":"3'), /hỏng/)
    await refused(text.replace(/"sha256":"[0-9a-f]{4}/, '"sha256":"0000'), /hỏng/)
    await refused(text.replace('"format":1', '"format":2'), /phiên bản mới hơn/)
    await refused(
      text.replace('"migrations":["', '"migrations":["Later1999999999999","'),
      /phiên bản mới hơn/,
    )
    await expect(restore(join(folder, 'none.gz'), database.url, folder)).rejects.toThrow('Không đọc được')
  })

  it('leaves nothing behind where PostgreSQL does not take it in', async () => {
    const database = await empty()
    // The name of the last table that is made.
    await database.query('CREATE SEQUENCE wrong_code')
    await expect(restore(path, database.url, folder)).rejects.toThrow('wrong_code')
    expect(Object.keys(await everyRow(database.url))).toEqual([])
  })

  it('is backed up nowhere where there is no room: that is said and noted, and the earlier one stays', async () => {
    const blocked = join(folder, 'a-file')
    await writeFile(blocked, '')
    await expect(backUp(house.database.url, { backupDir: blocked, backupKeepDays: 30 })).rejects.toThrow(
      /Không sao lưu được/,
    )
    const { backup } = await crew.producer.get('/api/backup')
    expect(backup.failedAt > backup.at).toBe(true)
    await readBackup(path, async (_table, rows) => {
      for await (const _ of rows);
    })
    await backUp(house.database.url, settings())
    expect((await crew.producer.get('/api/backup')).backup.failedAt).toBe(null)
  })
})
