import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MigrationInterface, QueryRunner } from 'typeorm'
import { restore } from '../../server/backup/restore.js'
import { createDataSource } from '../../server/database/data-source.js'
import { MigrationFault, migrate } from '../../server/database/migrate.js'
import { MIGRATIONS } from '../../server/database/migrations/index.js'
import { everyRow } from '../support/every-row.js'
import { emptyDatabase } from '../support/empty-database.js'
import { House } from '../support/house.js'
import { Instance } from '../support/instance.js'

class First1999000000000 implements MigrationInterface {
  name = 'First1999000000000'
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE question ADD "later" text')
  }
  async down(): Promise<void> {}
}

class Broken1999000000001 implements MigrationInterface {
  name = 'Broken1999000000001'
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE nobody_made_this ADD "later" text')
  }
  async down(): Promise<void> {}
}

describe('an upgrade', () => {
  let folder: string
  let house: House
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'doithoai-upgrade-'))
    house = await House.open()
    const secretary = await house.as('thuky1')
    for (let count = 1; count <= 20; count++) await secretary.log(`câu ${count}`)
  })
  afterAll(async () => {
    await house?.close()
    await rm(folder, { recursive: true, force: true })
  })

  async function oneVersionBack(): Promise<void> {
    const dataSource = await createDataSource(house.database.url, { bounded: false }).initialize()
    await dataSource.undoLastMigration({ transaction: 'each' })
    await dataSource.destroy()
  }

  it('is carried out while a programme is on air: what is refused meanwhile is refused clearly, and nothing is lost', async () => {
    const secretary = await house.as('thuky1')
    const numbers: number[] = []
    const rounds: number[] = []
    const logging = (async () => {
      for (let count = 0; rounds.length < 3 || count < 10; count++) {
        const id = crypto.randomUUID()
        const slip = { id, verbatim: `trong lúc nâng cấp ${count}` }
        const answer = await secretary.askOnce('POST', `/api/programs/${house.programId}/questions`, slip)
        if (answer.status === 201) numbers.push(answer.body.question.number)
        else expect([answer.status, answer.body.error.code]).toEqual([503, 'database.unavailable'])
      }
    })()
    while (rounds.length < 3) {
      await oneVersionBack()
      await migrate(house.database.url)
      rounds.push(numbers.length)
    }
    await logging
    expect(numbers.length).toBeGreaterThanOrEqual(10)
    const kept = await house.database.query<{ number: number }>(
      'SELECT number FROM question WHERE number = ANY($1)',
      [numbers],
    )
    expect(kept.length).toBe(numbers.length)
  })

  it('that fails changes nothing, not even what came before the fault: the old version starts again', async () => {
    const before = await everyRow(house.database.url)
    MIGRATIONS.push(First1999000000000, Broken1999000000001)
    try {
      await expect(migrate(house.database.url)).rejects.toThrow('nobody_made_this')
    } finally {
      MIGRATIONS.splice(-2)
    }
    expect(await everyRow(house.database.url)).toEqual(before)
    await migrate(house.database.url)
  })

  it('is backed up before, by the start itself, and that backup brings everything back', async () => {
    await oneVersionBack()
    const before = await everyRow(house.database.url)
    const instance = await Instance.start({ DATABASE_URL: house.database.url, BACKUP_DIR: folder })
    expect(instance.said).toMatch(/backed up before the upgrade/)
    await instance.kill()
    const [name] = (await readdir(folder)).filter(name => name.endsWith('.gz'))
    const database = await emptyDatabase()
    try {
      await restore(join(folder, name!), database.url, folder)
      const after = await everyRow(database.url)
      expect(after['question']).toEqual(before['question'])
      expect(after['migration']!.length).toBe(before['migration']!.length + 1)
    } finally {
      await database.drop()
    }
  })

  it('does not happen, and nothing is backed up, where nothing is new', async () => {
    const before = await readdir(folder)
    const instance = await Instance.start({ DATABASE_URL: house.database.url, BACKUP_DIR: folder })
    await instance.kill()
    expect(instance.said).not.toMatch(/upgrade/)
    expect((await readdir(folder)).filter(name => name.endsWith('.gz'))).toEqual(
      before.filter(name => name.endsWith('.gz')),
    )
  })

  it('is not undone by an old version: it does not start on a newer database, and says so', async () => {
    const newer = `INSERT INTO migration (timestamp, name) VALUES (1999000000000, 'Later1999000000000')`
    await house.database.query(newer)
    await expect(migrate(house.database.url)).rejects.toThrow(MigrationFault)
    const instance = Instance.spawn({ DATABASE_URL: house.database.url })
    expect(await instance.ended).toMatchObject({ code: 1 })
    expect(instance.said).toMatch(/phiên bản mới hơn tạo ra \(Later1999000000000\)/)
    expect(instance.said).not.toMatch(/^\s+at /m)
  })
})
