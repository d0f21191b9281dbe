import type { Restored } from './restore.js'

const TIMES = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  dateStyle: 'short',
  timeStyle: 'medium',
})
const time = (moment: string) => TIMES.format(new Date(moment))

const OTHERS: Record<string, string> = {
  'program.phase_changed': 'khóa sổ chương trình / close the programme',
  'program.wiped': 'xóa buổi chạy thử / wipe the rehearsal',
  'screen.revoked': 'thu hồi màn hình / revoke the screen',
  'account.changed': 'xem lại tài khoản (khóa, vai trò) / look at the account (lock, roles)',
  'account.password_reset': 'cấp lại mật khẩu / reset the password',
}

/** What people must know and do after a restore, in lines for the console. */
export function report({ header, rows, again, programs, unknown }: Restored): string[] {
  return [
    `Đã phục hồi bản lúc ${time(header.takenAt)}, ${rows} dòng, đã so từng dòng. / Restored, every row compared.`,
    ...programs.flatMap(({ title, lostFrom, lostTo, nextNumber }) => [
      ...(lostTo >= lostFrom
        ? [
            `“${title}”: câu ${lostFrom} đến ${lostTo} ghi sau bản này đã mất, nhập lại từ phiếu giấy. / questions logged after the backup are lost.`,
          ]
        : []),
      `“${title}”: câu tiếp theo mang số ${nextNumber}. / the next question's number.`,
    ]),
    ...section(
      'Đã chuyển kênh riêng sau bản này, nay đã xóa lại: / Diverted since, and erased again:',
      again.questions.map(({ name, number, at, by }) => `“${name}” câu ${number}, ${time(at)}, ${by}`),
    ),
    ...section(
      'Làm lại bằng tay: / To be done again by hand:',
      again.others.map(({ type, name, at, by }) => `${OTHERS[type]}: “${name}”, ${time(at)}, ${by}`),
    ),
    ...section(
      'Không biết đã xóa gì trong lúc này: hỏi Người duyệt và Tổ Thư ký, chuyển kênh riêng lại. / Nobody knows what was erased then: ask, and divert again.',
      unknown.map(({ from, to }) => `${time(from)} – ${time(to)}`),
    ),
    'Ai cũng phải đăng nhập lại; màn hình đã ghép tự kết nối lại. / Everybody signs in again; paired screens come back by themselves.',
  ]
}

const section = (title: string, lines: string[]): string[] =>
  lines.length === 0 ? [] : [title, ...lines.map(line => `  ${line}`)]
