import { RIGHTFUL, isRightful, moneyAfter } from './money-spoken.js'
import type { Named } from './people-named.js'
import { NEAR, type Said, within } from './said.js'
import { type Heard, phraseAt, phrases, sounds, soundsAny, unmarked } from './words-heard.js'

const TAKE = phrases('lấy|đòi|vòi|ăn|cầm|ôm|nhận|gợi ý|hét')
const OF = phrases('của')
const GIVE = phrases('đưa|chung|đút|lót|dúi|biếu|bồi dưỡng|lo lót')
const MOVE = [...TAKE, ...GIVE]
const FORCE = ['bắt', 'ép', 'kêu', 'biểu', 'bảo', 'cầu', 'buộc', 'đòi', 'ý', 'vòi']
const TO_GET = phrases('để|mới|cho lẹ|cho nhanh|lo|chạy|nhờ|làm')
const ITSELF = ['tôi', 'tui', 'mình', 'em', 'con', 'đình', 'chưa', 'không', 'ko', 'hông', 'được', 'đc', 'dc']
const BESIDES = [
  'đã',
  'sẽ',
  'mới',
  'phải',
  'có',
  'định',
  'tính',
  'muốn',
  'đi',
  'lên',
  'cũng',
  'vẫn',
  'đang',
  'cần',
]
const OF_THE_PLACE = ['xã', 'phường', 'ấp', 'vực', 'khóm', 'huyện', 'chỗ']
const OTHERS = phrases('công ty|cty|ngân hàng|bệnh viện|tiệm|cửa hàng|dịch vụ|cò đất|chủ nợ|nhà thầu')

/** Whether money changes hands here that is not said to be rightful, whoever takes it. */
export function movesMoney({ words, people }: Said, at: number): boolean {
  const length = phraseAt(words, at, MOVE)
  const money = length > 0 ? moneyAfter(words, at + length, nameAt(people)) : null
  return money !== null && !isRightful(words, money.to)
}

/** Somebody who takes, demands or accepts money that is not rightful. */
export function takes(said: Said, at: number): boolean {
  const { words, people } = said
  const length = phraseAt(words, at, TAKE)
  if (length === 0 || sounds(words[at + length], 'lại')) return false
  const money = moneyAfter(words, at + length, nameAt(people))
  const who = money && subject(said, at)
  if (!money || !who) return false
  // What belongs to others is not rightful in an official's hand: "lấy tiền cứu trợ của dân".
  const ofOthers = who.as !== 'name' && within(words, money.to, money.to + 5, OF)
  if (
    (isRightful(words, money.to) && !ofOthers) ||
    (words[at]!.bare === 'voi' && unmarked(words[at]) && who.as === 'name')
  )
    return false
  if (who.as !== 'name') return true
  // "Nhận tiền" is said of every pension, "lấy tiền" of one's own.
  if (sounds(words[at], 'nhận') || (sounds(words[at], 'lấy') && !money.sum))
    return !within(words, 0, words.length, RIGHTFUL) && !isQuestion(words)
  return true
}

const isQuestion = (words: readonly Heard[]) =>
  within(
    words,
    0,
    words.length,
    phrases('ở đâu|khi nào|bao giờ|mấy giờ|thủ tục|hàng tháng|mỗi tháng|như thế nào'),
  )

const nameAt = (people: readonly Named[]) => (at: number) => {
  const one = people.find(({ from }) => from === at)
  return one ? one.to - one.from : 0
}

/** Who is said to do it: the nearest person before, when nobody else and not the caller stands between. */
function subject({ words, people }: Said, at: number): Named | undefined {
  let before = at - 1
  while (before >= 0 && soundsAny(words[before], BESIDES)) before--
  if (soundsAny(words[before], ITSELF) && !soundsAny(words[before - 1], OF_THE_PLACE)) return undefined
  const who = people.findLast(one => one.to <= at)
  if (!who || at - who.to > NEAR) return undefined
  return within(words, who.to, at, OTHERS) ? undefined : who
}

/** Money that had to be handed to somebody, for something to be done. */
export function gives({ words, people }: Said, at: number): boolean {
  const length = phraseAt(words, at, GIVE)
  if (length === 0) return false
  const money = moneyAfter(words, at + length, nameAt(people))
  if (!money || isRightful(words, money.to)) return false
  const forced = words.slice(Math.max(0, at - 4), at).some(one => soundsAny(one, FORCE))
  const near = people.some(one => one.from >= at - NEAR && one.from <= money.to + 3)
  return near && (forced || within(words, money.to, money.to + 10, TO_GET))
}
