import type { ErrorCode } from '#protocol/errors.js'
import { USERNAME_FORM } from '#protocol/accounts.js'
import { LOOKUP_DIGITS, TOO_FEW_DIGITS } from '#protocol/caller-lookup.js'
import { FAR_TIME } from '#protocol/ids.js'
import { PASSWORD_LENGTH, PASSWORD_SHORT } from '#protocol/session.js'
import { TextFault } from '#protocol/text.js'

export type Language = 'vi' | 'en'

/** What a refusal says, in Vietnamese first. */
export const ERROR_MESSAGES: Record<ErrorCode, Record<Language, string>> = {
  'request.invalid': { vi: 'Nội dung gửi lên chưa hợp lệ.', en: 'The request is not valid.' },
  'request.too_large': { vi: 'Nội dung gửi lên quá lớn.', en: 'The request is too large.' },
  'request.id_used': { vi: 'Mã lệnh này đã được dùng.', en: 'This command id was used already.' },
  'request.not_found': { vi: 'Không có địa chỉ này.', en: 'There is nothing at this address.' },
  'access.signed_out': {
    vi: 'Chưa đăng nhập hoặc phiên đã kết thúc.',
    en: 'Not signed in, or the session ended.',
  },
  'access.not_allowed': { vi: 'Vai trò này không được làm việc đó.', en: 'This role may not do that.' },
  'access.too_many': { vi: 'Quá nhiều lần. Thử lại sau.', en: 'Too many tries. Try again later.' },
  'access.wrong_login': { vi: 'Sai tên đăng nhập hoặc mật khẩu.', en: 'Wrong user name or password.' },
  'access.password_change_needed': {
    vi: 'Phải đổi mật khẩu dùng một lần trước.',
    en: 'The one-time password must be changed first.',
  },
  'account.not_found': { vi: 'Không có tài khoản này.', en: 'There is no such account.' },
  'account.stale': {
    vi: 'Tài khoản đã thay đổi trong lúc đó.',
    en: 'The account changed in the meantime.',
  },
  'account.name_used': { vi: 'Tên đăng nhập này đã có.', en: 'This user name is taken.' },
  'account.last_admin': { vi: 'Phải còn ít nhất một quản trị.', en: 'One administrator must remain.' },
  'question.not_found': { vi: 'Không có câu hỏi này.', en: 'There is no such question.' },
  'question.stale': {
    vi: 'Câu hỏi đã thay đổi trong lúc đó.',
    en: 'The question changed in the meantime.',
  },
  'question.move_not_possible': {
    vi: 'Câu hỏi đang ở trạng thái không làm được việc này.',
    en: 'The question is in a state that does not allow this.',
  },
  'question.wording_needed': {
    vi: 'Cần nội dung lên sóng: lời ghi nhận dài quá 280 ký tự.',
    en: 'A wording is needed: the question as logged is longer than 280 characters.',
  },
  'question.private_number': {
    vi: 'Nội dung lên sóng có số riêng tư. Bỏ số ấy đi hoặc cho phép đích danh.',
    en: 'The wording has a private number. Remove it or allow it by name.',
  },
  'question.not_joinable': {
    vi: 'Không thể gộp vào câu hỏi này.',
    en: 'This question cannot be joined.',
  },
  'question.merge_circle': {
    vi: 'Không thể gộp một câu hỏi vào chính nó.',
    en: 'A question cannot be merged into itself.',
  },
  'question.has_askers': {
    vi: 'Còn người cùng hỏi: tách họ ra trước.',
    en: 'Others asked the same: split them off first.',
  },
  'question.number_used': { vi: 'Số câu này đã có.', en: 'This number is taken.' },
  'program.not_found': { vi: 'Không có chương trình này.', en: 'There is no such programme.' },
  'program.stale': {
    vi: 'Chương trình đã thay đổi trong lúc đó.',
    en: 'The programme changed in the meantime.',
  },
  'program.phase_not_possible': {
    vi: 'Chương trình chưa thể chuyển như vậy.',
    en: 'The programme cannot be changed so now.',
  },
  'program.changed_on_air': {
    vi: 'Câu đang trả lời đã đổi trong lúc đó.',
    en: 'What is on air changed in the meantime.',
  },
  'program.not_open': {
    vi: 'Chương trình chưa ở giai đoạn làm được việc này.',
    en: 'The programme is not in a phase that allows this.',
  },
  'program.unfinished': {
    vi: 'Còn câu hỏi chưa quyết định.',
    en: 'Some questions are not decided yet.',
  },
  'program.closed': { vi: 'Chương trình đã khóa sổ.', en: 'The programme is closed.' },
  'program.other_run': {
    vi: 'Phiếu thuộc một lần chạy thử khác.',
    en: 'The slip belongs to another rehearsal run.',
  },
  'screen.not_found': { vi: 'Không có màn hình này.', en: 'There is no such screen.' },
  'screen.not_paired': { vi: 'Màn hình chưa được ghép.', en: 'The screen is not paired yet.' },
  'screen.code_invalid': {
    vi: 'Mã màn hình sai hoặc đã hết hạn.',
    en: 'The screen code is wrong or has expired.',
  },
  'screen.not_on_air': {
    vi: 'Chỉ câu đang trả lời mới đưa lên đồ họa được.',
    en: 'Only the question on air can be put on the overlay.',
  },
  'screen.revoked': { vi: 'Màn hình đã bị thu hồi.', en: 'The screen was revoked.' },
  'message.not_found': { vi: 'Không có lời nhắn này.', en: 'There is no such message.' },
  'list.not_found': { vi: 'Không có danh mục này.', en: 'There is no such list.' },
  'list.stale': { vi: 'Danh mục đã thay đổi trong lúc đó.', en: 'The list changed in the meantime.' },
  'server.failed': {
    vi: 'Máy chủ gặp lỗi. Nội dung đã nhập vẫn còn.',
    en: 'The server failed. Nothing typed is lost.',
  },
  'database.unavailable': {
    vi: 'Cơ sở dữ liệu tạm thời không dùng được. Đang thử lại.',
    en: 'The database is unavailable for the moment. Trying again.',
  },
}

