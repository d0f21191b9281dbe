/**
 * Fails when a package that the program runs with has a known weakness, high or critical, by what the registry's
 * advisories say. Where nobody tells about weaknesses, that is said and not taken for a fault of ours.
 */
import { spawnSync } from 'node:child_process'

const SERIOUS = ['high', 'critical']

const { stdout, stderr } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
})
const told = parsed(stdout)

if (told?.vulnerabilities) {
  const found = Object.values(told.vulnerabilities).filter(({ severity }) => SERIOUS.includes(severity))
  for (const { name, severity, range, via } of found)
    console.error(`${name} ${range}: ${severity}, ${via.map(one => one.title ?? one).join('; ')}`)
  if (found.length === 0) console.log('no known weakness, high or critical, in what the program runs with')
  process.exitCode = found.length === 0 ? 0 : 1
} else console.log(`this registry tells of no weaknesses; nothing was checked (${reason()})`)

function parsed(text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** In a word or two, without the registry's address. */
function reason() {
  const said = `${told?.message ?? ''} ${told?.error?.summary ?? ''} ${stderr}`
  return /\b[45]\d\d\b(?: [A-Z][\w ]+)?|E[A-Z]{4,}/.exec(said)?.[0]?.trim() ?? 'no answer'
}
