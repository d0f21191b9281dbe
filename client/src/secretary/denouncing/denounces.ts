import { type Named, callsSomebody } from './people-named.js'
import { type Said, within } from './said.js'
import { type Heard, phraseAt, phrases, sounds, soundsAny, unmarked } from './words-heard.js'

const DENOUNCE = phrases('tố cáo|tố giác')
/** A denunciation as a matter of law or procedure, not one that is being made. */
const AS_A_MATTER = phrases(
  'luật|giải quyết|tiếp nhận|quy định|thủ tục|quyền|bảo vệ người|khiếu nại|trả lời|hướng dẫn|xử lý|mẫu đơn',
)
const INTENT = [
  'đơn',
  'muốn',
  'xin',
  'tôi',
  'tui',
  'dân',
  'bị',
  'cần',
  'nghị',
  'em',
  'con',
  'phải',
  'đã',
  'dung',
  'làm',
]
const NOT_DENOUNCING = ['ô', 'yếu', 'giông', 'dông', 'công', 'nguyên', 'khởi', 'truy', 'đấu', 'tố']
const RECEIVES = ['gửi', 'nộp', 'lên', 'đến', 'tới', 'gặp', 'nhờ', 'báo', 'trình', 'cho', 'hỏi', 'mời']

const receives = ({ words }: Said, one: Named) =>
  soundsAny(words[one.from - 1], RECEIVES) ||
  (callsSomebody(words[one.from - 1]) && soundsAny(words[one.from - 2], RECEIVES))

/** "Tố cáo", "tố giác", "tố ông": whoever is meant may still have to be named. */
export const beginsToDenounce = (words: readonly Heard[], at: number) =>
  phraseAt(words, at, DENOUNCE) > 0 ||
  (sounds(words[at], 'tố') &&
    !soundsAny(words[at - 1], NOT_DENOUNCING) &&
    (!unmarked(words[at]) || callsSomebody(words[at + 1])))

/** "Tố cáo" with somebody who is not its receiver, or "tố" right before somebody. */
export function denounces(said: Said, at: number): boolean {
  const { words, people } = said
  if (!sounds(words[at], 'tố') || people.some(one => one.from <= at && at < one.to)) return false
  const next = people.find(
    one => one.from === at + 1 || (one.from === at + 2 && callsSomebody(words[at + 1])),
  )
  const length = phraseAt(words, at, DENOUNCE)
  if (length === 0)
    return (
      next !== undefined &&
      !soundsAny(words[at - 1], NOT_DENOUNCING) &&
      (!unmarked(words[at]) || isPlain(words, next))
    )
  const whom = people.filter(one => !receives(said, one))
  const right = whom.find(one => one.from >= at + length && one.from <= at + length + 3)
  if (unmarked(words[at]) && unmarked(words[at + 1]) && sounds(words[at + 1], 'cáo') && !right)
    if (
      !soundsAny(words[at - 1], INTENT) &&
      !soundsAny(words[at + length], ['hành', 'việc', 'vì', 'sai', 'đích'])
    )
      return false
  if (within(words, at - 3, at, AS_A_MATTER)) return false
  return right !== undefined || whom.some(one => one.as !== 'staff')
}

/** "to ong" may be a beehive: without marks it takes a surname, a capital or an office. */
const isPlain = (words: readonly Heard[], one: Named) =>
  one.as !== 'name' || one.to - one.from > 2 || words[one.to - 1]!.capital
