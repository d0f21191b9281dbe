import { describe, expect, it } from 'vitest'
import { askable } from '../../client/src/secretary/denouncing/askable.js'
import samples from '../../server/seed/sample-questions.json' with { type: 'json' }

/** Everything that may have gone up while this was typed letter by letter. */
const wentUp = (text: string) =>
  Array.from(text, (_, length) => askable(text.slice(0, length + 1)) ?? '').join('\n')

describe('what is asked about while it is typed', () => {
  it.each([
    ['Tố ông Nguyễn Văn Mẫu lấy 15 triệu làm sổ', /ông|Nguyễn|Mẫu|triệu/],
    ['to ong nguyen van mau lay 15tr lam so', /nguyen|mau|15/],
    ['Ông trưởng phòng Nguyễn Văn Mật nhận tiền', /Văn|Mật|nhận tiền/],
    ['Bà Lụa kế toán xã biển thủ tiền trợ cấp', /Lụa|kế toán|thủ tiền/],
    ['Đưa cho ông Hùng bên địa chính 10 triệu để làm sổ', /Hùng|triệu /],
    ['ong dang huu loi cong an xa doi 5 trieu', /dang|huu|loi|trieu/],
    ['Hôm bữa bà Quách Ngọc Ẩn phó chủ tịch nhận tiền', /Quách|Ngọc|Ẩn|nhận tiền/],
    ['chủ tịch xã bao che sòng bạc', /chủ tịch xã|bao che/],
    ['Nghe nói tham nhũng ở phòng đó, tên là Lê Văn Tám', /nhũng|Tám/],
  ])('never says who is meant, nor goes on after the first word of it: %s', (text, told) => {
    expect(wentUp(text)).not.toMatch(told)
    expect(askable(text)).toBeNull()
  })

  it.each([
    'Sổ đỏ ghi địa chỉ cũ, có phải đổi không?',
    'Nhân viên tiếp dân cáu gắt, quăng hồ sơ trả lại',
    'Phạt nguội ô tô ở tỉnh khác, nộp phạt ở đây được không?',
    'Ông nội mất, anh em chia đất của ông bà thì làm sao?',
    'Bà ngoại 80 tuổi nhận tiền trợ cấp ở đâu?',
  ])('is all of what denounces nobody: %s', text => {
    expect(askable(text)).toBe(text)
  })

  it('goes on without who is spoken of, and without the name that is just begun', () => {
    expect(askable('Hồ sơ của bà Trần Thị Lụa ba tháng chưa xong')).toBe('Hồ sơ của      tháng chưa xong')
    expect(askable('Hồ sơ của T')).toBe('Hồ sơ của ')
  })

  it('is held back for one of the samples, the denunciation', () => {
    const held = samples.filter(({ text }) => askable(text) === null)
    expect(held.map(({ note }) => note.includes('TỐ CÁO'))).toEqual([true])
  })
})
