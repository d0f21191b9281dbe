type Headers = Record<string, string | string[] | undefined>

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value.join(', ') : value)

/**
 * Whether a browser says that a request comes from a page that is not ours. A request that names neither origin nor
 * site comes from no browser. `hosts` are the own hosts as the client named them, `allowed` further origins.
 */
export function isForeign(headers: Headers, allowed: readonly string[], hosts: readonly string[]): boolean {
  const origin = one(headers['origin'])
  if (origin !== undefined && allowed.includes(origin)) return false
  if (origin !== undefined && !isOwn(origin, hosts)) return true
  const site = one(headers['sec-fetch-site'])
  return site !== undefined && site !== 'same-origin' && site !== 'none'
}

/** The scheme is not compared: behind a proxy that ends TLS the server does not know it. */
function isOwn(origin: string, hosts: readonly string[]): boolean {
  if (!URL.canParse(origin)) return false
  const url = new URL(origin)
  const port = url.protocol === 'https:' ? '443' : '80'
  return hosts.some(host => {
    const own = host.toLowerCase()
    return url.host !== '' && (own === url.host || own === `${url.hostname}:${url.port || port}`)
  })
}
