import { request } from 'node:http'

/** Asks for the websocket with these headers; says whether it is opened. */
export function upgrade(
  address: string,
  headers: Record<string, string> = {},
): Promise<'opened' | 'refused'> {
  const { hostname, port } = new URL(address)
  return new Promise((resolve, reject) => {
    const asked = request({
      hostname,
      port,
      path: '/socket.io/?EIO=4&transport=websocket',
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
        ...headers,
      },
    })
    asked.on('upgrade', (_response, socket) => {
      socket.destroy()
      resolve('opened')
    })
    asked.on('response', response => {
      response.resume()
      resolve('refused')
    })
    asked.on('error', reject)
    asked.end()
  })
}

/** A request whose Host and other headers `fetch` would not let one write. */
export function rawRequest(
  address: string,
  {
    method = 'GET',
    path = '/',
    headers = {},
    body,
  }: { method?: string; path?: string; headers?: Record<string, string>; body?: string | Buffer },
): Promise<{ status: number; text: string; headers: Record<string, string | string[] | undefined> }> {
  const { hostname, port } = new URL(address)
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, method, path, headers, agent: false }, response => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          text: Buffer.concat(chunks).toString(),
          headers: response.headers,
        }),
      )
    })
    asked.on('error', reject)
    asked.end(body)
  })
}
