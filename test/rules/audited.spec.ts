import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AUDITED, wordOf } from '../../client/src/setup/audit/audited.js'
import { vi } from '../../client/src/text/vi.js'
import { ErrorCode } from '../../protocol/errors.js'
import { FAULT_MESSAGES } from '../../server/errors/error-messages.js'

const SERVER = join(import.meta.dirname, '../../server')
const NOUNS = /'((?:account|caller|program|question|screen|message)\.[a-z_]+)'/g

/** Everything that the server names in this way and that is no refusal. */
const noted = new Set(
  readdirSync(SERVER, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .flatMap(file => [...readFileSync(join(SERVER, file), 'utf8').matchAll(NOUNS)].map(match => match[1]!))
    .filter(name => !(ErrorCode.options as string[]).includes(name) && !(name in FAULT_MESSAGES)),
)
/** Of each list there is one kind, put together where it is noted. */
const perList = (type: string) => type.startsWith('house.') || type.endsWith('s_put')

describe('what the audit page can name', () => {
  it('is every kind that the server notes, and nothing else', () => {
    expect(noted.size).toBeGreaterThan(40)
    expect([...noted].filter(type => !(AUDITED as readonly string[]).includes(type))).toEqual([])
    // A screen that was revoked is noted, and refused under the same name.
    const others = AUDITED.filter(type => !perList(type) && type !== 'screen.revoked')
    expect(others.filter(type => !noted.has(type))).toEqual([])
  })

  it('has its words', () => {
    expect(AUDITED.map(wordOf).toSorted()).toEqual(Object.keys(vi.audit.what).toSorted())
  })
})
