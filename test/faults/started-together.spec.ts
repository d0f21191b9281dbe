import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TestDatabase } from '../support/database.js'
import { Desk } from '../support/desk.js'
import { eventually } from '../support/eventually.js'
import { emptyDatabase } from '../support/empty-database.js'
import { Instance } from '../support/instance.js'
import { expectNoGap } from '../support/history.js'

describe('four instances that start at once on a database with nothing in it', () => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await emptyDatabase()
  })
  afterEach(() => database.drop())

  it('make the house once, and all of them serve it', async () => {
    const instances = await Promise.all(
      Array.from({ length: 4 }, () => Instance.start({ DATABASE_URL: database.url })),
    )
    try {
      const programs = await database.query<{ id: string }>('SELECT id FROM program')
      expect(programs).toHaveLength(1)
      const usernames = await database.query('SELECT username FROM account ORDER BY username')
      expect(usernames.map(row => row.username)).toEqual([
        'daodien',
        'duyet1',
        'duyet2',
        'quantri',
        'thuky1',
        'thuky2',
      ])
      const twice = await database.query(
        'SELECT list, name FROM house_entry GROUP BY list, name HAVING count(*) > 1',
      )
      expect(twice).toEqual([])
      await expectNoGap(database, programs[0]!.id)
      for (const { address } of instances) {
        const desk = new Desk(address, programs[0]!.id)
        expect(await desk.signIn('thuky1', 'doithoai-demo')).toMatchObject({ status: 200 })
        await desk.log('Câu từ mỗi bên')
      }
      expect(await database.query('SELECT number FROM question ORDER BY number')).toHaveLength(4)
    } finally {
      await Promise.all(instances.map(instance => instance.kill()))
    }
  })

  it('tell the first administrator’s password once, when there is no demo', async () => {
    const settings = { DATABASE_URL: database.url, DEMO: '0' }
    const instances = await Promise.all(Array.from({ length: 2 }, () => Instance.start(settings)))
    try {
      const told = () => instances.flatMap(({ said }) => [...said.matchAll(/^admin: (\S+) \(/gm)])
      const admins = await database.query('SELECT username, "oneTime" FROM account')
      expect(admins).toEqual([{ username: 'admin', oneTime: true }])
      const desk = new Desk(instances[0]!.address, '')
      await eventually(() => expect(told()).toHaveLength(1))
      expect(await desk.signIn('admin', told()[0]![1]!)).toMatchObject({ status: 200 })
    } finally {
      await Promise.all(instances.map(instance => instance.kill()))
    }
  })
})
