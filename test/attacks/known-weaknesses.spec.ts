import { spawnSync } from 'node:child_process'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** What npm tells of one package. */
const weakness = (severity: string) =>
  JSON.stringify({
    vulnerabilities: { odd: { name: 'odd', severity, range: '<2', via: [{ title: 'Prototype pollution' }] } },
  })
const SILENT = JSON.stringify({
  message: '405 Method Not Allowed - POST https://registry.invalid/advisories',
})

describe('the check for known weaknesses', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'doithoai-npm-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it.each([
    ['fails', 'high', weakness('high'), 1, /odd <2: high, Prototype pollution/],
    ['fails', 'critical', weakness('critical'), 1, /odd/],
    ['passes', 'moderate', weakness('moderate'), 0, /no known weakness/],
    [
      'says that nothing was checked',
      'what nobody tells',
      SILENT,
      0,
      /^this registry tells of no weaknesses; .*405/,
    ],
  ])('%s for %s', async (_, _severity, told, code, words) => {
    const npm = join(folder, 'npm')
    await writeFile(npm, `#!/bin/sh\ncat <<'END'\n${told}\nEND\nexit 1\n`)
    await chmod(npm, 0o755)
    const PATH = `${folder}:${process.env['PATH']}`
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/audit.mjs'], {
      encoding: 'utf8',
      env: { ...process.env, PATH },
    })
    expect({ status, words: stdout + stderr }).toEqual({ status: code, words: expect.stringMatching(words) })
    expect(stdout + stderr).not.toContain('registry.invalid')
  })
})
