import { describe, expect, it } from 'vitest'
import { gistOf } from '../../server/questions/domain/gist.js'
import { type Candidate, likeliest } from '../../server/questions/domain/likeliest.js'
import { type Asked, PROGRAMMES, SAMPLES } from '../support/asked.js'

const candidates = (logged: readonly Asked[]): Candidate[] =>
  logged.map(({ text }, index) => ({
    id: String(index),
    number: index + 1,
    gist: gistOf(text),
    mergedIntoId: null,
    samePhone: false,
  }))

/** What is shown while each of these is typed, the question itself left out, in a programme where all are logged. */
function shownFor(typed: readonly Asked[], logged: readonly Asked[]): Map<Asked, Asked[]> {
  const earlier = candidates(logged)
  return new Map(
    typed.map(asked => {
      const found = likeliest(gistOf(asked.text), earlier, logged.length, logged.length)
      return [asked, found.map(({ id }) => logged[Number(id)]!).filter(other => other !== asked)]
    }),
  )
}

function figures(typed: readonly Asked[], logged: readonly Asked[]) {
  const shown = [...shownFor(typed, logged)]
  const kin = shown.filter(([{ group }]) => group !== null)
  const alone = shown.filter(([{ group }]) => group === null)
  return {
    first: kin.filter(([{ group }, [first]]) => first?.group === group).length / kin.length,
    quiet: alone.filter(([, [first]]) => first === undefined).length,
    disturbed: alone.filter(([, [first]]) => first !== undefined).length / alone.length,
  }
}

const typing = (text: string, logged: readonly string[]) =>
  likeliest(gistOf(text), candidates(logged.map(text => ({ text, group: null }))), logged.length, 5).map(
    ({ id }) => logged[Number(id)],
  )

describe('the likeliest duplicates', () => {
  it('are first for every sample that has kin, and none for at least fifteen of those that have none', () => {
    const { first, quiet } = figures(SAMPLES, SAMPLES)
    expect(first).toBe(1)
    expect(quiet).toBeGreaterThanOrEqual(15)
  })

  it.each(PROGRAMMES.map((asked, index) => [index + 1, asked] as const))(
    'are found beside the samples in programme %i, and seldom without cause',
    (_, asked) => {
      const { first, disturbed } = figures(asked, [...SAMPLES, ...asked])
      expect(first).toBeGreaterThanOrEqual(0.8)
      expect(disturbed).toBeLessThanOrEqual(0.4)
    },
  )

  it('are found for samples as well when others are logged beside them', () => {
    for (const asked of PROGRAMMES) expect(figures(SAMPLES, [...SAMPLES, ...asked]).first).toBe(1)
  })

  it('are none for two or three common words', () => {
    for (const text of [
      '',
      'cho hỏi',
      'nhà em ở',
      'xin hỏi chương trình',
      'ở phường',
      'nop ho so o dau',
      '12',
    ])
      expect(
        typing(
          text,
          SAMPLES.map(({ text }) => text),
        ),
      ).toEqual([])
  })

  it('come up while the text is still being typed', () => {
    const earlier = ['Sổ đỏ ghi địa chỉ cũ có phải đổi không?', 'Thẻ BHYT hết hạn thì đóng ở đâu?']
    expect(typing('so do ghi dia chi cu', earlier)).toEqual([earlier[0]])
    expect(typing('thẻ bảo hiểm y tế của má hết hạn', earlier)).toEqual([earlier[1]])
  })

  it('count less what every other question of the programme is about', () => {
    const [asked, one] = ['Xin cấp số nhà ở đâu', 'Nhà mới chưa có số nhà']
    expect(typing(asked!, [one!, 'Karaoke ồn quá'])).toEqual([one])
    const many = Array.from(
      { length: 300 },
      (_, index) => `Số nhà ở hẻm thứ bậc${index} tên lạ${index} bị trùng`,
    )
    expect(typing(asked!, [...many, one!])[0]).toBe(one)
  })

  it('score between nothing and the same', () => {
    const scores = SAMPLES.flatMap(({ text }) =>
      likeliest(gistOf(text), candidates(SAMPLES), 31, 31).map(({ score }) => score),
    )
    expect(Math.max(...scores)).toBeLessThanOrEqual(1)
    expect(Math.min(...scores)).toBeGreaterThan(0)
  })

  it('are the lead for whoever was merged into it, once, with the better of the scores', () => {
    const lead = {
      id: 'lead',
      number: 1,
      gist: gistOf('Hỏi giống chú hồi nãy'),
      mergedIntoId: null,
      samePhone: false,
    }
    const asker = { ...lead, id: 'asker', number: 2, gist: gistOf('Tách thửa cho con'), mergedIntoId: 'lead' }
    expect(likeliest(gistOf('tach thua'), [lead, asker], 2, 5)).toMatchObject([
      { id: 'lead', samePhone: false },
    ])
    const called = { ...asker, gist: gistOf('Đường hư'), samePhone: true }
    expect(likeliest([], [lead, called], 2, 5)).toEqual([{ id: 'lead', score: 0, samePhone: true }])
  })

  it('begin with the same phone’s whatever they are about, the newest of equals first', () => {
    const same = [1, 2, 3].map(number => ({
      id: `phone ${number}`,
      number,
      gist: gistOf('Đường hư'),
      mergedIntoId: null,
      samePhone: true,
    }))
    const text = {
      id: 'text',
      number: 9,
      gist: gistOf('Tách thửa cho con'),
      mergedIntoId: null,
      samePhone: false,
    }
    const found = likeliest(gistOf('tách thửa cho con'), [text, ...same], 9, 3)
    expect(found.map(({ id }) => id)).toEqual(['phone 3', 'phone 2', 'phone 1'])
  })
})
