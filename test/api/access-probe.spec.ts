import { it } from 'vitest'
import { House } from '../support/house.js'
it('p', async () => {
  const house = await House.open()
  const f = house.app.getHttpAdapter().getInstance()
  console.log(f.printRoutes({ commonPrefix: false }))
  const desk = await house.as('quantri')
  const raw = async (path: string, init: any = {}) => {
    const r = await fetch(desk.address + path, { ...init, headers: { cookie: desk.cookie!, ...init.headers } })
    console.log(path, init.method ?? 'GET', r.status, (await r.text()).slice(0, 200), JSON.stringify([...r.headers]).slice(0, 900))
  }
  await raw('/api/programs/%zz')
  await raw('/')
  await raw('/api/nope')
  await raw('/api/programs/' + 'a'.repeat(300))
  await raw('//api/programs')
  await raw('/api//programs')
  await raw('/api/%70rograms')
  await raw('/api/programs/')
  await raw('/API/programs')
  await raw('/api/programs', { method: 'HEAD' })
  await raw('/api/programs', { method: 'OPTIONS' })
  await raw('/api/programs', { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } })
  await raw('/api/programs', { method: 'POST', body: 'a', headers: { 'content-type': 'text/plain' } })
  await raw('/api/programs', { method: 'POST', body: 'a'.repeat(70000), headers: { 'content-type': 'application/json' } })
  await raw('/api/programs', { method: 'POST', headers: { 'X-HTTP-Method-Override': 'GET' } })
  await house.close()
})
