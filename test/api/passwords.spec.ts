import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '../../protocol/paths.js'
import { House } from '../support/house.js'
import { newPerson, PASSWORD } from '../support/people.js'

describe('a new password', () => {
  let house: House
  beforeAll(async () => {
    house = await House.open()
  })
  afterAll(() => house.close())

  it('is refused with a reason in the reader’s language, and the old one stays', async () => {
    const desk = await newPerson(house, { roles: ['secretary'] })
    const fault = async (next: string, language = 'vi') => {
      const { status, body } = await desk.ask(
        'PUT',
        paths.password,
        { old: PASSWORD, new: next },
        { 'accept-language': language },
      )
      expect({ status, code: body.error.code }).toEqual({ status: 400, code: 'request.invalid' })
      expect(body.error.details.faults).toMatchObject([{ path: 'new' }])
      return body.error.details.faults[0].message
    }
    expect(await fault('mười bốn ký tự')).toBe('Cần ít nhất 15 ký tự.')
    expect(await fault('mười bốn ký tự'.normalize('NFD'), 'en')).toBe('At least 15 characters are needed.')
    expect(await fault('matkhau123456789')).toMatch(/^Dễ đoán/)
    expect(await fault('doithoai-doithoai', 'en')).toMatch(/^Easy to guess/)
    expect(await fault(`${desk.username}1`)).toMatch(/^Dễ đoán/)
    expect(await fault(PASSWORD.normalize('NFD'))).toBe('Giống mật khẩu cũ.')
    expect((await house.stranger().signIn(desk.username, PASSWORD)).status).toBe(200)
  })

  it('may be a long sentence with marks, and is the same however its letters are put together', async () => {
    const desk = await newPerson(house, { roles: ['secretary'] })
    const sentence = 'đêm ấy trăng sáng, chiếc ghe chở đầy dưa hấu cập bến chợ nổi Ｃái Răng'
    expect([...sentence].length).toBeGreaterThan(64)
    await desk.put(paths.password, { old: PASSWORD, new: sentence.normalize('NFD') }, 204)
    const signIn = (typed: string) => house.stranger().signIn(desk.username, typed)
    for (const typed of [sentence, sentence.normalize('NFC'), sentence.normalize('NFKC')])
      expect((await signIn(typed)).status).toBe(200)
    // Not a letter of it is left out.
    expect((await signIn(sentence.slice(0, -1))).status).toBe(401)
  })

  it('does not trouble the demo, whose own is known', async () => {
    expect((await house.stranger().signIn('thuky1', 'doithoai-demo')).status).toBe(200)
  })
})
