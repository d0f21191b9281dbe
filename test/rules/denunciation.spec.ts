import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { soundsLikeDenunciation } from '../../client/src/secretary/denunciation.js'

const DENOUNCING = [
  'Tố ông Nguyễn Văn Mẫu cán bộ địa chính xã lấy 15 triệu của gia đình để làm sổ cho lẹ, có người làm chứng.',
  'to ong nguyen van mau can bo dia chinh lay 15tr lam so',
  'TỐ CÁO CHỦ TỊCH XÃ NHẬN HỐI LỘ CỦA NHÀ THẦU',
  'Tôi muốn tố cáo bà Trần Thị Lụa ăn chặn tiền hộ nghèo',
  'Em xin tố giác anh Tuấn công an xã bao che sòng bạc',
  'Anh cán bộ địa chính đòi 20 triệu mới chịu ký hồ sơ tách thửa',
  'can bo dia chinh doi 20 trieu moi chiu ky',
  'Chủ tịch xã nhận tiền của dân rồi cấp phép xây dựng sai',
  'chu tich xa nhan tien cua nha thau, dan ai cung biet',
  'Trưởng ấp ăn chặn tiền hỗ trợ lũ lụt, mỗi hộ bị trừ 500 ngàn',
  'truong ap an chan tien ho tro bao so 4',
  'Ông Sáu trưởng ấp vòi 3 triệu mới cho vô danh sách hộ nghèo',
  'Phó giám đốc trung tâm tham ô tiền quỹ, tui có giấy tờ',
  'Bà Lụa kế toán xã biển thủ tiền trợ cấp người già',
  'Bí thư xã lợi dụng chức vụ lấy đất công chia cho con cháu',
  'Công an xã bắt đưa 5 triệu mới trả xe',
  'Đưa cho ông Hùng bên địa chính 10 triệu để làm sổ mà hai năm chưa xong',
  'Phải chung cho anh Tuấn 500k mới ký giấy',
  'Tui tố thằng Minh cán bộ thuế, nó lấy của quán 2 triệu mỗi tháng',
  'Cán bộ xã vòi tiền, không đưa thì ngâm hồ sơ',
  'nhan vien mot cua doi 300 ngan moi nhan ho so',
  'Chị Hạnh ở phòng một cửa gợi ý tiền bồi dưỡng, không có là để đó',
  'Đề nghị làm rõ ông Phó Chủ tịch phường nhận hối lộ 200 triệu',
  'ong pho chu tich phuong nhan hoi lo 200 trieu',
  'Hiệu trưởng lấy 30 triệu của phụ huynh để chạy trường cho con họ',
  'Tôi làm đơn tố cáo ông Lê Văn Tám giám đốc công ty cấp nước',
  'Dân tố ông Bảy tổ trưởng bỏ túi tiền quỹ khu vực',
  'Ông Mẫu bị dân tố cáo hoài mà không ai xử lý',
  'Giám đốc văn phòng đăng ký đất đai tham nhũng, đề nghị thanh tra',
  'cb dia chinh xa nhan 15tr cua tui roi im luon',
  'Tố cáo Nguyễn Văn Mẫu làm giả hồ sơ thương binh',
  'Kế toán trường ăn bớt tiền ăn bán trú của mấy đứa nhỏ',
  'csgt lấy 2 triệu không lập biên bản',
  'Cán bộ hộ tịch kêu đưa thêm 1 triệu mới làm khai sinh',
  'Anh Phong trưởng công an phường nhận tiền bảo kê quán karaoke',
  'Tố a Tuấn địa chính xã, lấy của nhà e 15 củ',
  'Chủ tịch phường bao che cho hàng xóm xây lấn hẻm',
  'Tố cáo trưởng khu vực nhũng nhiễu dân',
]

