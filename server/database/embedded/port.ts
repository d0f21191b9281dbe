import { readFile, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'

/**
 * The port of the last start as long as it is free, so that a client which outlived the server finds it again;
 * else any free one.
 */
export async function choosePort(folder: string): Promise<number> {
  const last = Number(await readFile(join(folder, 'port'), 'utf8').catch(() => '0'))
  return (last && (await tryPort(last))) || (await tryPort(0)) || 0
}

/** Keeps the port for the next start. */
export async function rememberPort(folder: string, port: number): Promise<void> {
  await writeFile(join(folder, 'port'), String(port))
}

function tryPort(port: number): Promise<number> {
  return new Promise(resolve => {
    const probe = createServer()
    probe.once('error', () => resolve(0))
    probe.listen(port, '127.0.0.1', () => {
      const { port: free } = probe.address() as AddressInfo
      probe.close(() => resolve(free))
    })
  })
}
