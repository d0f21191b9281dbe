import proxyAddress from '@fastify/proxy-addr'
import { z } from 'zod'

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost'])

const flag = z
  .enum(['0', '1', 'true', 'false'])
  .transform(value => value === '1' || value === 'true')
  .optional()

const origins = z
  .string()
  .transform(list =>
    list
      .split(',')
      .map(origin => origin.trim())
      .filter(Boolean),
  )
  .pipe(z.array(z.url({ protocol: /^https?$/ }).transform(origin => new URL(origin).origin)))

const proxies = z
  .string()
  .trim()
  .refine(
    told => /^\d+$/.test(told) || areAddresses(told.split(',')),
    'không phải địa chỉ, mạng, hay số chặng / neither addresses and networks nor a number of hops',
  )

function areAddresses(told: string[]): boolean {
  try {
    proxyAddress.compile(told.map(address => address.trim()))
    return true
  } catch {
    return false
  }
}

/** What an Authorization header can carry. */
const token = z
  .string()
  .regex(
    /^[\x21-\x7e]+$/,
    'chỉ ký tự ASCII nhìn thấy được, không dấu cách / visible ASCII characters without spaces',
  )

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  BACKUP_DIR: z.string().min(1).default('.backup'),
  BACKUP_KEEP_DAYS: z.coerce.number().int().min(1).default(30),
  DEMO: flag,
  PUBLIC_ORIGIN: origins.default([]),
  TRUST_PROXY: proxies.optional(),
  METRICS_TOKEN: token.optional(),
  LOG_LEVEL: z.enum(['error', 'warn', 'log', 'debug']).default('warn'),
})

/** What the program was told, checked. See the README's table for each. */
export type Settings = {
  /** TCP port; 0 picks a free one. */
  port: number
  /** Address to listen on. */
  host: string
  /** True while only this machine can reach the program. */
  loopback: boolean
  /** A PostgreSQL of one's own, 15 or later; without it the embedded one is started. */
  databaseUrl: string | undefined
  /** Folder of the embedded database, and of nothing else. */
  dataDir: string
  /** Folder of the backups and of the list of what was erased since. Better on another disk. */
  backupDir: string
  /** Days after which a newer backup takes an older one's place. */
  backupKeepDays: number
  /** Whether there are demo accounts and a demo programme. */
  demo: boolean
  /** Origins that browsers may come from beside the own host. */
  publicOrigins: string[]
  /** Proxies whose X-Forwarded-For is believed: addresses or networks, comma separated, or a number of hops. */
  trustProxy: string | number | undefined
  /** With it /metrics may be read from elsewhere; without it only from this machine. */
  metricsToken: string | undefined
  logLevel: 'error' | 'warn' | 'log' | 'debug'
}

/** A setting that cannot be used, with a sentence that names it. */
export class SettingsFault extends Error {}

/** Reads the settings once, at start. The only reader of the environment. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(present)
  if (!parsed.success) throw new SettingsFault(faultsIn(present, parsed.error).join('\n'))
  const told = parsed.data
  const loopback = LOOPBACK.has(told.HOST)
  const hops = Number(told.TRUST_PROXY)
  return {
    port: told.PORT,
    host: told.HOST,
    loopback,
    databaseUrl: told.DATABASE_URL,
    dataDir: told.DATA_DIR,
    backupDir: told.BACKUP_DIR,
    backupKeepDays: told.BACKUP_KEEP_DAYS,
    demo: told.DEMO ?? (loopback && told.DATABASE_URL === undefined),
    publicOrigins: told.PUBLIC_ORIGIN,
    trustProxy: told.TRUST_PROXY && Number.isInteger(hops) ? hops : told.TRUST_PROXY,
    metricsToken: told.METRICS_TOKEN,
    logLevel: told.LOG_LEVEL,
  }
}

/** A line for each that cannot be used, in Vietnamese and English; of the values themselves nothing, they may be secret. */
function faultsIn(present: Record<string, string | undefined>, english: z.ZodError): string[] {
  const vietnamese = Environment.safeParse(present, { error: z.locales.vi().localeError }).error!
  return english.issues.map(({ path, message }, index) => {
    const said = new Set([vietnamese.issues[index]!.message, message])
    return `${path.join('.')}: ${[...said].join(' / ')}`
  })
}
