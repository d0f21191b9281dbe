import { describe, expect, it } from 'vitest'
import { sharingWith, wantedOf } from '../../server/questions/domain/search-words.js'

describe('the words of a search', () => {
  it('are whole but for the last, which may be only begun', () => {
    expect(wantedOf('Sổ ĐỎ ngậ')).toEqual({
      patterns: ['% so %', '% do %', '% nga%'],
      query: `'so' & 'do' & 'nga':*`,
    })
  })

  it('leave a short beginning to the patterns, unless it is all there is', () => {
    expect(wantedOf('sổ đ')).toEqual({ patterns: ['% so %', '% d%'], query: `'so'` })
    expect(wantedOf('đ')).toEqual({ patterns: ['% d%'], query: `'d':*` })
  })

  it('are none in an empty text', () => {
    for (const text of [undefined, '', ' % _ \\ '])
      expect(wantedOf(text)).toEqual({ patterns: [], query: '' })
  })

  it('are never operators', () => {
    expect(wantedOf(`' | 'a:* & !bao`).query).toBe(`'a' & 'bao':*`)
  })
})

describe('what shares something with a text', () => {
  it('is looked for within its programme, by what the text is about', () => {
    expect(sharingWith('p', ['sổ-đỏ', 'đổi', 'word', 'two words'])).toBe(`'p' & ('sổ-đỏ' | 'two words')`)
    expect(sharingWith('p', ['đổi', 'word'])).toBeNull()
  })
})
