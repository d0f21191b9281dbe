import { type Heard, phraseAt, phrases, sounds, soundsAny } from './words-heard.js'

const NUMBERS = 'một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|trăm|chục|vài|mấy|rưỡi|nửa'.split('|')
const UNITS = 'triệu|tr|trđ|tỷ|tỉ|ngàn|nghìn|k|đồng|vnđ|vnd|củ|chai|cây|đô|usd'.split('|')
/** What may stand between the taking and the sum: from whom, and how much of it. */
const FILLERS = (
  'của|dân|người|gia|đình|nhà|tôi|tui|em|anh|chị|mình|con|chú|cô|bác|mỗi|từng|hộ|bà|thêm|tới|đến|hết|luôn|' +
  'số|khoảng|hơn|gần|là|phải|cho|lại|riêng|tận|cả|ông|má|mẹ|vợ|chồng|đưa|chung|chi|nộp|đóng|lo|trước|tụi|họ|đúng|bên|chỗ|phòng|xã|phường'
).split('|')
/** Money that is owed, earned or granted. */
export const RIGHTFUL = phrases(
  'thuế|phí|lệ phí|học phí|viện phí|trợ cấp|lương|hưu|bồi thường|đền bù|đền|hỗ trợ|bảo hiểm|bhxh|bhyt|chế độ|' +
    'chính sách|thuê|cọc|vay|mượn|nợ|lãi|hụi|thương binh|điện|nước|rác|công|thưởng|bán|mua|phạt|giải tỏa|tuất|mai táng|thai sản|' +
    'thất nghiệp|quà|cứu trợ|học bổng|gửi|ngân hàng|bưu điện|tài khoản|atm|trợ giá|hóa đơn|tiền thuế|dịch vụ|ship',
)

const POINTED_AT = phrases('đó|này|kia|ấy')

/** A sum of money, however it is said: "15 triệu", "15tr", "mười lăm triệu", "500k", "15.000.000". In words; 0 when there is none. */
export function sumAt(words: readonly Heard[], at: number): number {
  let end = at
  while (end < at + 4 && (/^\d/.test(words[end]?.bare ?? '') || soundsAny(words[end], [...NUMBERS, 'lăm'])))
    end++
  if (end === at) return 0
  if (soundsAny(words[end], UNITS)) return end + 1 - at
  return words[at]!.bare.replace(/\D/g, '').length >= 6 ? end - at : 0
}

/** Where the money ends that the words from here on speak of, and whether a sum was named; null when they do not. */
export function moneyAfter(
  words: readonly Heard[],
  at: number,
  isName: (at: number) => number,
): { to: number; sum: boolean } | null {
  for (let here = at, steps = 0; here < words.length && steps < 7; steps++) {
    const sum = sumAt(words, here)
    if (sum > 0) return { to: here + sum, sum: true }
    if (sounds(words[here], 'tiền')) {
      const named = sumAt(words, here + 1)
      return { to: here + 1 + named, sum: named > 0 }
    }
    const name = isName(here)
    if (name === 0 && !soundsAny(words[here], FILLERS)) return null
    here += name || 1
  }
  return null
}

/** "tiền trợ cấp", "15 triệu tiền thuê nhà", "tiền đó": said right after the sum. */
export function isRightful(words: readonly Heard[], to: number): boolean {
  const after = sounds(words[to], 'tiền') ? to + 1 : to
  return phraseAt(words, after, [...RIGHTFUL, ...POINTED_AT]) > 0
}
