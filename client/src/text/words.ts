const vi = {
  otherLanguage: 'English',
  product: 'Đối Thoại',
  about: 'Phần mềm làm chương trình đối thoại trực tiếp qua đường dây nóng',
  username: 'Tên đăng nhập',
  password: 'Mật khẩu',
  signIn: 'Đăng nhập',
  signOut: 'Đăng xuất',
  programmes: 'Chương trình',
  noProgramme: 'Chưa có chương trình nào.',
  unreachable: 'Không kết nối được máy chủ. Kiểm tra mạng rồi thử lại.',
  topicNumber: 'Chuyên đề',
  minutes: 'phút',
  rehearsal: 'CHẠY THỬ',
  phase: {
    draft: 'Chuẩn bị',
    open: 'Mở tiếp nhận',
    live: 'TRỰC TIẾP',
    paused: 'Tạm dừng',
    ended: 'Kết thúc',
    closed: 'Đã khóa sổ',
  },
}

const en: typeof vi = {
  otherLanguage: 'Tiếng Việt',
  product: 'Đối Thoại',
  about: 'The software a live call-in dialogue programme is made with',
  username: 'User name',
  password: 'Password',
  signIn: 'Sign in',
  signOut: 'Sign out',
  programmes: 'Programmes',
  noProgramme: 'There is no programme yet.',
  unreachable: 'The server cannot be reached. Check the network and try again.',
  topicNumber: 'Topic',
  minutes: 'minutes',
  rehearsal: 'REHEARSAL',
  phase: {
    draft: 'Draft',
    open: 'Open',
    live: 'LIVE',
    paused: 'Paused',
    ended: 'Ended',
    closed: 'Closed',
  },
}

export type Language = 'vi' | 'en'
const KEPT = 'language'

/** Vietnamese, until somebody at this browser asks for English. */
export const language: Language = localStorage.getItem(KEPT) === 'en' ? 'en' : 'vi'
export const words = { vi, en }[language]

/** Keeps the choice and shows the page in it. */
export function speak(chosen: Language): void {
  localStorage.setItem(KEPT, chosen)
  location.reload()
}
