import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findPostmaster } from '../../server/database/embedded/postmaster-file.js'
import { DEMO_PASSWORD } from '../../server/seed/first-accounts.js'
import { Desk } from '../support/desk.js'
import { Instance } from '../support/instance.js'

const verbatims = async (desk: Desk) => {
  const { questions } = await desk.get(`/api/programs/${desk.programId}/questions`)
  return questions.map((question: { verbatim: string }) => question.verbatim).sort()
}

describe('the server with the database that it brings along', () => {
  let dataDir: string
  let instance: Instance
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'doithoai-kept-'))
  })
  afterAll(async () => {
    instance.signal('SIGTERM')
    await instance.ended
    await rm(dataDir, { recursive: true, force: true })
  })

  async function secretary(): Promise<Desk> {
    const stranger = new Desk(instance.address, '')
    await stranger.signIn('thuky1', DEMO_PASSWORD)
    const { programs } = await stranger.get('/api/programs')
    expect(programs).toHaveLength(1)
    const desk = new Desk(instance.address, programs[0].id)
    desk.cookie = stranger.cookie
    return desk
  }
  const postmaster = () => findPostmaster(join(dataDir, 'cluster', 'data'))

  it('leaves no PostgreSQL behind when it ends, and finds everything again', async () => {
    instance = await Instance.start({ DATA_DIR: dataDir })
    await (await secretary()).log('Câu trước khi tắt máy')
    instance.signal('SIGTERM')
    expect(await instance.ended).toMatchObject({ code: 0, signal: null })
    expect(await postmaster()).toEqual({ is: 'stopped' })

    instance = await Instance.start({ DATA_DIR: dataDir })
    expect(await verbatims(await secretary())).toEqual(['Câu trước khi tắt máy'])
  })

  it('finds everything again after kill -9 too, with the PostgreSQL that went on', async () => {
    await (await secretary()).log('Câu trước khi chết')
    await instance.kill()
    expect(await postmaster()).toMatchObject({ is: 'running' })
    instance = await Instance.start({ DATA_DIR: dataDir })
    expect(await verbatims(await secretary())).toEqual(['Câu trước khi chết', 'Câu trước khi tắt máy'])
  })

  it('takes its PostgreSQL with it when it cannot serve', async () => {
    const { port } = instance
    instance.signal('SIGTERM')
    expect(await instance.ended).toMatchObject({ code: 0 })
    const other = createServer().listen(Number(port), '127.0.0.1')
    try {
      await once(other, 'listening')
      instance = Instance.spawn({ DATA_DIR: dataDir, PORT: port })
      expect(await instance.ended).toMatchObject({ code: 1 })
      expect(instance.said).toMatch(new RegExp(`^PORT: .*${port}`, 'm'))
      expect(await postmaster()).toEqual({ is: 'stopped' })
    } finally {
      other.close()
    }
  })
})
