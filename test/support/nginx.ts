import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { eventually } from './eventually.js'

const DEPLOYED = fileURLToPath(new URL('../../deploy/nginx/', import.meta.url))
const PATH = `${process.env['PATH']}:/usr/sbin`
/** What packagers put under /var, and a test under its own folder. */
const TEMPORARY = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  .map(name => `${name}_temp_path temp-${name};`)
  .join('\n    ')

/** Debian's nginx with the very configuration of deploy/nginx, on ports of loopback and with a certificate of its own. */
export class Nginx {
  private constructor(
    private readonly folder: string,
    private readonly child: ChildProcess,
    readonly port: number,
    readonly plainPort: number,
  ) {}

  static async before(servers: string[]): Promise<Nginx> {
    const folder = mkdtempSync(join(tmpdir(), 'doithoai-nginx-'))
    const [port, plainPort] = [await freePort(), await freePort()]
    certify(folder)
    const main = readFileSync(`${DEPLOYED}nginx.conf`, 'utf8')
    writeFileSync(join(folder, 'nginx.conf'), configured(main, port, plainPort))
    writeFileSync(
      join(folder, 'servers.conf'),
      pointed(readFileSync(`${DEPLOYED}servers.conf`, 'utf8'), servers),
    )
    const nginx = new Nginx(folder, start(folder), port, plainPort)
    await nginx.answers()
    return nginx
  }

  get address(): string {
    return `https://127.0.0.1:${this.port}`
  }

  /** As `nginx -s reload`: new workers for new connections, the old ones stay for theirs. */
  reload(): void {
    this.child.kill('SIGHUP')
  }

  /** The processes that serve at this moment. */
  workers(): string[] {
    return readFileSync(`/proc/${this.child.pid}/task/${this.child.pid}/children`, 'utf8').trim().split(' ')
  }

  /** Everything that it noted of requests. */
  noted(): string {
    return readFileSync(join(this.folder, 'access.log'), 'utf8')
  }

  async stop(): Promise<void> {
    const gone = new Promise(resolve => this.child.once('close', resolve))
    this.child.kill('SIGTERM')
    await gone
    rmSync(this.folder, { recursive: true, force: true })
  }

  private async answers(): Promise<void> {
    await eventually(
      async () => {
        if (this.child.exitCode !== null) throw new Error(`nginx does not start: ${this.child.exitCode}`)
        await fetch(`${this.address}/health/live`)
      },
      { timeout: 10_000, interval: 20 },
    )
  }
}

function start(folder: string): ChildProcess {
  const args = ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')]
  try {
    execFileSync('nginx', ['-t', '-q', ...args], { env: { ...process.env, PATH }, stdio: 'pipe' })
  } catch (error) {
    const { code, stderr } = error as { code?: string; stderr?: Buffer }
    if (code === 'ENOENT')
      throw new Error('nginx is missing: on Debian `apt install nginx`', { cause: error })
    throw new Error(`nginx refuses its configuration: ${stderr}`, { cause: error })
  }
  const child = spawn('nginx', [...args, '-g', 'daemon off;'], {
    env: { ...process.env, PATH },
    stdio: 'ignore',
  })
  process.once('exit', () => child.kill('SIGTERM'))
  return child
}

async function freePort(): Promise<number> {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port } = taken.address() as AddressInfo
  taken.close()
  await once(taken, 'close')
  return port
}

function certify(folder: string): void {
  mkdirSync(join(folder, 'tls'))
  const [key, certificate] = ['key', 'crt'].map(kind => join(folder, 'tls', `doi-thoai.${kind}`))
  const name = ['-subj', '/CN=doi-thoai.test', '-addext', 'subjectAltName=IP:127.0.0.1']
  const made = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1']
  execFileSync('openssl', ['req', ...made, ...name, '-keyout', key!, '-out', certificate!], { stdio: 'pipe' })
}

function configured(text: string, port: number, plainPort: number): string {
  return replaced(text, [
    ['listen 80;', `listen 127.0.0.1:${plainPort};`],
    ['listen 443 ssl http2;', `listen 127.0.0.1:${port} ssl http2;`],
    ['pid /run/nginx.pid;', 'pid nginx.pid;'],
    ['/var/log/nginx/error.log', 'error.log'],
    ['/var/log/nginx/access.log', 'access.log'],
    ['server_tokens off;', `server_tokens off;\n    ${TEMPORARY}`],
  ])
}

function pointed(text: string, servers: string[]): string {
  const ports = ['127.0.0.1:3001', '127.0.0.1:3002']
  return replaced(
    text,
    ports.map((written, at) => [written, new URL(servers[at]!).host]),
  )
}

/** A line that is not there would leave the test with another configuration than the one that is deployed. */
function replaced(text: string, lines: [written: string, here: string][]): string {
  return lines.reduce((result, [written, here]) => {
    if (!result.includes(written)) throw new Error(`the configuration has no «${written}»`)
    return result.replace(written, here)
  }, text)
}
