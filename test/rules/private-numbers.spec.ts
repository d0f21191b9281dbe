import { describe, expect, it } from 'vitest'
import { findPrivateNumbers, maskPrivateNumbers } from '#protocol/private-numbers.js'

const HOTLINES = ['0931.015.119', 'Tổng đài: 0931.016.119']
const mask = (text: string) => maskPrivateNumbers(text, HOTLINES)

const two = (number: number) => String(number).padStart(2, '0')

describe('the finder of private numbers', () => {
  it.each([
    '0939000112',
    '0939 000 112',
    '0939.000.112',
    '0939-000-112',
    '093 900 0112',
    '0 9 3 9 0 0 0 1 1 2',
    '(0939) 000 112',
    '+84939000112',
    '+84 939 000 112',
    '84939000112',
    '0084 939 000 112',
    '０９３９０００１１２',
    '0939．000．112',
    '0939\u200b000\u200d112',
    '0\u20609\u20603\u20609\u2060000112',
    '0939\u202e000\u2069112',
    '0939 · 000 • 112',
    '0939 – 000 – 112',
    '(0292) 3730759',
    '0292 3 730 759',
    '079201000123',
    '079 201 000 123',
    '362123456',
    '1900 1234',
  ])('finds %s', number => {
    expect(mask(`Gọi ${number} nhé`)).toBe('Gọi ••• nhé')
    expect(mask(`Gọi${number}nhé`)).toBe('Gọi•••nhé')
  })

  it('finds two that stand side by side', () => {
    for (const gap of [' ', ' - ', ', ', '; ', ' hoặc ', '/'])
      expect(mask(`Gọi 0939 000 112${gap}0918 000 245.`)).toBe(`Gọi •••${gap}•••.`)
  })

  it('finds one behind or before other numbers', () => {
    expect(mask('số nhà 30-4 0939 000 112')).toBe('số nhà 30-4 •••')
    expect(mask('0939.000.112 - 500 triệu đồng')).toBe('••• - 500 triệu đồng')
    expect(mask('0939 000 112 5 km')).toBe('••• 5 km')
    expect(mask('0931.015.119 - 0939.000.112')).toBe('0931.015.119 - •••')
  })

  it('lets the hotlines through, in any spelling, and with what stands beside them', () => {
    for (const text of [
      'Gọi 0931.015.119',
      'Gọi 0931 015 119 hoặc 0931016119',
      'Gọi +84 931 015 119',
      'Gọi 0931.015.119 - 0931.016.119',
      'Gọi 0931.015.119 (24/7)',
    ])
      expect(mask(text)).toBe(text)
  })

  it.each([
    '120.000.000 đồng',
    '1.500.000.000đ',
    '120000000 VND',
    '999 999 999 VNĐ',
    '120.000.000-150.000.000 đồng',
    '123456789012 triệu',
    '123456789 tỷ',
    '123.456.789 m2',
    '123.456.789 m²',
    '123456789ha',
    '123456789 km',
    '123.456.789.012.345',
    'giai đoạn 2021-2025',
    'từ năm 2018 – 2023',
    'ngày 20/11/2026 và 21/11/2026',
    'lúc 9:00 ngày 21.11.2026',
    'Nghị định 151/2025/NĐ-CP',
    'số 12, đường 30/4, khu vực 3',
    'thửa 1234, tờ 56',
    'gọi 113, 114, 115 hoặc 1022',
  ])('leaves %s', text => {
    expect(mask(text)).toBe(text)
  })

  it('does not take "được" for đồng', () => {
    expect(mask('0939000112 được')).toBe('••• được')
    expect(mask('362123456 đã cấp')).toBe('••• đã cấp')
    expect(mask('362123456 kmh')).toBe('••• kmh')
    expect(mask('362123456 đ.')).toBe('362123456 đ.')
  })

  it('takes no date for a number', () => {
    for (let year = 1945; year <= 2045; year++)
      for (let month = 1; month <= 12; month++)
        for (const day of [1, 9, 10, 12, 18, 19, 28])
          for (const date of [`${two(day)}.${two(month)}.${year}`, `${day}-${month}-${year}`])
            expect([date, findPrivateNumbers(date)]).toEqual([date, []])
  })

  it('says where and what', () => {
    expect(findPrivateNumbers('Gọi 0939 000 112, CCCD 079201000123')).toEqual([
      { from: 4, to: 16, text: '0939 000 112', kind: 'phone' },
      { from: 23, to: 35, text: '079201000123', kind: 'identity' },
    ])
  })

  it('is done with two thousand odd characters at once', () => {
    const before = performance.now()
    for (const odd of ['1 ', '09 ', '0\ufeff', '(', '0·•', '+0-'])
      findPrivateNumbers(odd.repeat(2000 / odd.length))
    expect(performance.now() - before).toBeLessThan(2000)
  })

  it.each(['0913/555/666', '0913~555~666', '٠٩١٣٥٥٥٦٦٦', '𝟎𝟗𝟏𝟑𝟓𝟓𝟓𝟔𝟔𝟔', '09/12/3456/78'])(
    'is found as %s',
    spelled => {
      expect(findPrivateNumbers(`gọi ${spelled} nhé`)).toHaveLength(1)
      expect(maskPrivateNumbers(`gọi ${spelled} nhé`)).toBe('gọi ••• nhé')
    },
  )

  it.each(['từ 01/07/2025 - 31/12/2025', '05/09/2025 12 giờ', 'nhà 12/3/4', 'ngày 1/12/2025 10 giờ'])(
    'is not seen in %s',
    text => {
      expect(findPrivateNumbers(text)).toEqual([])
    },
  )
})

describe('digits without an end', () => {
  it('are private as a whole, and looked through at once', () => {
    for (const run of ['0 ', '0.1.', '0 0 6 1 ', '84-']) {
      const text = run.repeat(5000 / run.length)
      const begun = performance.now()
      expect(findPrivateNumbers(text)).toMatchObject([{ from: 0, kind: 'phone' }])
      expect(performance.now() - begun).toBeLessThan(500)
      expect(maskPrivateNumbers(text)).toMatch(/^•••.?$/)
    }
  })
})
