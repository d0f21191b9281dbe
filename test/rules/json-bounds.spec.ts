import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWithinBounds } from '../../server/json-bounds.js'

const fits = (json: string) => isWithinBounds(Buffer.from(json))

describe('JSON that is looked at before it is parsed', () => {
  it('may be as deep as a command and not much deeper', () => {
    expect(fits('['.repeat(16) + ']'.repeat(16))).toBe(true)
    expect(fits('['.repeat(17))).toBe(false)
    expect(fits('{"a":'.repeat(17))).toBe(false)
    expect(fits('[],'.repeat(100))).toBe(true)
  })

  it('may have as many pieces as fit into a body of the usual size', () => {
    expect(fits(`[${'1,'.repeat(32_000)}1]`)).toBe(true)
    expect(fits(`[${'1,'.repeat(65_536)}1]`)).toBe(false)
    expect(fits('""'.repeat(65_537))).toBe(false)
  })

  it('may have in its texts whatever it likes', () => {
    const text = fc.string({ unit: fc.constantFrom('[', '{', '\\', '"', ',', 'ộ', '\n'), maxLength: 200 })
    fc.assert(fc.property(text, said => fits(JSON.stringify({ text: said, more: [said] }))))
    expect(fits(JSON.stringify('['.repeat(1_000_000)))).toBe(true)
    expect(fits(`"\\\\"${'['.repeat(20)}`)).toBe(false)
  })
})
