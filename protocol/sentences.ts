/**
 * What is read out to a caller, in Vietnamese whatever the desk's language, unless the house's list `sentences` has
 * other words under the same code. "ông/bà" stands for the caller's honorific.
 */
export const SENTENCES = {
  consent:
    'Chương trình xin lưu tên, số điện thoại của ông/bà để phản hồi và có thể chuyển cơ quan trả lời; tên và xã/phường có thể được đọc trên sóng. Ông/bà có đồng ý không?',
  denunciation:
    'Nội dung ông/bà nêu thuộc về tố cáo. Chương trình không tiếp nhận tố cáo qua điện thoại và không nêu trên sóng để bảo vệ ông/bà. Ông/bà vui lòng gửi đơn có ký tên hoặc đến trình bày trực tiếp tại cơ quan có thẩm quyền.',
} as const
export type Sentence = keyof typeof SENTENCES

/** A sentence as it is said to this caller: "Cô" for "Ông/bà", at its beginning in capitals. */
export function saidTo(sentence: string, honorific: string): string {
  const you = honorific.trim().toLowerCase()
  if (!you) return sentence
  const opening = you.charAt(0).toUpperCase() + you.slice(1)
  return sentence.replaceAll('ông/bà', () => you).replaceAll('Ông/bà', () => opening)
}
