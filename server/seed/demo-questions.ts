import { v5 as idFrom } from 'uuid'
import { fold } from '#protocol/folding.js'
import { paths } from '#protocol/paths.js'
import type { ListEntry, Program } from '#protocol/program.js'
import type { CallerInput, LogQuestion } from '#protocol/question.js'
import { readSettings } from '../settings/settings.js'
import { DEMO_PASSWORD } from './first-accounts.js'
import places from './places.json' with { type: 'json' }
import samples from './sample-questions.json' with { type: 'json' }

type Sample = (typeof samples)[number]

/** Logs the sample questions as a secretary does: over HTTP, into the latest live programme of a running demo. */
async function logSamples(): Promise<void> {
  const { port, host } = readSettings(process.env)
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  const cookie = await signIn(address)
  const program = await livePrograms(address, cookie)
  const [first, second] = program.lines
  for (const [index, sample] of samples.entries()) {
    const line = index % 2 === 0 ? first : second
    const number = await log(address, cookie, program, toSlip(sample, index, program, line?.id))
    process.stdout.write(`Câu ${number}: ${sample.text.slice(0, 70)}\n`)
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

/** The slip of a sample. Its id follows from the programme and the run, so a second run logs nothing twice. */
function toSlip(sample: Sample, index: number, program: Program, line: string | undefined): LogQuestion {
  const topic = named(program.topics, sample.topic)
  const agency = named(program.agencies, sample.agency.split(';')[0] ?? '')
  return {
    id: idFrom(`${program.run}:${index}`, program.id),
    verbatim: sample.text,
    caller: toCaller(sample),
    ...(line && { line }),
    ...(topic && { topicId: topic.id }),
    ...(agency && { agencyId: agency.id }),
  }
}

const named = (entries: ListEntry[], name: string) => entries.find(entry => fold(entry.name) === fold(name))

/** In brackets stands what the secretary noted in place of a name or a place. */
const said = (text: string) => (text.startsWith('(') ? undefined : text)

function toCaller(sample: Sample): CallerInput {
  // Whoever asked not to be named gave no leave for anything.
  const leave = !/giấu tên|giữ kín/i.test(`${sample.note} ${sample.callerName}`)
  const place = said(sample.place)
  return {
    honorific: sample.honorific,
    ...(said(sample.callerName) && { name: sample.callerName }),
    phone: sample.phone,
    ...(place && { place: { ...codeOf(place), text: place } }),
    mayReadName: leave,
    mayKeep: leave,
    mayForward: leave,
  }
}

function codeOf(place: string): { code?: string } {
  const name = fold(place.replace(/\(.*\)/, ''))
  const found = places.find(({ fullName }) => fold(fullName) === name)
  return found ? { code: found.code } : {}
}

try {
  await logSamples()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
