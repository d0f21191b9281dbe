import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ChangePassword } from '../../protocol/session.js'
import { isGuessable } from '../../server/access/domain/password-rules.js'
import { newPassword } from '../../server/access/secrets.js'
import { faultAt } from '../support/bodies.js'

const OWNER = ['lan.nguyen', 'Nguyễn Thị Ngọc Lan']
const guessable = (password: string) => isGuessable(password, OWNER)

describe('a password', () => {
  it.each([
    'matkhaumatkhau1',
    'Mật khẩu mật khẩu',
    'MATKHAU@123456789',
    '123456789012345',
    '111222333444555',
    'aaaaaaaaaaaaaaaa',
    'abcabcabcabcabcabc',
    'abababababababab',
    'doithoai-demo-2026',
    'Đối thoại Cần Thơ',
    'Doithoai@2026@2026',
    'qwertyuiopasdfgh',
    'poiuytrewqlkjhgf',
    '1qaz2wsx3edc4rfv',
    '!@#$%^&*()!@#$%^',
    'Password12345678',
    'iloveyou iloveyou',
    'anh yêu em 1234567',
    'abcdefghijklmnop',
    'lan.nguyen.2026.lan',
    'NguyễnThịNgọcLan1',
    'ngoclan-ngoclan-ngoclan',
    '               ',
  ])('made of what is tried first is refused: %s', password => {
    expect(guessable(password)).toBe(true)
  })

  it.each([
    'chiếc xuồng ba lá trôi',
    'correct horse battery staple',
    'mưa rào cuối tháng năm',
    'một mật khẩu mới',
    'cơm tấm sườn bì chả',
    'matkhau của bà ngoại tui',
    ')k#L&=@w~^v!?z{',
    'пароль для эфира города',
    '🌾🚤🥭🌧️🛶🐊🌴🎋',
  ])('of one’s own is taken, whatever its characters are: %s', password => {
    expect(guessable(password)).toBe(false)
  })

  it('that the house makes up itself is never one of those', () => {
    for (let time = 0; time < 500; time++) {
      const password = newPassword()
      expect(password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/)
      expect(guessable(password)).toBe(false)
    }
  })

  it('gets no better by case, marks, spaces or another form of the same letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 15, maxLength: 40 }), password => {
        const told = guessable(password)
        expect(guessable(password.normalize('NFD'))).toBe(told)
        expect(guessable([...password].join(' '))).toBe(told)
      }),
    )
    expect(guessable('ＭＡＴＫＨＡＵ１２３４５６７８')).toBe(true)
  })

  it('is measured by characters, however they are written, between 15 and far more than 64', () => {
    const fault = (password: string) => faultAt(ChangePassword, { old: '', new: password })
    expect(fault('ắ'.repeat(14))).toBe('new')
    expect(fault('ắ'.repeat(14).normalize('NFD'))).toBe('new')
    expect(fault('🌾'.repeat(14))).toBe('new')
    for (const letter of ['ắ', 'ắ'.normalize('NFD'), 'ặ'.normalize('NFD'), '🌾', 'a', ' ']) {
      expect(fault(letter.repeat(15))).toBe(null)
      expect(fault(letter.repeat(64))).toBe(null)
    }
    expect(fault('a'.repeat(257))).toBe('new')
  })
})
