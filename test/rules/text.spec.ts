import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TextFault, optionalName, optionalText, requiredName, requiredText } from '../../protocol/text.js'

const fault = (
  schema: { safeParse(typed: unknown): { error?: { issues: { message: string }[] } } },
  typed: unknown,
) => schema.safeParse(typed).error?.issues[0]?.message

const text = requiredText(10)
const name = requiredName(10)

describe('a text', () => {
  it('is kept in NFC and without white space around it', () => {
    expect(text.parse('  Hòa\u0300 '.normalize('NFD'))).toBe('Hòa\u0300'.normalize('NFC'))
    expect(text.parse('\n\tHỏi \n')).toBe('Hỏi')
    expect(text.parse('a\n\tb')).toBe('a\n\tb')
  })

  it('is measured in code points, after NFC and trimming', () => {
    expect(text.parse('😀'.repeat(10))).toBe('😀'.repeat(10))
    expect(fault(text, '😀'.repeat(11))).toBe(TextFault.long)
    expect(text.parse(`   ${'ệ'.repeat(10)}   `.normalize('NFD'))).toBe('ệ'.repeat(10))
    expect(fault(text, 'ệ'.repeat(11))).toBe(TextFault.long)
  })

  it('holds no U+0000 and no C0 control but newline and tab', () => {
    for (let control = 0; control < 0x20; control++) {
      const typed = `a${String.fromCharCode(control)}b`
      const allowed = control === 0x0a || control === 0x09
      expect([control, fault(text, typed)]).toEqual([control, allowed ? undefined : TextFault.control])
    }
    expect(fault(text, '\u0000')).toBe(TextFault.control)
  })

  it('holds no half of a surrogate pair', () => {
    for (const typed of ['\ud83d', 'a\ude00', '\ude00\ud83d'])
      expect(fault(text, typed)).toBe(TextFault.surrogate)
  })

  it('may change its direction, a name may not', () => {
    for (const control of '\u061c\u200e\u200f\u202a\u202e\u2066\u2069') {
      expect(fault(text, `a${control}b`)).toBeUndefined()
      expect(fault(name, `a${control}b`)).toBe(TextFault.bidi)
      expect(fault(optionalName(10), `a${control}b`)).toBe(TextFault.bidi)
    }
  })

  it('that must say something is not empty; one that may be left out counts as absent then', () => {
    for (const typed of ['', '   ', '\n\t\n']) {
      expect(fault(text, typed)).toBe(TextFault.empty)
      expect(fault(name, typed)).toBe(TextFault.empty)
      expect(optionalText(10).parse(typed)).toBeUndefined()
      expect(optionalName(10).parse(typed)).toBeUndefined()
    }
    expect(optionalText(10).parse(undefined)).toBeUndefined()
  })

  it('is a string and nothing that could become one', () => {
    for (const typed of [null, 5, true, {}, ['a'], { toString: () => 'a' }])
      expect(text.safeParse(typed).success).toBe(false)
  })

  it('is taken as it is given back: reading it twice changes nothing', () => {
    const any = fc.string({ unit: 'binary', maxLength: 12 })
    fc.assert(
      fc.property(any, typed => {
        for (const schema of [text, name]) {
          const once = schema.safeParse(typed)
          expect(once.success ? schema.parse(once.data) : undefined).toBe(once.data)
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('a name', () => {
  it('is one line', () => {
    expect(name.parse(' Nguyễn \n\t Hải ')).toBe('Nguyễn Hải')
  })
})
