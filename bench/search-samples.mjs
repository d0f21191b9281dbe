import { randomUUID } from 'node:crypto'
import { NO_CONTENT } from '../dist/server/questions/domain/erase.js'
import { withSearchText } from '../dist/server/questions/domain/search-text.js'

/** Always the same chance, so that two runs ask the same. */
let seed = 20_220_924
function chance() {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
  return seed / 0x7fffffff
}
const one = list => list[Math.floor(chance() * list.length)]

const THINGS =
  'sổ đỏ,thẻ BHYT,giấy khai sinh,CCCD,VNeID,bằng lái xe,giấy phép xây dựng,hộ khẩu,tạm trú,lương hưu,trợ cấp,hộ kinh doanh,máy tính tiền,đất vườn,hộ nghèo,lý lịch tư pháp,học bạ,hộ chiếu,mã số thuế,quy hoạch,cống thoát nước,đường ấp,xe rác,trại heo,karaoke,sổ BHXH,đăng ký kết hôn,trích lục,thừa kế,tách thửa'
const TURNS =
  'bị mất,hết hạn,ghi sai tên,chưa có kết quả,bị trả về,trễ hẹn ba lần,đổi theo địa chỉ mới,làm online không được,phải lên tận Cần Thơ,tốn bao nhiêu tiền,nộp ở phường được không,cần giấy gì,cán bộ nói chờ,không ai trả lời,xin cấp lại,sang tên cho con,hư hỏng nặng,mưa là ngập'
const OPENINGS =
  'Cho tui hỏi,Nhà em ở,Xin chương trình cho biết,Hồi đầu năm tới giờ,Dạ cho hỏi,Má tôi năm nay 70 tuổi,Vợ chồng em mới cưới,Sau khi sáp nhập phường,Ở xã em,Công ty nhỏ của tôi'
const PLACES =
  'Ninh Kiều,Bình Thủy,Cái Răng,Ô Môn,Thốt Nốt,Phong Điền,Vị Thanh,Ngã Bảy,Kế Sách,Vĩnh Châu,Mỹ Tú,Long Mỹ'
const FAMILIES = 'Nguyễn,Trần,Lê,Huỳnh,Phạm,Võ,Đặng,Bùi,Thạch,Sơn,Danh,Lâm,Quách'
const NAMES =
  'Mộng Tuyền,Thanh Hải,Bích Ngọc,Hữu Phước,Kim Loan,Ngọc Diễm,Hoàng Phúc,Mười Hai,Văn Tư,Minh Khoa'
const SYLLABLES =
  'lan,minh,thao,vui,kien,quyen,tram,loc,hue,sanh,bau,nhan,chuc,xuyen,phong,bach,luong,tin,diem,khoa'
const [things, turns, openings, places, families, names, syllables] = [
  THINGS,
  TURNS,
  OPENINGS,
  PLACES,
  FAMILIES,
  NAMES,
  SYLLABLES,
].map(list => list.split(','))

/** A question as it might be asked; some words of it nobody else says. */
const question = () =>
  `${one(openings)} ${one(places)}, ${one(things)} ${one(turns)}, còn ${one(things)} thì ${one(turns)}. ` +
  `Không biết ${one(syllables)}${one(syllables)} ${one(syllables)} ra sao, giấy tờ đã nộp ở phường từ tháng ${1 + Math.floor(chance() * 12)}.`

const texts = Array.from({ length: 500 }, question)
export const asked = time => texts[time % texts.length]

const caller = () => ({
  honorific: 'Ông',
  name: `${one(families)} Thị ${one(names)}`,
  organisation: null,
  phone: { typed: `09${String(Math.floor(chance() * 1e8)).padStart(8, '0')}` },
  place: { text: `phường ${one(places)}` },
  mayReadName: true,
  mayKeep: true,
  mayForward: true,
})

const COLUMNS = [
  'id',
  'programId',
  'number',
  'run',
  'state',
  'version',
  'revision',
  'verbatim',
  'direct',
  'nature',
  'priority',
  'caller',
  'loggedBy',
  'loggedAt',
  'searchText',
  'searchShown',
  'gist',
  'wasApproved',
]
const BATCH = 500
const PROGRAMMES = 500

/** Fills a programme that is there and an archive of others, in the order of time, straight into the tables. */
export async function fillArchive(client, programId, here, archived) {
  const { rows } = await client.query(
    `INSERT INTO program SELECT (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid()))).*
     FROM program p, generate_series(1, $2) WHERE p.id = $1 RETURNING id`,
    [programId, PROGRAMMES],
  )
  const perProgramme = archived / PROGRAMMES
  const start = Date.parse('2022-09-24T02:00:00Z')
  let batch = []
  for (let index = 0; index < archived + here; index++) {
    const old = index < archived
    const number = old ? 1 + (index % perProgramme) : index - archived + 1
    batch.push(
      withSearchText({
        ...NO_CONTENT,
        id: randomUUID(),
        programId: old ? rows[Math.floor(index / perProgramme)].id : programId,
        number,
        run: 1,
        state: old ? 'answered' : 'pending',
        version: 1,
        revision: number,
        verbatim: index % 20_000 === 7 ? `${question()} xanhluc` : question(),
        caller: caller(),
        loggedBy: { id: randomUUID(), name: 'Lan' },
        loggedAt: new Date(start + index * 60_000),
        wasApproved: false,
      }),
    )
    if (batch.length === BATCH || index === archived + here - 1) {
      await client.query(
        `INSERT INTO question (${COLUMNS.map(column => `"${column}"`).join(', ')})
         SELECT ${COLUMNS.map(column => `"${column}"`).join(', ')} FROM jsonb_populate_recordset(null::question, $1)`,
        [JSON.stringify(batch)],
      )
      batch = []
    }
  }
  await client.query('UPDATE program SET "nextNumber" = $2 WHERE id = $1', [programId, here + 1])
  await client.query('VACUUM ANALYZE question')
}
