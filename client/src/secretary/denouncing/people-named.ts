import { type Heard, phraseAt, phrases, sounds, soundsAny, unmarked } from './words-heard.js'

/** Somebody spoken of: by name, by an office that one person holds, or one of a staff. */
export type Named = { from: number; to: number; as: 'name' | 'office' | 'staff' }

const HONORIFICS = ['ông', 'bà', 'anh', 'chị', 'cô', 'chú', 'bác', 'dì', 'cậu', 'thằng', 'lão', 'mụ', 'thầy']
/** Short for ông, anh, chị, in front of a name only. */
const SHORT = ['ô', 'a', 'c']

/** What follows "ông", "bà" … without being a name: kin, forms of address, verbs. */
const NO_NAMES = (
  'nội|ngoại|xã|con|em|trai|gái|dâu|rể|cố|tổ|già|cụ|tôi|tui|ơi|ạ|à|ấy|đó|này|kia|nào|gì|ta|họ|và|với|hay|hoặc|' +
  'là|có|không|ko|hông|thì|mà|nên|rồi|cũng|vẫn|còn|đã|đang|sẽ|bị|được|phải|muốn|cần|xin|hỏi|cho|đi|về|ra|vô|vào|lên|' +
  'ở|tại|trong|ngoài|trên|dưới|của|các|những|mỗi|một|hai bên|làm|nói|kêu|biểu|bảo|nộp|ngồi|chị|anh|bà|ông|cha|chủ|' +
  'triệu|ngàn|nghìn|tháng|năm nay|tuổi|lần|ngày|bộ|bản|người|đồng|cây|đứa|lớn|nhỏ|út ít|trả|tiêu|phí|bằng|chế|đòi|lấy|nhận'
).split('|')

const SURNAMES = (
  'nguyễn|trần|lê|phạm|huỳnh|hoàng|phan|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý|đinh|đoàn|trịnh|trương|lâm|mai|tô|hà|cao|' +
  'thái|lưu|châu|tạ|phùng|quách|hứa|thạch|sơn|danh|kim|tăng|triệu|đào|vương|la|kiều|từ|lương|tống|diệp|ông|chung'
).split('|')
const MIDDLE = ['văn', 'thị']
const BY_ORDER = ['hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười', 'út']

const OFFICES = phrases(
  'chủ tịch|phó chủ tịch|bí thư|phó bí thư|giám đốc|phó giám đốc|trưởng phòng|phó phòng|trưởng ban|phó ban|trưởng ấp|' +
    'phó ấp|trưởng khu vực|phó khu vực|trưởng khóm|trưởng thôn|trưởng trạm|phó trạm|trưởng công an|phó công an|trưởng đoàn|' +
    'tổ trưởng|tổ phó|đội trưởng|đội phó|hiệu trưởng|hiệu phó|phó trưởng|phó văn phòng|chánh văn phòng|chánh thanh tra|' +
    'cán bộ địa chính|cb địa chính|cán bộ tư pháp|cán bộ hộ tịch|cán bộ đất đai|cán bộ thuế|cán bộ xây dựng|cán bộ một cửa|' +
    'công chức địa chính|địa chính xã|địa chính phường|anh địa chính|ông địa chính|công an xã|công an phường|công an khu vực|' +
    'ca xã|ca phường|cảnh sát khu vực|xã đội|phường đội|kế toán|thủ quỹ|chấp hành viên|thẩm phán|kiểm sát viên|' +
    'công chứng viên|kiểm lâm|hàng xóm|thanh tra xây dựng',
)
const STAFF = phrases(
  'cán bộ|cb|công chức|viên chức|nhân viên|chuyên viên|lãnh đạo|công an|csgt|cảnh sát giao thông|' +
    'quản lý thị trường|thanh tra|bác sĩ|giáo viên|sếp|địa chính',
)

/** What is called after people without being one. */
const PLACES = ['đường', 'phố', 'hẻm', 'trường', 'cầu', 'chợ', 'viên', 'thpt', 'thcs', 'lộ', 'khu']
/** A name after these is the caller's own. */
const SELF = ['là', 'tên']

/** Everybody a text speaks of, in the order of the words; the longest reading at each place. */
export function peopleIn(words: readonly Heard[]): Named[] {
  const found: Named[] = []
  for (let at = 0; at < words.length; at++) {
    const to = nameFrom(words, at)
    const office = phraseAt(words, at, OFFICES)
    const staff = phraseAt(words, at, STAFF)
    if (to > 0) found.push({ from: at, to, as: 'name' })
    else if (office > 0) found.push({ from: at, to: at + office, as: 'office' })
    else if (staff > 0) found.push({ from: at, to: at + staff, as: 'staff' })
    else continue
    at = found.at(-1)!.to - 1
  }
  return found
}

/** Where the name that begins here ends; 0 when none begins here. */
function nameFrom(words: readonly Heard[], at: number): number {
  const [word, next] = [words[at]!, words[at + 1]]
  const full = fullName(words, at)
  if (full > 0 && !soundsAny(words[at - 1], PLACES) && !soundsAny(words[at - 1], SELF)) return full
  if (!next || next.pause) return 0
  const called = soundsAny(word, HONORIFICS)
  if (!called && !SHORT.includes(word.spelt)) return 0
  const end = fullName(words, at + 1) || at + 2
  if (next.capital || end > at + 2) return end + following(words, end)
  // Without capitals "ông minh" is somebody; "ba", "chi", "co" without their tones are anything.
  if (soundsAny(next, NO_NAMES) || /^\d/.test(next.bare)) return 0
  if (!called) return unmarked(next) ? 0 : end
  if (!unmarked(word) || word.bare === 'ong') return end
  if (word.bare === 'anh')
    return !unmarked(next) || soundsAny(next, BY_ORDER) || soundsAny(next, SURNAMES) ? end : 0
  return 0
}

/** "Nguyễn Văn Mẫu", "nguyen thi lan"; two capitals or a middle name make a surname one. */
function fullName(words: readonly Heard[], at: number): number {
  if (!soundsAny(words[at], SURNAMES) || !words[at + 1] || words[at + 1]!.pause) return 0
  const middle = soundsAny(words[at + 1], MIDDLE) && words[at + 2] !== undefined && !words[at + 2]!.pause
  if (middle) return at + 3 + following(words, at + 3)
  if (!words[at]!.capital || !words[at + 1]!.capital) return 0
  return at + 2 + following(words, at + 2)
}

/** Further parts of the name. */
function following(words: readonly Heard[], at: number): number {
  let count = 0
  while (count < 2 && words[at + count]?.capital && !words[at + count]!.pause) count++
  return count
}

/** The honorific alone, right before a name or an office: what "tố" stands before. */
export const callsSomebody = (word: Heard | undefined) => HONORIFICS.some(one => sounds(word, one))