/** What a fault in one field says. */
export const FAULT_MESSAGES: Record<string, Record<Language, string>> = {
  'zod.invalid_type': { vi: 'Thiếu, hoặc không đúng kiểu.', en: 'Missing, or of another type.' },
  'zod.unrecognized_keys': { vi: 'Không có trường này.', en: 'There is no such field.' },
  'zod.invalid_format': { vi: 'Không đúng dạng.', en: 'Not in the right format.' },
  'zod.invalid_value': { vi: 'Không phải giá trị được phép.', en: 'Not one of the allowed values.' },
  'zod.invalid_union': { vi: 'Không phải giá trị được phép.', en: 'Not one of the allowed values.' },
  'zod.too_small': { vi: 'Quá nhỏ, quá ít hoặc quá ngắn.', en: 'Too small, too few or too short.' },
  'zod.too_big': { vi: 'Quá lớn, quá nhiều hoặc quá dài.', en: 'Too large, too many or too long.' },
  'zod.not_multiple_of': { vi: 'Không phải số được phép.', en: 'Not an allowed number.' },
  'zod.invalid_key': { vi: 'Tên trường không hợp lệ.', en: 'The name of a field is not valid.' },
  'zod.invalid_element': { vi: 'Một phần tử không hợp lệ.', en: 'One of the elements is not valid.' },
  [FAR_TIME]: { vi: 'Cần ngày từ năm 1900 đến năm 9999.', en: 'Needs a day in the years 1900 to 9999.' },
  'cursor.unknown': { vi: 'Không phải chỗ tiếp theo của danh sách.', en: 'Not where a list goes on.' },
  [TextFault.control]: { vi: 'Có ký tự không được phép.', en: 'A character is not allowed.' },
  [TextFault.surrogate]: { vi: 'Có ký tự hỏng.', en: 'A character is broken.' },
  [TextFault.bidi]: { vi: 'Có ký tự đổi chiều chữ.', en: 'A bidirectional control is not allowed here.' },
  [TextFault.empty]: { vi: 'Không được để trống.', en: 'Must not be empty.' },
  [TextFault.long]: { vi: 'Dài quá {max} ký tự.', en: 'Longer than {max} characters.' },
  'list.unknown_entry': {
    vi: 'Không có trong danh mục của chương trình.',
    en: "Not in the programme's list.",
  },
  'list.named_otherwise': {
    vi: 'Cần đúng danh mục này và chỉ danh mục này.',
    en: 'This list is needed, and only this.',
  },
  'list.name_used': { vi: 'Danh mục đã có mục này.', en: 'The list has this entry already.' },
  'list.ends_before_start': { vi: 'Hết hiệu lực trước khi bắt đầu.', en: 'Ends before it begins.' },
  'message.too_long': { vi: 'Dài quá 200 ký tự.', en: 'Longer than 200 characters.' },
  'import.text_or_file': { vi: 'Cần nội dung dán hoặc một tệp.', en: 'Pasted text or one file is needed.' },
  'import.empty': { vi: 'Không có dòng nào.', en: 'There is no row.' },
  'import.too_many_rows': { vi: 'Quá 50.000 dòng.', en: 'More than 50,000 rows.' },
  'import.too_large_unpacked': {
    vi: 'Tệp bung ra quá lớn, không đọc.',
    en: 'The file unpacks to too much; it was not read.',
  },
  'import.old_excel': {
    vi: 'Tệp Excel kiểu cũ (.xls). Lưu lại thành .xlsx hoặc CSV.',
    en: 'An old Excel file (.xls). Save it as .xlsx or CSV.',
  },
  'import.unreadable': { vi: 'Không đọc được tệp như một bảng.', en: 'The file cannot be read as a table.' },
  'import.quote_open': {
    vi: 'Dấu ngoặc kép mở mà không đóng.',
    en: 'A quotation mark is opened and never closed.',
  },
  'import.same_as_row': { vi: 'Trùng với dòng {max}.', en: 'The same as row {max}.' },
  'reason.words_needed': { vi: 'Lý do khác cần ghi rõ.', en: 'Another reason needs words.' },
  'question.other_number': { vi: 'Không đúng số của câu hỏi.', en: "Not the question's number." },
  'paper.not_reserved': {
    vi: 'Số này chưa được dành cho phiếu giấy.',
    en: 'This number was not reserved for paper.',
  },
  'screen.not_an_overlay': { vi: 'Màn hình này không phải đồ họa.', en: 'This screen is not an overlay.' },
  'screen.on_television': {
    vi: 'Đồ họa đang lên truyền hình, không hiện tên hay bảng thử.',
    en: 'An overlay on television shows neither its name nor a test card.',
  },
  'message.unknown_screen': {
    vi: 'Chương trình không có màn hình này.',
    en: 'The programme has no such screen.',
  },
  'message.to_overlay': {
    vi: 'Đồ họa đang lên truyền hình, không nhận lời nhắn.',
    en: 'An overlay is on television: it takes no message.',
  },
  [USERNAME_FORM]: {
    vi: 'Cần 3–60 chữ cái không dấu, chữ số hoặc . _ -',
    en: 'Needs 3–60 plain letters, digits or . _ -',
  },
  [PASSWORD_SHORT]: {
    vi: `Cần ít nhất ${PASSWORD_LENGTH} ký tự.`,
    en: `At least ${PASSWORD_LENGTH} characters are needed.`,
  },
  'password.guessable': {
    vi: 'Dễ đoán: chỉ gồm từ thông dụng, tên, dãy phím hoặc năm.',
    en: 'Easy to guess: only common words, names, rows of keys or years.',
  },
  'password.same': { vi: 'Giống mật khẩu cũ.', en: 'The same as before.' },
  'program.unknown': { vi: 'Không có chương trình này.', en: 'There is no such programme.' },
  [TOO_FEW_DIGITS]: {
    vi: `Cần ít nhất ${LOOKUP_DIGITS} chữ số.`,
    en: `At least ${LOOKUP_DIGITS} digits are needed.`,
  },
  'answer.ends_before_start': { vi: 'Kết thúc trước khi bắt đầu.', en: 'Ends before it starts.' },
}
