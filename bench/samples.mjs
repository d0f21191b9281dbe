/** A slip as secretaries write them; the same for both sides. */
export const slip = (id, number) => ({
  id,
  verbatim:
    'Sổ đỏ nhà tôi ghi địa chỉ quận cũ, nay đã đổi thành phường mới. Tôi muốn hỏi có bắt buộc phải đi đổi lại giấy ' +
    'chứng nhận hay không, nếu đổi thì nộp hồ sơ ở đâu, lệ phí bao nhiêu và bao lâu thì được trả kết quả?',
  nature: 'ask',
  note: `Gọi lần ${number}`,
  caller: {
    honorific: 'Anh',
    name: 'Nguyễn Thanh Hải',
    phone: '0939.000.112',
    place: { text: 'phường Tân An' },
    mayReadName: true,
    mayKeep: true,
    mayForward: false,
  },
})

/** The moderator's words, never twice the same: each approval brings a new wording, as on the day. */
export const wording = turn =>
  'Giấy chứng nhận quyền sử dụng đất ghi địa chỉ quận cũ: có bắt buộc phải đổi không, nộp hồ sơ ở đâu và bao lâu ' +
  `thì được trả kết quả? (${turn})`