const NOT_DENOUNCING = [
  'Thu nhập 15 triệu một tháng có phải đóng thuế không?',
  'thu nhap 15 trieu co phai dong thue ko',
  'Muốn lấy giấy xác nhận độc thân thì lấy ở đâu?',
  'Đi 3 nơi, nơi nào cũng đòi bản công chứng',
  'Ông nội tôi mất, giờ sang tên sổ đỏ làm sao?',
  'Bà Sáu bị mất sổ, xin cấp lại mất bao lâu?',
  'ba Sau bi mat so, xin cap lai bao lau',
  'Tổ trưởng tổ dân phố kêu làm lại sổ hộ khẩu, có đúng không?',
  'to truong to dan pho keu lam lai giay to',
  'to ong trong hiên nhà công cộng, ai tới gỡ giùm?',
  'nha co to ong bap cay, goi ai den go',
  'Tờ cáo phó dán đầy cột điện, phường có dẹp không?',
  'Nhà ông Bảy xây to cao che hết nắng nhà tôi',
  'nha ong Bay xay to cao qua, co xin phep khong',
  'Cán bộ tiếp nhận nói chuyện cộc lốc, hỏi 1 câu trả lời 1 câu',
  'Cán bộ địa chính hẹn hoài, hồ sơ trễ 2 tháng chưa xong',
  'can bo dia chinh hen hoai, tre 2 thang roi',
  'Bà Năm nhận tiền trợ cấp người cao tuổi ở đâu?',
  'Ông nội tôi nhận tiền bồi thường 200 triệu có phải đóng thuế không?',
  'Ông Tư bán đất 500 triệu, lấy tiền gửi ngân hàng có đóng thuế ko',
  'Luật tố cáo mới quy định chủ tịch xã giải quyết trong bao nhiêu ngày?',
  'Thủ tục khiếu nại, tố cáo nộp ở đâu?',
  'thu tuc khieu nai to cao nop o dau',
  'Thành phố có giải pháp gì phòng, chống tham nhũng của cán bộ?',
  'Chủ tịch thành phố nói gì về chỉ số kiểm soát tham nhũng năm rồi?',
  'Làm sao để cán bộ không nhũng nhiễu người dân?',
  'nop ho so nhung nhieu lan bi tra, ong chu tich xa noi cho',
  'ong Bay xin chung chi hanh nghe o dau',
  'cho hoi lo dat cua ba Sau co quy hoach khong',
  'chu tich xa co di tham nhung ho ngheo khong',
  'Anh Hải đóng học phí cho con 15 triệu, có được giảm không?',
  'Chủ nhà trọ đòi 2 triệu tiền cọc, có hợp đồng hay không?',
  'Nộp cho cán bộ một cửa 200 ngàn lệ phí mà không có biên lai',
  'Cán bộ thuế thu 3 triệu tiền thuế khoán, giờ bỏ khoán rồi tính sao?',
  'Ba tôi thương binh 4/4, tháng rồi bị chậm chi trả. Từ nay lãnh ở đâu?',
  'Anh em trong xóm góp 5 triệu làm đường, xã có hỗ trợ thêm không?',
  'Yếu tố nào tính vào chỉ số cải cách hành chính?',
  'Mùa giông tố cây ngã, ông Tám khu vực gọi ai?',
  'Khi nào khởi tố vụ án xả thải ở sông?',
  'Chị Lan hỏi: con học lái xe, lấy bằng hết 15 triệu có rẻ hơn được không?',
  'Tôi là Nguyễn Văn Bảy, muốn hỏi mức phạt 5 triệu có đúng không?',
  'Công ty đòi tôi 15 triệu tiền đặt cọc, chú Tư nói không phải đóng',
  'Ông xã em làm công nhân, nhận tiền thai sản cho vợ được không?',
  'Chủ tịch xã cho hỏi bao giờ sửa đường Nguyễn Trãi?',
  'Giám đốc Sở cho biết mấy ngày thì có thẻ BHYT?',
  'tra cuu to khai thue cho anh Hai, tien thue 2 trieu',
  'Tô hủ tiếu 50 ngàn có phải xuất hóa đơn không anh Tư?',
  'Bác Ba đã lấy sổ đỏ tháng trước, giờ sai tên phải làm sao?',
]

const samples = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../server/seed/sample-questions.json'), 'utf8'),
) as { text: string; note: string }[]

const toneless = (word: string) =>
  word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')

describe('the hint that a caller denounces somebody', () => {
  it.each(DENOUNCING)('is given for: %s', text => {
    expect(soundsLikeDenunciation(text)).toBe(true)
  })

  it.each(NOT_DENOUNCING)('is not given for: %s', text => {
    expect(soundsLikeDenunciation(text)).toBe(false)
  })

  it('is given for the one denunciation among the sample questions', () => {
    const heard = samples.filter(sample => soundsLikeDenunciation(sample.text))
    expect(heard.map(sample => sample.note.includes('TỐ CÁO'))).toEqual([true])
  })

  it('is given as well when words are typed without their marks, in capitals or in decomposed letters', () => {
    const retyped = fc
      .constantFrom(...DENOUNCING)
      .chain(text =>
        fc.tuple(fc.constant(text), fc.infiniteStream(fc.constantFrom('as it is', 'toneless', 'decomposed'))),
      )
      .map(([text, hows]) =>
        text
          .split(' ')
          .map(word => {
            const how = hows.next().value
            return how === 'toneless' ? toneless(word) : how === 'decomposed' ? word.normalize('NFD') : word
          })
          .join(' '),
      )
    fc.assert(
      fc.property(retyped, text => soundsLikeDenunciation(text)),
      { numRuns: 2000 },
    )
  })

  it('is given the same for every spelling of a text as a whole', () => {
    for (const text of DENOUNCING)
      for (const spelt of [toneless(text), text.normalize('NFD'), text.toUpperCase()])
        expect({ spelt, heard: soundsLikeDenunciation(spelt) }).toEqual({ spelt, heard: true })
  })
})
