import { describe, expect, it } from 'vitest'
import { moved } from '../../client/src/setup/programmes/moved.js'
import { EMPTY, nextAfter, read } from '../../client/src/setup/programmes/programme-draft.js'
import type { Program, Speaker } from '../../protocol/program.js'

const program = (but: Partial<Program>): Program => ({
  id: 'old',
  version: 7,
  number: 4,
  title: 'Cải cách hành chính',
  seriesTitle: 'Gặp gỡ và Đối thoại',
  channels: ['Truyền hình', 'FM'],
  plannedStart: '2026-11-21T02:00:00.000Z',
  plannedMinutes: 60,
  clockOffsetMs: 0,
  phase: 'closed',
  mode: 'air',
  run: 1,
  intakeOpen: true,
  blank: false,
  airHolder: null,
  topics: [],
  agencies: [],
  reasons: [],
  lines: [
    { id: 'a', version: 1, name: '0931.015.119', retiredAt: null },
    { id: 'b', version: 2, name: 'Cũ', retiredAt: '2026-01-01T00:00:00Z' },
  ],
  ...but,
})
const speaker = (seat: number): Speaker => ({
  id: `speaker ${seat}`,
  honorific: 'Bà',
  name: `Tên ${seat}`,
  post: '',
  agency: '',
  seat,
})
const saturday = Date.parse('2026-11-22T00:00:00Z')
const draft = { ...EMPTY, title: 'Đất đai', day: '5/12/2026', time: '9:00' }

describe('the next programme', () => {
  it.each([
    ['2026-11-21T02:00:00.000Z', '28/11/2026'],
    ['2026-10-24T02:00:00.000Z', '28/11/2026'],
    ['2026-12-05T02:00:00.000Z', '12/12/2026'],
  ])('after %s is on the same weekday, later than now and than it', (plannedStart, day) => {
    const next = nextAfter(program({ plannedStart }), [speaker(2), speaker(1)], saturday)
    expect(next).toMatchObject({ day, time: '09:00', number: '5', title: 'Cải cách hành chính' })
    expect(next.seats.map(({ name }) => name)).toEqual(['Tên 1', 'Tên 2'])
    expect(next.lines.map(({ name }) => name)).toEqual(['0931.015.119'])
  })

  it('has no day where the last had none', () => {
    expect(nextAfter(program({ plannedStart: null, number: null }), [], saturday)).toMatchObject({
      day: '',
      time: '',
      number: '',
    })
  })
})

describe('what is typed of a programme', () => {
  it('is read as it is sent, and rows that say nothing are left out', () => {
    const seat = { key: '1', honorific: 'Ông', name: '', post: '', agency: ' ' }
    const { fields, seats, lines, faults } = read({
      ...draft,
      channels: 'Truyền hình\n\n FM ',
      seats: [seat, { ...seat, name: 'Hà' }],
      lines: [
        { key: '1', name: ' ' },
        { key: '2', name: 'Zalo' },
      ],
    })
    expect(faults).toEqual([])
    expect(fields).toEqual({
      title: 'Đất đai',
      number: null,
      seriesTitle: null,
      channels: ['Truyền hình', 'FM'],
      plannedStart: '2026-12-05T02:00:00.000Z',
      plannedMinutes: 60,
    })
    expect([seats.length, lines.length]).toEqual([1, 1])
  })

  it.each([
    ['title', { title: ' ' }],
    ['number', { number: '0' }],
    ['number', { number: 'bốn' }],
    ['day', { day: '31/11/2026' }],
    ['time', { time: '25:00' }],
    ['time', { time: '' }],
    ['time', { day: '', time: '9:00' }],
    ['minutes', { minutes: '' }],
    ['minutes', { minutes: '1441' }],
    ['seats', { seats: [{ key: '1', honorific: 'Ông', name: '', post: 'Giám đốc', agency: '' }] }],
    ['lines', { lines: ['Zalo', 'ZALO '].map(name => ({ key: name, name })) }],
  ])('is faulty in %s with %j', (fault, but) => {
    expect(read({ ...draft, ...but }).faults).toEqual([fault])
  })

  it('may leave day and time open', () => {
    const { fields, faults } = read({ ...draft, day: '', time: '' })
    expect([fields.plannedStart, faults]).toEqual([null, []])
  })
})

describe('a seat', () => {
  it('moves by one, and not beyond the ends', () => {
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b'])
    expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c'])
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c'])
  })
})
