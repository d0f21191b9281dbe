import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { en } from '../../client/src/text/en.js'
import { vi } from '../../client/src/text/vi.js'

const CLIENT = join(import.meta.dirname, '../../client/src')
const source = readdirSync(CLIENT, { recursive: true, encoding: 'utf8' })
  .filter(file => /\.tsx?$/.test(file) && !/^text[\\/](vi|en)\.ts$/.test(file))
  .map(file => readFileSync(join(CLIENT, file), 'utf8'))
  .join('\n')

type Words = { [key: string]: string | Words }

/** `strip.left` → `còn {{time}}`, for every word there is. */
function flat(words: Words, before = ''): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, word]) =>
      typeof word === 'string'
        ? [[before + key, word] as const]
        : [...flat(word, `${before}${key}.`).entries()],
    ),
  )
}

const [vietnamese, english] = [flat(vi), flat(en)]
const values = (word: string) => (word.match(/\{\{\w+\}\}/g) ?? []).toSorted()

/** Keys that are put together when they are needed, such as `state.${state}`, by what they begin with. */
const begun = [...source.matchAll(/`((?:\w+\.)+)\$\{/g)].map(match => match[1]!)
const isUsed = (key: string) =>
  begun.some(beginning => key.startsWith(beginning)) ||
  ["'", '"', '`'].some(quote => source.includes(quote + key.replace(/_(one|other)$/, '') + quote))

describe('the words', () => {
  it('are the same in both languages, and none is empty', () => {
    expect([...english.keys()].toSorted()).toEqual([...vietnamese.keys()].toSorted())
    for (const words of [vietnamese, english])
      expect([...words].filter(([, word]) => word.trim() === '').map(([key]) => key)).toEqual([])
  })

  it('say the same values in both languages', () => {
    for (const [key, word] of vietnamese)
      expect({ key, values: values(english.get(key) ?? '') }).toEqual({ key, values: values(word) })
  })

  it('are there, whatever is said', () => {
    const said = [...source.matchAll(/\bt\(\s*['"`]([\w.]+)['"`]/g)].map(match => match[1]!)
    expect(said.length).toBeGreaterThan(200)
    expect(said.filter(key => !vietnamese.has(key))).toEqual([])
  })

  it('are all said somewhere', () => {
    expect([...vietnamese.keys()].filter(key => !isUsed(key))).toEqual([])
  })
})
