import { execFile } from 'node:child_process'
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backUp } from '../../../server/backup/back-up.js'
import { checkBackup } from '../../../server/backup/read-backup.js'
import { restore } from '../../../server/backup/restore.js'
import { emptyDatabase } from '../../support/empty-database.js'
import { Desk } from '../../support/desk.js'
import { House } from '../../support/house.js'
import { Instance } from '../../support/instance.js'
import { OlderPostgres } from '../../support/older-postgres.js'

const run = promisify(execFile)
const MANY = 100_000

/** Questions as long as people’s, each different, with a caller; written straight into the tables, past every number to come. */
const FILL = `INSERT INTO question (id, "programId", number, run, state, version, revision, verbatim, wording, direct, nature,
    priority, caller, "loggedBy", "loggedAt", "searchText", "searchShown", gist, "wasApproved")
  SELECT gen_random_uuid(), $1, 1000000 + n, 1, 'answered', 3, 1, t, left(t, 200), false, 'ask', 'normal',
    jsonb_build_object('name', 'Nguyễn Văn ' || n, 'honorific', 'Anh', 'phone',
      jsonb_build_object('typed', '09' || lpad(n::text, 8, '0')), 'mayReadName', true, 'mayKeep', true, 'mayForward', true),
    '{"id": "5d0a1a2b-0000-4000-8000-000000000000", "name": "thuky1"}', now(), lower(trim(t)), lower(trim(left(t, 200))), '', true
  FROM generate_series(1, $2) n, LATERAL (SELECT (SELECT string_agg(md5(n::text || w), ' ')
    FROM generate_series(1, 8) w) || E'\\nXin hỏi thủ tục cấp đổi giấy chứng nhận quyền sử dụng đất ' AS t) words`

describe('a backup', () => {
  let folder: string
  let house: House
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'doithoai-elsewhere-'))
    // PostgreSQL's account must be able to pass where the tests run as root.
    await chmod(folder, 0o755)
    house = await House.open()
    const moderator = await house.as('duyet1')
    for (const verbatim of ['Ẫ Ễ Ợ\n\\N \t \\.', 'hai', 'ba']) await moderator.approved(verbatim)
  })
  afterAll(async () => {
    await house?.close()
    await rm(folder, { recursive: true, force: true })
  })
  const settings = () => ({ backupDir: folder, backupKeepDays: 30 })

  it('is brought back by the oldest PostgreSQL that is supported, and from there by the newest', async () => {
    const older = await OlderPostgres.start()
    const newest = await emptyDatabase()
    try {
      const first = await backUp(house.database.url, settings())
      await restore(first.path, older.url, folder)
      const second = await backUp(older.url, settings())
      const restored = await restore(second.path, newest.url, folder)
      const [before, after] = [await checkBackup(first.path), await checkBackup(second.path)]
      const changed = Object.keys(before.tables).filter(
        table => before.tables[table]!.sha256 !== after.tables[table]!.sha256,
      )
      // A restore itself writes in these.
      expect(changed.toSorted()).toEqual(['audit_entry', 'ledger_entry', 'program'])
      expect(restored.rows).toBe(second.rows)
    } finally {
      await newest.drop()
      await older.drop()
    }
  })

  it('of a hundred thousand questions is a matter of seconds, and the programme goes on meanwhile', async () => {
    await house.database.query(FILL, [house.programId, MANY])
    const secretary = await house.as('thuky1')
    const waits: number[] = []
    const state = { done: false }
    const from = performance.now()
    const backingUp = backUp(house.database.url, settings()).finally(() => (state.done = true))
    while (!state.done) {
      const asked = performance.now()
      await secretary.log('trong lúc sao lưu')
      waits.push(performance.now() - asked)
    }
    const { path, bytes, rows } = await backingUp
    const took = performance.now() - from
    const database = await emptyDatabase()
    try {
      const again = performance.now()
      await restore(path, database.url, folder)
      const restoring = performance.now() - again
      const [{ count }] = (await database.query('SELECT count(*)::int FROM question')) as [{ count: number }]
      expect(count).toBeGreaterThanOrEqual(MANY)
      waits.sort((one, other) => one - other)
      const seconds = (ms: number) => (ms / 1000).toFixed(1)
      console.log(
        `${rows} rows: backed up and read again in ${seconds(took)} s, ${(bytes / 2 ** 20).toFixed(1)} MiB; ` +
          `restored in ${seconds(restoring)} s; ${waits.length} questions logged meanwhile, ` +
          `median ${waits[Math.floor(waits.length / 2)]!.toFixed(0)} ms, slowest ${waits.at(-1)!.toFixed(0)} ms`,
      )
    } finally {
      await database.drop()
    }
  })

  it('is taken and brought back by the two commands, with the database that comes along', async () => {
    const here = { DATA_DIR: join(folder, 'data'), BACKUP_DIR: join(folder, 'backups') }
    const there = join(folder, 'other data')
    const { PATH, HOME } = process.env
    const command = (name: string, ...args: string[]) =>
      run(process.execPath, [`dist/server/backup/${name}.main.js`, ...args], { env: { PATH, HOME, ...here } })

    const instance = await Instance.start(here)
    const [programId, desk] = await signedIn(instance)
    await desk.approved('trước khi hỏng')
    expect((await command('backup')).stdout).toMatch(/Đã sao lưu và đọc lại/)
    const [name] = (await readdir(here.BACKUP_DIR)).filter(one => one.endsWith('.gz'))
    const path = join(here.BACKUP_DIR, name!)
    await expect(command('restore', path)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Only an empty database'),
    })
    await expect(command('restore')).rejects.toMatchObject({ stderr: expect.stringContaining(name!) })
    await instance.kill()

    const { stdout } = await command('restore', path, '--into', there)
    expect(stdout).toMatch(/đã so từng dòng/)
    const again = await Instance.start({ ...here, DATA_DIR: there })
    const [sameId, back] = await signedIn(again)
    expect(sameId).toBe(programId)
    const { questions } = await back.get(`/api/programs/${programId}/questions`)
    expect(questions.map((question: { verbatim: string }) => question.verbatim)).toEqual(['trước khi hỏng'])
    again.signal('SIGTERM')
    await again.ended
    const left = await Instance.start(here)
    left.signal('SIGTERM')
    await left.ended
  })
})

async function signedIn(instance: Instance): Promise<[string, Desk]> {
  const desk = new Desk(instance.address, '')
  await desk.signIn('duyet1', 'doithoai-demo')
  const { programs } = await desk.get('/api/programs')
  const own = new Desk(instance.address, programs[0].id)
  own.cookie = desk.cookie
  return [programs[0].id, own]
}
