import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HouseEntry } from '../../protocol/house.js'
import { ImportReport } from '../../protocol/house-import.js'
import { paths } from '../../protocol/paths.js'
import type { Answer, Desk } from '../support/desk.js'
import { SOON_MS } from '../support/eventually.js'
import { House } from '../support/house.js'
import { expectView, faultPaths } from '../support/slips.js'
import { workbook, zip } from '../support/zip.js'

describe('a table brought into a list of the house', () => {
  let house: House
  let admin: Desk
  beforeAll(async () => {
    house = await House.open()
    admin = await house.as('quantri')
  })
  afterAll(() => house.close())

  const listed = async (list: string): Promise<HouseEntry[]> => (await admin.get(paths.house(list)))[list]
  const ask = (list: string, said: object): Promise<Answer> =>
    admin.ask('POST', paths.houseImport(list), { id: randomUUID(), ...said })
  const reported = async (list: string, said: object): Promise<ImportReport> => {
    const { status, body } = await ask(list, said)
    expect({ status, error: body.error }).toEqual({ status: 200, error: undefined })
    expectView(ImportReport, body.report)
    return body.report
  }
  const preview = (list: string, said: object) => reported(list, { preview: true, ...said })
  const file = (bytes: Uint8Array | string) => ({ file: Buffer.from(bytes as string).toString('base64') })

  it('is shown first, row by row, and changes nothing until it is taken in', async () => {
    const before = await listed('agencies')
    const text = 'Tên cơ quan;Mã;Tên cũ;Ghi chú\nSở Dân tộc;SDT;Ban Dân tộc|Sở Tôn giáo;mới\nso noi vu;;;\n'
    const report = await preview('agencies', { text })
    expect(report).toMatchObject({
      form: 'text',
      encoding: null,
      separator: ';',
      columns: [
        { title: 'Tên cơ quan', field: 'name' },
        { title: 'Mã', field: 'code' },
        { title: 'Tên cũ', field: 'former' },
        { title: 'Ghi chú', field: null },
      ],
      rows: 2,
      counts: { added: 1, updated: 0, same: 0, skipped: 1 },
      faulty: 0,
      shown: [
        { row: 2, action: 'added', name: 'Sở Dân tộc', code: 'SDT', former: ['Ban Dân tộc', 'Sở Tôn giáo'] },
        { row: 3, action: 'skipped', name: 'so noi vu' },
      ],
    })
    expect(await listed('agencies')).toEqual(before)
    await reported('agencies', { text })
    expect(await listed('agencies')).toEqual([
      ...before,
      expect.objectContaining({ name: 'Sở Dân tộc', code: 'SDT', former: ['Ban Dân tộc', 'Sở Tôn giáo'] }),
    ])
    expect((await reported('agencies', { text })).counts).toMatchObject({ added: 0, same: 1, skipped: 1 })
  })

  it('names its faulty rows, and is taken in without them only when that is said', async () => {
    const text = `name,code,effective to\nMột,1,\n,2,\n${'a'.repeat(301)},3,\nBốn,4,31/02/2026\nMỘT,1,\nSáu,6,31/12/2026`
    const { faults, faulty, counts } = await preview('topics', { text })
    expect(faults.map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, 'name', 'text.empty'],
      [4, 'name', 'text.too_long'],
      [5, 'effective to', 'zod.invalid_format'],
      [6, 'name', 'import.same_as_row'],
    ])
    expect(faults.map(({ message }) => message)).toEqual([
      'Không được để trống.',
      'Dài quá 300 ký tự.',
      'Không đúng dạng.',
      'Trùng với dòng 2.',
    ])
    expect({ faulty, counts }).toMatchObject({ faulty: 4, counts: { added: 2 } })
    const before = await listed('topics')
    const refused = await ask('topics', { text })
    expect(refused.status).toBe(400)
    expect(faultPaths(refused.body)).toEqual([
      'rows.3.name',
      'rows.4.name',
      'rows.5.effective to',
      'rows.6.name',
    ])
    expect(await listed('topics')).toEqual(before)
    await reported('topics', { text, leaveOutFaulty: true })
    expect((await listed('topics')).slice(before.length)).toMatchObject([
      { name: 'Một', code: '1' },
      { name: 'Sáu', code: '6', effectiveTo: '2026-12-31' },
    ])
  })

  it('changes what is known by its code or its name without tones, when that is asked for', async () => {
    const [first, second] = await listed('places')
    const text = `Tên\tMã\tTên cũ\nPhường Cái Khế Mới\t${first!.code}\tPhường Cái Khế\n${second!.name.toUpperCase()}\t\t`
    const report = await reported('places', { text, known: 'update' })
    expect(report.counts).toMatchObject({ updated: 2, added: 0 })
    const [changed, renamed] = await listed('places')
    expect(changed).toEqual({
      ...first,
      version: 2,
      name: 'Phường Cái Khế Mới',
      former: ['Phường Cái Khế'],
    })
    expect(renamed).toEqual({ ...second, version: 2, name: second!.name.toUpperCase() })
  })

  it.each([
    ['utf-8', Buffer.from('\ufeffTên\nĐường Ẫ Ễ Ợ một', 'utf8')],
    ['utf-8', Buffer.from('Tên\nĐường Ẫ Ễ Ợ một', 'utf8')],
    ['utf-16le', Buffer.from('\ufeffTên\nĐường Ẫ Ễ Ợ một', 'utf16le')],
    ['utf-16le', Buffer.from('Tên\nĐường Ẫ Ễ Ợ một', 'utf16le')],
    ['utf-16be', Buffer.from('\ufeffTên\nĐường Ẫ Ễ Ợ một', 'utf16le').swap16()],
    ['utf-16be', Buffer.from('Tên\nĐường Ẫ Ễ Ợ một', 'utf16le').swap16()],
    // Ê and Â with a tone of their own behind them, Đ, Ơ and ư: how Windows-1258 writes.
    [
      'windows-1258',
      Buffer.from([
        ...Buffer.from('T'),
        0xea,
        ...Buffer.from('n\n'),
        0xd0,
        0xfd,
        0xf5,
        0xcc,
        ...Buffer.from('ng '),
        0xc2,
        0xde,
        0x20,
        0xca,
        0xde,
        0x20,
        0xd5,
        0xf2,
        ...Buffer.from(' m'),
        0xf4,
        0xf2,
        ...Buffer.from('t'),
      ]),
    ],
  ])('is read in %s', async (encoding, bytes) => {
    const report = await preview('topics', file(bytes))
    expect({ encoding: report.encoding, name: report.shown[0]?.name }).toEqual({
      encoding,
      name: 'Đường Ẫ Ễ Ợ một',
    })
  })

  it('takes what looks like a formula as text, names it, and never works it out', async () => {
    const cells = ['=1+1', '+84931015119', '-5', '@SUM(A1)', '=cmd|"/c calc"!A1']
    const report = await preview('topics', {
      text: `Tên\n"${cells.map(cell => cell.replace(/"/g, '""')).join('"\n"')}"`,
    })
    expect(report.formulas).toBe(5)
    expect(report.formulasShown.map(({ row, text }) => ({ row, text }))).toEqual(
      cells.map((text, index) => ({ row: index + 2, text })),
    )
    const sheet = workbook([
      ['Tên', 'Mã'],
      [{ formula: 'HYPERLINK("http://a","b")', was: 'b' }, 'x'],
    ])
    expect(await preview('topics', file(sheet))).toMatchObject({
      form: 'xlsx',
      formulas: 1,
      formulasShown: [{ row: 2, column: 'Tên', text: '=HYPERLINK("http://a","b")' }],
      shown: [{ name: '=HYPERLINK("http://a","b")', code: 'x' }],
    })
  })

  it('is read from a workbook, whose rows keep their numbers', async () => {
    const sheet = workbook([
      [],
      ['Xã, phường', 'Mã xã', 'Đến ngày'],
      ['Xã A & <B>', '31001', '46387'],
      [''],
      ['Xã C', '', ''],
    ])
    const report = await preview('places', file(sheet))
    expect(report.shown).toEqual([
      { row: 3, action: 'added', name: 'Xã A & <B>', code: '31001', effectiveTo: '2026-12-31' },
      { row: 5, action: 'added', name: 'Xã C' },
    ])
  })

  const bomb = Buffer.alloc(200 * 1024 * 1024, 0x20)
  it.each([
    [
      'unpacks to hundreds of times its size',
      () => zip([{ name: 'xl/workbook.xml', bytes: bomb }]),
      'bung ra',
    ],
    [
      'says that it unpacks to little',
      () => zip([{ name: 'xl/workbook.xml', bytes: bomb, says: 100 }]),
      'Không đọc được',
    ],
    [
      'has entities that grow',
      () => {
        const grown = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`)
        const text = `<!DOCTYPE sst [<!ENTITY l0 "ha">${grown.join('')}]><sst><si><t>&l9;</t></si></sst>`
        return workbook([['Tên'], ['một']], { 'xl/sharedStrings.xml': text })
      },
      'Không đọc được',
    ],
    ['has a path in a name', () => zip([{ name: '../../x', bytes: Buffer.from('x') }]), 'Không đọc được'],
    ['is cut in the middle', () => workbook([['Tên'], ['một']]).subarray(0, 400), 'Không đọc được'],
    ['has no sheet', () => workbook([['Tên']], { 'xl/workbook.xml': '<workbook/>' }), 'Không đọc được'],
    ['is of Excel before 2007', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), '.xls'],
    ['is empty', () => Buffer.from('\r\n \r\n'), 'Không có dòng nào'],
  ])('is refused at once when it %s', async (_, make, said) => {
    const body = { preview: true, ...file(make()) }
    const from = performance.now()
    const refused = await ask('topics', body)
    expect(performance.now() - from).toBeLessThan(SOON_MS)
    expect(refused).toMatchObject({ status: 400, body: { error: { code: 'request.invalid' } } })
    expect(refused.body.error.details.faults[0].message).toContain(said)
  })

  it('tells the row at which a quotation mark is opened and never closed', async () => {
    const refused = await ask('topics', { text: 'Tên\nMột\n"Hai\nBa' })
    expect(faultPaths(refused.body)).toEqual(['rows.3'])
  })

  it('may have fifty thousand rows and not one more, and others are answered meanwhile', async () => {
    const rows = Array.from({ length: 50_000 }, (_, index) => `Ấp ${index},A${index}`)
    const secretary = await house.as('thuky1')
    const text = ['Tên,Mã', ...rows].join('\n')
    const taking = reported('places', { text })
    let answered = 0
    for (let taken: unknown; !taken; answered++)
      [, taken] = await Promise.all([secretary.get('/health/live'), Promise.race([taking, undefined])])
    expect(answered).toBeGreaterThan(3)
    expect((await taking).counts).toMatchObject({ added: 50_000 })
    expect(await listed('places')).toHaveLength(50_000 + 103)
    const sheet = workbook([['Tên', 'Mã'], ...rows.map(row => row.split(','))])
    expect((await preview('places', file(sheet))).counts).toMatchObject({ same: 50_000 })
    const refused = await ask('places', { text: `${text}\nmột nữa` })
    expect(refused.body.error.details.faults[0].message).toBe('Quá 50.000 dòng.')
  })

  it('may be larger than any other body, up to eight mebibytes', async () => {
    const text = `Tên\n${'a'.repeat(200)}\n`.repeat(400)
    expect((await ask('topics', { preview: true, text })).status).toBe(200)
    const tooLarge = await ask('topics', { preview: true, text: 'a'.repeat(8 * 1024 * 1024) })
    expect(tooLarge).toMatchObject({ status: 413, body: { error: { code: 'request.too_large' } } })
    const other = await admin.ask('POST', paths.house('topics'), { id: randomUUID(), name: text })
    expect(other.status).toBe(413)
  })

  it('needs a text or a file, and one of them', async () => {
    for (const said of [{}, { text: 'a', file: 'YQ==' }, { file: 'no base64!' }, { text: 5 }])
      expect((await ask('topics', said)).body.error.code).toBe('request.invalid')
  })

  it('is taken in once by a command that comes twice', async () => {
    const command = { id: randomUUID(), text: 'Tên\nChỉ một lần' }
    for (const _ of [1, 2]) await admin.post(paths.houseImport('reasons'), command)
    expect((await listed('reasons')).filter(({ name }) => name === 'Chỉ một lần')).toHaveLength(1)
  })
})
