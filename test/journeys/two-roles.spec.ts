import { afterAll, beforeAll, describe, it } from 'vitest'
import { House } from '../support/house.js'
import { PASSWORD, newPerson } from '../support/people.js'
import { Windows, expectShown, expectSynced } from '../support/windows.js'

describe('one person with two roles', () => {
  let house: House
  let windows: Windows
  beforeAll(async () => {
    house = await House.open()
    windows = await Windows.open(house.addresses[0]!, house.programId)
  })
  afterAll(async () => {
    await windows?.close()
    await house?.close()
  })

  it('has the two desks one click apart', async () => {
    const { username } = await newPerson(house, { roles: ['moderator', 'producer'] })
    const page = await windows.signedIn('/', username, PASSWORD)
    await page.getByRole('link', { name: 'Bàn duyệt' }).click()
    await expectSynced(page)
    await expectShown(page.getByRole('heading', { level: 1, name: 'Bàn duyệt' }))
    for (const desk of ['Bàn đạo diễn', 'Bàn duyệt']) {
      await page.getByRole('link', { name: desk }).click()
      await expectShown(page.getByRole('heading', { level: 1, name: desk }))
      await expectSynced(page)
    }
    windows.expectQuiet()
  })
})
