import type { Named } from './people-named.js'
import { NEAR, type Said, within } from './said.js'
import { type Heard, phraseAt, phrases, sounds, unmarked } from './words-heard.js'

const WRONGS = phrases(
  'hối lộ|tham nhũng|tham ô|biển thủ|nhũng nhiễu|bao che|ăn chặn|ăn bớt|trục lợi|lót tay|chung chi|vòi vĩnh|đút lót|' +
    'chạy chọt|tư túi|bỏ túi|đút túi|lạm quyền|chiếm đoạt|lợi dụng chức vụ|lợi dụng chức quyền|đưa phong bì|nhận phong bì|ăn của dân',
)
const AS_A_POLICY = phrases('chống|luật|chỉ số|vụ án|nạn|kiểm soát|ngăn chặn|không|ko|hông|đừng')
const SUPPOSED = phrases('nếu|khi|trường hợp|gặp')

/** How many words from here on name a wrong; 0 when none is named. */
export function wrongNamedAt(words: readonly Heard[], at: number): number {
  const length = phraseAt(words, at, WRONGS)
  return mistakable(words, at, length) ? 0 : length
}

/** A wrong that is named, near somebody who is said to have done it. */
export function wrongs(said: Said, at: number): boolean {
  const { words } = said
  const length = wrongNamedAt(words, at)
  if (length === 0) return false
  if (within(words, at - 3, at, AS_A_POLICY) || sounds(words[at - 1], 'bị')) return false
  const who =
    said.people.findLast(one => one.to <= at && at - one.to <= reach(one)) ??
    said.people.find(one => one.from > at && one.from - at - length <= reach(one))
  return who !== undefined && (who.as !== 'staff' || !within(words, at - 8, at, SUPPOSED))
}

/** One of a staff is meant only right beside the wrong; further off the talk is of staff in general. */
const reach = (one: Named) => (one.as === 'staff' ? 5 : NEAR)

/** Without marks some wrongs read like something harmless. */
function mistakable(words: readonly Heard[], at: number, length: number): boolean {
  const span = words.slice(at, at + length)
  if (!span.every(unmarked)) return false
  const [before, after] = [words[at - 1]?.bare ?? '', words[at + length]?.bare ?? '']
  switch (span.map(one => one.bare).join(' ')) {
    case 'chung chi': // chứng chỉ
      return after !== 'tien' && !/^\d/.test(after)
    case 'nhung nhieu': // nhưng nhiều
      return !['gay', 'hanh'].includes(before) && !['dan', 'ba', 'doanh'].includes(after)
    case 'hoi lo': // hỏi lô, hỏi lo
      return (
        ['cho', 'xin', 'muon', 'de', 'goi'].includes(before) ||
        ['dat', 'nen', 'so', 'nao', 'giay', 'ho'].includes(after)
      )
    case 'tham nhung': // thăm những
      return (
        ['di', 'den', 'toi', 've', 'vieng'].includes(before) ||
        ['ho', 'nguoi', 'gia', 'noi', 'nha'].includes(after)
      )
    case 'tham o': // thăm ở
      return !['tien', 'tai', 'cong', 'ngan', 'quy', 'cua'].includes(after) && !/^\d/.test(after)
    default:
      return false
  }
}
