import { afterAll, beforeAll, describe, it } from 'vitest'
import { House } from '../support/house.js'
import { approve, cardOf, face, logQuestion } from '../support/steps.js'
import { Windows, expectAccessible, expectShown } from '../support/windows.js'

describe('axe finds nothing', () => {
  let house: House
  let windows: Windows
  beforeAll(async () => {
    house = await House.open()
    windows = await Windows.open(house.addresses[0]!, house.programId)
    const secretary = await house.as('thuky1')
    const moderator = await house.as('duyet1')
    for (const text of ['Hộ kinh doanh có phải xuất hóa đơn điện tử không?', 'Khảo sát hài lòng do ai làm?'])
      await secretary.log(text, {
        caller: { phone: '0939.000.112', mayReadName: false, mayKeep: false, mayForward: false },
      })
    const onAir = await moderator.approved('Hồ sơ tách thửa trễ hẹn hai tháng thì hỏi ở đâu?')
    await moderator.take(onAir, null)
    await moderator.approved('Nộp hồ sơ tại phường được hết không?')
  })
  afterAll(async () => {
    await windows?.close()
    await house?.close()
  })

  it('where people sign in and choose', async () => {
    const page = await (await windows.machine()).newPage()
    await page.goto(windows.address)
    await expectShown(page.getByLabel('Tên đăng nhập'))
    await expectAccessible(page)
    const home = await windows.signedIn('/', 'duyet1')
    await expectShown(home.getByRole('link', { name: 'Bàn duyệt' }))
    await expectAccessible(home)
    windows.expectQuiet()
  })

  it('at the secretary’s desk, blank and with a slip sent', async () => {
    const page = await windows.desk('secretary', 'thuky2')
    await expectAccessible(page)
    await logQuestion(page, { text: 'Đường trước nhà ngập', phone: '0939000113', number: 5 })
    await expectAccessible(page)
    windows.expectQuiet()
  })

  it('at the moderator’s desk, with a card opened', async () => {
    const page = await windows.desk('moderator', 'duyet1')
    await expectShown(face(page, 'now'))
    await expectAccessible(page)
    await cardOf(page, 1).press('Enter')
    await expectShown(page.getByLabel('Nội dung lên sóng'))
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await approve(page, 2)
    await expectAccessible(page)
    windows.expectQuiet()
  })

  it('at the producer’s desk, with screens, a form and a question', async () => {
    await windows.screen('panel', 'Màn hình sân khấu')
    const page = await windows.desk('producer', 'daodien')
    await expectShown(page.getByText('Màn hình sân khấu'))
    await expectAccessible(page)
    await page.keyboard.press('Alt+g')
    await expectShown(page.getByLabel('Mã sáu số'))
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^Kết thúc chương trình/ }).press('Enter')
    await expectShown(page.getByRole('dialog'))
    await expectAccessible(page)
    windows.expectQuiet()
  })

  it('on a screen, waiting for its code and showing a question', async () => {
    const { page: unpaired } = await windows.unpairedScreen()
    await expectAccessible(unpaired)
    for (const kind of ['panel', 'speaker', 'host', 'overlay'] as const) {
      const page = await windows.screen(kind, `Màn hình ${kind}`)
      if (kind !== 'overlay')
        await expectShown(page.getByText('Hồ sơ tách thửa trễ hẹn hai tháng thì hỏi ở đâu?'))
      await expectAccessible(page)
    }
    windows.expectQuiet()
  })
})
