import { v5 as idFrom } from 'uuid'
import { paths } from '#protocol/paths.js'
import type { Program } from '#protocol/program.js'
import type { LogQuestion } from '#protocol/question.js'
import { readSettings } from '../settings/settings.js'
import { DEMO_PASSWORD } from './first-accounts.js'
import { sampleSlips } from './sample-slips.js'

/** Logs the sample questions as a secretary does: over HTTP, into the latest live programme of a running demo. */
async function logSamples(): Promise<void> {
  const { port, host } = readSettings(process.env)
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  const cookie = await signIn(address)
  const program = await livePrograms(address, cookie)
  for (const [index, slip] of sampleSlips(program).entries()) {
    const number = await log(address, cookie, program, { id: idOf(program, index), ...slip })
    process.stdout.write(`Câu ${number}: ${slip.verbatim.slice(0, 70)}\n`)
  }
}

async function signIn(address: string): Promise<string> {
  const username = 'thuky1'
  // Where the demo is open to a network its passwords are random: then it is given as the only argument.
  const password = process.argv[2] ?? DEMO_PASSWORD
  const response = await fetch(address + paths.session, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  })
  const cookie = response.headers.get('set-cookie')?.split(';')[0]
  if (!cookie) throw new Error(`${address}: không đăng nhập được bằng ${username}. / cannot sign in.`)
  return cookie
}

async function livePrograms(address: string, cookie: string): Promise<Program> {
  const response = await fetch(address + paths.programs, { headers: { cookie } })
  const { programs } = (await response.json()) as { programs: Program[] }
  const program = programs.find(({ phase }) => phase === 'live' || phase === 'open')
  if (!program) throw new Error('Không có chương trình nào đang mở. / No programme is open.')
  return program
}

async function log(address: string, cookie: string, program: Program, slip: LogQuestion): Promise<number> {
  const response = await fetch(address + paths.questions(program.id), {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify(slip),
  })
  const answer = (await response.json()) as { question?: { number: number }; error?: { message: string } }
  if (!answer.question) throw new Error(`${response.status}: ${answer.error?.message}`)
  return answer.question.number
}

/** A slip's id follows from the programme and the run, so a second run logs nothing twice. */
const idOf = (program: Program, index: number) => idFrom(`${program.run}:${index}`, program.id)

try {
  await logSamples()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
