import { describe, expect, it } from 'vitest'
import {
  type EntryStore,
  KEPT_MS,
  forgetOld,
  keepEntry,
  readEntry,
} from '../../client/src/ui/kept-entries.js'

/** A browser's store, as far as its keys go. */
function storeOf(entries: Record<string, string> = {}) {
  const own = { ...entries } as Record<string, string>
  const hidden = (value: unknown) => ({ value, enumerable: false })
  return Object.defineProperties(own, {
    getItem: hidden((key: string) => own[key] ?? null),
    setItem: hidden((key: string, value: string) => (own[key] = value)),
    removeItem: hidden((key: string) => delete own[key]),
  }) as unknown as EntryStore
}

describe('what is kept in the browser', () => {
  it('is there again, and is gone when it is removed', () => {
    const store = storeOf()
    keepEntry(store, 'correction:thuky1:p', { verbatim: 'Sổ đỏ?' }, 0)
    expect(readEntry(store, 'correction:thuky1:p')).toEqual({ verbatim: 'Sổ đỏ?' })
    keepEntry(store, 'correction:thuky1:p', null, 1)
    expect(Object.keys(store)).toEqual([])
  })

  it('is gone seven days after it was last touched, whosever it was, and so is what cannot tell when', () => {
    const store = storeOf({ 'correction:thuky2:p': '{"verbatim":"cũ"}', 'correction:odd': 'no JSON' })
    keepEntry(store, 'correction:thuky1:old', 'cũ', 0)
    keepEntry(store, 'correction:thuky1:new', 'mới', 1)
    keepEntry(store, 'paper:p', 'phiếu', 0)
    forgetOld(store, 'correction:', KEPT_MS, KEPT_MS + 1)
    expect(Object.keys(store)).toEqual(['correction:thuky1:new', 'paper:p'])
    forgetOld(store, 'paper:', Infinity, KEPT_MS * 100)
    expect(readEntry(store, 'paper:p')).toBe('phiếu')
  })

  it('touches nothing else that lies in the store, whatever the key looks like', () => {
    const others = { 'signed-in': 'an account', language: 'en', 'screen-identity': '{"screenId":"s"}' }
    const store = storeOf(others)
    for (const key of ['tried:p', 'alone', 'with a space']) forgetOld(store, key, KEPT_MS, KEPT_MS * 2)
    expect(store).toEqual(storeOf(others))
  })

  it('is nothing where the browser keeps nothing, and typing goes on', () => {
    forgetOld(undefined, 'correction:', KEPT_MS, 0)
    keepEntry(undefined, 'correction:a', 'x', 0)
    expect(readEntry(undefined, 'correction:a')).toBeNull()
    const full: EntryStore = {
      ...storeOf(),
      getItem: () => null,
      removeItem: () => {},
      setItem: () => {
        throw new Error('full')
      },
    }
    expect(() => keepEntry(full, 'correction:a', 'x', 0)).not.toThrow()
  })
})
