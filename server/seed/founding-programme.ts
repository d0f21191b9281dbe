/**
 * The programme that the demo is made after: "Gặp gỡ và Đối thoại – Cải cách hành chính thành phố Cần Thơ", as the
 * portal cchccantho.gov.vn reported on its fourth topic of 24 September 2022. The officials' names are invented.
 */
export const FOUNDING_PROGRAMME = {
  seriesTitle: 'Gặp gỡ và Đối thoại – Cải cách hành chính thành phố Cần Thơ',
  number: 4,
  title:
    'Giải pháp cải thiện Chỉ số cải cách hành chính, nâng cao chất lượng phục vụ của cơ quan nhà nước đối với tổ chức và công dân',
  plannedMinutes: 60,
  channels: ['Truyền hình', 'FM 97.3 MHz'],
  lines: [
    { code: 'hotline1', name: '0931.015.119' },
    { code: 'hotline2', name: '0931.016.119' },
  ],
  speakers: [
    {
      honorific: 'Ông',
      name: 'Lê Minh Quân (minh họa)',
      post: 'Giám đốc Sở',
      agency: 'Sở Nông nghiệp và Môi trường',
      seat: 1,
    },
    {
      honorific: 'Bà',
      name: 'Trần Thu Hà (minh họa)',
      post: 'Phó Giám đốc Sở Nội vụ',
      agency: 'Sở Nội vụ',
      seat: 2,
    },
    {
      honorific: 'Ông',
      name: 'Nguyễn Văn Phú (minh họa)',
      post: 'Chủ tịch Ủy ban nhân dân huyện',
      agency: 'Ủy ban nhân dân huyện',
      seat: 3,
    },
  ],
} as const

export const HOUSE_TOPICS = [
  'Đất đai',
  'Xây dựng – quy hoạch',
  'Hộ tịch',
  'Cư trú',
  'Căn cước – định danh điện tử',
  'Dịch vụ công trực tuyến',
  'Thủ tục hành chính – một cửa',
  'Đăng ký kinh doanh – đầu tư',
  'Thuế – phí',
  'Bảo hiểm xã hội – bảo hiểm y tế',
  'An sinh xã hội',
  'Người có công',
  'Lao động – việc làm',
  'Giáo dục',
  'Y tế',
  'Giao thông – hạ tầng đô thị',
  'Môi trường',
  'Nông nghiệp',
  'Thái độ phục vụ của công chức',
  'Tổ chức bộ máy – sắp xếp đơn vị hành chính',
  'Chỉ số CCHC (PAR INDEX, SIPAS, PAPI)',
  'Khác',
] as const

/** After Decree 150/2025/NĐ-CP on the specialised agencies of provinces, and the vertical bodies often needed. */
export const HOUSE_AGENCIES = [
  'Sở Nội vụ',
  'Sở Tư pháp',
  'Sở Tài chính',
  'Sở Công Thương',
  'Sở Nông nghiệp và Môi trường',
  'Sở Nông nghiệp và Môi trường (Văn phòng Đăng ký đất đai)',
  'Sở Xây dựng',
  'Sở Khoa học và Công nghệ',
  'Sở Văn hóa, Thể thao và Du lịch',
  'Sở Giáo dục và Đào tạo',
  'Sở Y tế',
  'Thanh tra thành phố',
  'Văn phòng UBND thành phố',
  'Văn phòng UBND thành phố (Trung tâm Phục vụ hành chính công thành phố)',
  'Công an thành phố Cần Thơ',
  'Thuế thành phố Cần Thơ',
  'Bảo hiểm xã hội thành phố Cần Thơ',
  'Báo và Phát thanh, Truyền hình Cần Thơ',
  'UBND xã, phường',
] as const

export const HOUSE_REASONS = [
  { code: 'out_of_scope', name: 'Ngoài phạm vi chuyên đề' },
  { code: 'unsuitable_language', name: 'Ngôn từ không phù hợp' },
  { code: 'too_little_information', name: 'Không đủ thông tin' },
  { code: 'already_answered', name: 'Đã được trả lời' },
  { code: 'test_or_nuisance', name: 'Cuộc gọi thử, quấy rối' },
  { code: 'other', name: 'Lý do khác' },
] as const

/** What a gallery says most often to its studio. */
export const HOUSE_MESSAGES = ['Còn 30 giây', 'Xin nói gần micro', 'Chuyển câu tiếp theo'] as const
