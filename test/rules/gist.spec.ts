import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../protocol/folding.js'
import { gistOf } from '../../server/questions/domain/gist.js'
import { isAnchor, weightOf } from '../../server/questions/domain/ideas.js'
import { HINTS, ISSUES, THINGS, TURNS } from '../../server/questions/domain/similar-lexicon.js'
import { PROGRAMMES, SAMPLES } from '../support/asked.js'

const ROWS = [...ISSUES, ...THINGS, ...TURNS, ...HINTS]
const TEXTS = [...SAMPLES, ...PROGRAMMES.flat()].map(({ text }) => text)

describe('the gist of a question', () => {
  it('is the same in every usual wording of a matter', () => {
    for (const wording of [
      'sổ đỏ',
      'SỔ HỒNG',
      'so do',
      'giấy chứng nhận quyền sử dụng đất',
      'Giấy CNQSDĐ',
      'gcn',
      'gcnqsdd',
    ])
      expect([wording, gistOf(wording)]).toEqual([wording, ['sổ-đỏ']])
    for (const wording of ['giấy phép lái xe', 'GPLX', 'bang lai xe may'])
      expect(gistOf(wording)).toEqual(['bằng-lái'])
    expect(gistOf('gpxd')).toEqual(gistOf('giấy phép xây dựng'))
    expect(gistOf('BHYT')).toEqual(gistOf('thẻ bảo hiểm y tế'))
  })

  it('writes short forms out', () => {
    expect(gistOf('ở P. Tân An nộp hs dc ko')).toEqual(gistOf('ở phường Tân An nộp hồ sơ được không'))
    expect(gistOf('đk tạm trú, HKD')).toEqual(gistOf('đăng ký tạm trú, hộ kinh doanh'))
  })

  it('takes "hđ" for an invoice or a contract only by what stands beside it', () => {
    expect(gistOf('xuất hđ điện tử')).toContain('máy-tính-tiền')
    expect(gistOf('ký hđ mua bán')).toContain('hợp-đồng')
    expect(gistOf('hđ mua bán')).not.toContain('máy-tính-tiền')
  })

  it('tells words by their marks where they have some', () => {
    expect(gistOf('bị mắng ở đây')).toContain('thái-độ')
    expect(gistOf('mang giấy đi ở đâu')).not.toContain('thái-độ')
    expect(gistOf('nước trào vô nhà mỗi bữa')).not.toContain('vợ-chồng')
    expect(gistOf('sỗ đõ')).toEqual(['sổ-đỏ'])
  })

  it('finds each phrase of the lexicon, with marks, in capitals, and without marks unless it needs them', () => {
    for (const [ideas, said] of ROWS)
      for (const phrase of said.split(', ')) {
        const typed = [phrase, phrase.toUpperCase(), ...(phrase.endsWith('!') ? [] : [fold(phrase)])]
        for (const text of typed)
          expect([text, gistOf(text)]).toEqual([text, expect.arrayContaining(ideas.split(' ').slice(0, 1))])
      }
  })

  it('has each phrase in one row only', () => {
    const all = ROWS.flatMap(([, said]) =>
      said.split(', ').map(phrase => phrase.replace('!', '').toLowerCase()),
    )
    expect(all.filter((phrase, index) => all.indexOf(phrase) !== index)).toEqual([])
  })

  it('knows each idea of the lexicon by a row of its own', () => {
    const known = new Set(ROWS.map(([ideas]) => ideas.split(' ')[0]))
    const second = ROWS.flatMap(([ideas]) => ideas.split(' ').slice(1))
    expect(second.filter(idea => !known.has(idea))).toEqual([])
    for (const idea of known) expect(weightOf(idea!)).toBeLessThan(5)
  })

  it('is about nothing when nothing is said', () => {
    for (const text of ['', '…', '0939 000 112', 'dạ cho hỏi', 'khong biet sao'])
      expect(gistOf(text).filter(isAnchor)).toEqual([])
  })

  it('does not depend on case, punctuation, the form of letters or the place of a mark', () => {
    const text = fc.constantFrom(...TEXTS)
    fc.assert(
      fc.property(text, fc.constantFrom('NFC', 'NFD'), (text, form) => {
        const gist = gistOf(text)
        expect(gistOf(text.normalize(form))).toEqual(gist)
        expect(gistOf(text.toUpperCase())).toEqual(gist)
        expect(gistOf(`  ${text.replaceAll(' ', '  ')}!! `)).toEqual(gist)
        expect(new Set(gist).size).toBe(gist.length)
        for (const telling of gist) expect(telling).not.toMatch(/[|'\\]/)
      }),
    )
    expect(gistOf('thoả thuận')).toEqual(gistOf('thỏa thuận'))
  })

  it('reads a text of any kind and length quickly', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), text => void gistOf(text)))
    expect(gistOf('Sổ đỏ nộp lâu quá. '.repeat(5000)).length).toBeLessThan(20)
  })
})
