import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findPlaces, placeText } from '../../client/src/secretary/places.js'

type Entry = { code: string; fullName: string; former: string[] }
const file = new URL('../../server/seed/places.json', import.meta.url)
const places = (JSON.parse(readFileSync(file, 'utf8')) as Entry[]).map(({ code, fullName, former }) => ({
  id: code,
  code,
  name: fullName,
  former,
}))
const found = (typed: string) => findPlaces(places, typed).map(placeText)

describe('a place that is typed', () => {
  it('is found without tones, in old and new spelling, with or without its kind', () => {
    const spellings = [
      'binh thuy',
      'Bình Thuỷ',
      'Bình Thủy',
      'P. bình thủy',
      'phuong Binh Thuy'.normalize('NFD'),
    ]
    for (const typed of spellings) expect(found(typed)[0]).toBe('phường Bình Thủy')
  })

  it('is found by what it was called before, and says so', () => {
    expect(found('xuan khanh')[0]).toBe('phường Ninh Kiều (Xuân Khánh cũ)')
    expect(found('tan an')).toContain('phường Tân An')
    expect(found('tan an')).toContain('phường Ninh Kiều (Tân An cũ)')
  })

  it('is nothing of the list when nothing was typed, or something else', () => {
    expect(found('')).toEqual([])
    expect(found('  ')).toEqual([])
    expect(found('gần chợ nổi, hỏi bà Tư')).toEqual([])
  })
})
