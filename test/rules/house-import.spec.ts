import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnsOf } from '../../server/lists/domain/import-columns.js'
import { draftOf } from '../../server/lists/domain/import-rows.js'
import { decideRows } from '../../server/lists/domain/known-entries.js'
import { type HouseEntryRow, newEntry } from '../../server/lists/domain/house-entry.js'
import { decodedText } from '../../server/lists/reading/decoded-text.js'
import { delimitedRows } from '../../server/lists/reading/delimited-rows.js'

const entry = (name: string, code?: string): HouseEntryRow =>
  newEntry(`id of ${name}`, 'places', 0, { name, code })
const decide = (rows: { name: string; code?: string }[], present: HouseEntryRow[], update = true) =>
  decideRows(
    rows.map((said, index) => ({ row: index + 2, ...said })),
    present,
    update,
    'Tên',
  )

describe('columns', () => {
  it.each([
    [['Tên đơn vị', 'Mã số'], true, ['name', 'code']],
    [['TT', 'ĐƠN VỊ CŨ', 'Xã, phường'], true, [null, 'former', 'name']],
    [['Name', 'Tên'], true, ['name', null]],
    [['Sở Nội vụ', 'SNV'], false, ['name', 'code']],
    [['Mã', 'Số điện thoại'], false, ['name', 'code']],
  ])('of %j', (first, headed, fields) => {
    const understood = columnsOf(first, 2 + Number(first.length > 2))
    expect({ headed: understood.headed, fields: understood.columns.map(({ field }) => field) }).toEqual({
      headed,
      fields,
    })
  })

  it('without a heading are named as table programs name them', () => {
    const { columns } = columnsOf(['Sở Nội vụ'], 28)
    expect([0, 25, 26, 27].map(index => columns[index]!.title)).toEqual(['A', 'Z', 'AA', 'AB'])
  })
})

describe('separators', () => {
  it.each([
    ['a;b\nc;d', ';'],
    ['a\tb, c\nd\te', '\t'],
    ['a,b\nc,d', ','],
    ['Văn hóa, thể thao\nDu lịch', null],
    ['"a;b",c\n"d;e",f', ','],
    ['một', null],
  ])('of %j', (text, separator) => {
    expect(delimitedRows(text).separator).toBe(separator)
  })

  it('bring back every cell that was written between quotation marks', () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map(text => text.replace(/\r/g, ''))
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain(width =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      )
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';', '\t'), (rows, separator) => {
        const quoted = (text: string) => `"${text.replace(/"/g, '""')}"`
        const text = rows.map(cells => cells.map(quoted).join(separator)).join('\n')
        expect(delimitedRows(text).rows.map(({ cells }) => cells)).toEqual(rows)
      }),
    )
  })
})

describe('encodings', () => {
  it('bring every Vietnamese text back from UTF-8 and both kinds of UTF-16', () => {
    const letter = fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxyẪỄỢừ 0,;')
    const text = fc.string({ unit: letter, minLength: 1 }).map(said => `Tên\n${said}`)
    fc.assert(
      fc.property(text, said => {
        const wide = Buffer.from(said, 'utf16le')
        expect(decodedText(Buffer.from(said))).toEqual({ text: said, encoding: 'utf-8' })
        expect(decodedText(wide)).toEqual({ text: said, encoding: 'utf-16le' })
        expect(decodedText(Buffer.from(wide).swap16())).toEqual({ text: said, encoding: 'utf-16be' })
      }),
    )
  })
})

describe('rows', () => {
  const columns = columnsOf(['Tên', 'Mã', 'Tên cũ', 'Từ ngày'], 4).columns

  it.each([
    ['1/3/2026', '2026-03-01'],
    ['01-03-2026', '2026-03-01'],
    ['2026-03-01', '2026-03-01'],
    ['46082', '2026-03-01'],
    ['46082.5', '2026-03-01'],
  ])('tell a day as %s', (typed, day) => {
    const { draft, faults } = draftOf('places', 2, ['Xã A', '', 'Xã B; Xã C', typed], columns)
    expect(faults).toEqual([])
    expect(draft).toEqual({ row: 2, name: 'Xã A', former: ['Xã B', 'Xã C'], effectiveFrom: day })
  })

  it('tell a message no longer than messages are', () => {
    const { faults } = draftOf('messages', 2, ['a'.repeat(201)], columns)
    expect(faults).toEqual([{ row: 2, column: 'Tên', code: 'text.too_long', max: 200 }])
    expect(draftOf('topics', 2, ['a'.repeat(201)], columns).faults).toEqual([])
  })
})

describe('a row and the entries that are there', () => {
  it('belong together by code, else by name, else by name without tones, never against another code', () => {
    const present = [entry('Phường Tân An', '1'), entry('Phường Tấn An', '2'), entry('Xã Đông Hải')]
    const known = (name: string, code?: string) =>
      decide([{ name, ...(code && { code }) }], present).decided[0]!.known?.name
    expect(known('Phường Khác', '2')).toBe('Phường Tấn An')
    expect(known('phường tấn an')).toBe('Phường Tấn An')
    expect(known('XA DONG HAI', '7')).toBe('Xã Đông Hải')
    expect(known('Phường Tân An', '3')).toBeUndefined()
  })

  it('are new where the entry is retired', () => {
    const retired = { ...entry('Xã A'), retiredAt: new Date() }
    expect(decide([{ name: 'Xã A' }], [retired]).decided[0]!.action).toBe('added')
  })

  it('are skipped unless a change is asked for, and the same where it says nothing new', () => {
    const present = [entry('Xã A', '1')]
    const action = (said: { name: string; code?: string }, update: boolean) =>
      decide([said], present, update).decided[0]!.action
    expect(action({ name: 'Xã a' }, false)).toBe('skipped')
    expect(action({ name: 'Xã a' }, true)).toBe('updated')
    expect(action({ name: 'Xã A' }, true)).toBe('same')
  })

  it('are a fault when an earlier row was for the same', () => {
    const { decided, faults } = decide(
      [{ name: 'Xã A' }, { name: 'xa a' }, { name: 'Mới' }, { name: 'MỚI' }],
      [entry('Xã A')],
    )
    expect(decided.map(({ draft }) => draft.row)).toEqual([2, 4])
    expect(faults.map(({ row, max }) => [row, max])).toEqual([
      [3, 2],
      [5, 4],
    ])
  })
})
