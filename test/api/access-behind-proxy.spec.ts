import { afterEach, describe, expect, it } from 'vitest'
import { DEMO_PASSWORD } from '../../server/seed/first-accounts.js'
import { House } from '../support/house.js'
import { upgrade } from '../support/upgrade.js'

const login = { username: 'duyet1', password: DEMO_PASSWORD }
const FORWARDED = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'doithoai.example' }
const FROM_THERE = { ...FORWARDED, origin: 'https://doithoai.example' }

describe('what a proxy says of a request', () => {
  let house: House
  afterEach(() => house.close())

  /** Whether what is said is believed: by the cookie of a session, by the Origin check of HTTP, and by that of sockets. */
  async function believed(trustProxy: string | number | undefined) {
    house = await House.open({ settings: { trustProxy } })
    const desk = house.stranger()
    const { headers } = await desk.ask('POST', '/api/session', login, FORWARDED)
    const foreign = await desk.ask('POST', '/api/session', login, FROM_THERE)
    return {
      secure: headers.get('set-cookie')!.includes('; Secure'),
      ownPage: foreign.status === 200,
      ownSocket: (await upgrade(house.addresses[0]!, FROM_THERE)) === 'opened',
    }
  }

  it.each([
    ['its address', '127.0.0.1'],
    ['its network', '10.0.0.0/8, 127.0.0.0/8'],
    ['a number of hops', 1],
  ])('is believed of one that is named by %s', async (_how, trustProxy) => {
    expect(await believed(trustProxy)).toEqual({ secure: true, ownPage: true, ownSocket: true })
  })

  it.each([
    ['nobody is trusted', undefined],
    ['somebody else is trusted', '10.0.0.9'],
    ['no hop is trusted', 0],
  ])('is not believed when %s', async (_when, trustProxy) => {
    expect(await believed(trustProxy)).toEqual({ secure: false, ownPage: false, ownSocket: false })
  })
})
