import { describe, expect, it } from 'vitest'
import { Drafts, conflicts } from '../../client/src/moderator/drafts.js'
import type { DeskQuestion } from '../../client/src/questions/columns.js'

/** A browser's store: what it holds are its own keys. */
class BrowserStore {
  private readonly own = this as unknown as Record<string, string>
  constructor() {
    // Not one of its keys.
    Object.defineProperty(this, 'own', { enumerable: false })
  }
  getItem(key: string): string | null {
    return this.own[key] ?? null
  }
  setItem(key: string, value: string): void {
    this.own[key] = value
  }
  removeItem(key: string): void {
    delete this.own[key]
  }
}

/** One that the browser lets nobody write to. */
class FullStore extends BrowserStore {
  override setItem(): void {
    throw new Error('full')
  }
}

const DAY = 24 * 60 * 60_000

describe('what a moderator has typed', () => {
  it('is there again after the page was closed, for this account and programme only', () => {
    const store = new BrowserStore()
    new Drafts(store, 'duyet1', 'p').keep('q', { wording: 'Sổ đỏ?', version: 2 })
    expect(new Drafts(store, 'duyet1', 'p').of('q')).toMatchObject({ wording: 'Sổ đỏ?', version: 2 })
    expect(new Drafts(store, 'duyet2', 'p').of('q')).toEqual({})
    expect(new Drafts(store, 'duyet1', 'other').of('q')).toEqual({})
  })

  it('is gone when it was sent, and when its question was erased', () => {
    const store = new BrowserStore()
    const drafts = new Drafts(store, 'duyet1', 'p')
    for (const id of ['sent', 'diverted', 'open']) drafts.keep(id, { wording: id })
    drafts.forget('sent')
    drafts.forgetErased(new Map([['open', {}]]))
    expect(Object.keys(store)).toEqual(['draft:duyet1:p:open'])
    expect(drafts.of('diverted')).toEqual({})
  })

  it('is gone after seven days, whosever it was', () => {
    const store = new BrowserStore()
    new Drafts(store, 'duyet2', 'p', () => 0).keep('old', { wording: 'cũ' })
    new Drafts(store, 'duyet2', 'p', () => DAY).keep('new', { wording: 'mới' })
    const drafts = new Drafts(store, 'duyet1', 'p', () => 7 * DAY + 1)
    expect(Object.keys(store)).toEqual(['draft:duyet2:p:new'])
    expect(drafts.of('old')).toEqual({})
  })

  it('stays while the page does when the browser keeps nothing, and odd entries are no drafts', () => {
    const store = new FullStore()
    BrowserStore.prototype.setItem.call(store, 'draft:duyet1:p:odd', '{')
    const drafts = new Drafts(store, 'duyet1', 'p')
    drafts.keep('q', { wording: 'Sổ đỏ?' })
    expect(drafts.of('q')).toMatchObject({ wording: 'Sổ đỏ?' })
    expect(drafts.of('odd')).toEqual({})
  })
})

describe('two who word the same question', () => {
  const question = {
    version: 3,
    wording: 'Lời của duyet2',
    supportingSpeakerIds: [] as string[],
  } as DeskQuestion

  it('are in conflict when mine is of an older version and says something else', () => {
    expect(conflicts(question, { version: 2, wording: 'Lời của tôi' })).toBe(true)
    expect(conflicts(question, { version: 2, leadSpeakerId: 's' })).toBe(true)
  })

  it('are not when mine is of this version, says the same, or nothing', () => {
    expect(conflicts(question, { version: 3, wording: 'Lời của tôi' })).toBe(false)
    expect(conflicts(question, { version: 2, wording: 'Lời của duyet2' })).toBe(false)
    expect(conflicts(question, {})).toBe(false)
  })
})
