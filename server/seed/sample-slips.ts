import { fold } from '#protocol/folding.js'
import type { ListEntry, Program } from '#protocol/program.js'
import type { CallerInput, SampleSlip } from '#protocol/question.js'
import places from './places.json' with { type: 'json' }
import samples from './sample-questions.json' with { type: 'json' }

type Sample = (typeof samples)[number]

/** The sample questions as slips of a programme, on its first two lines by turns. */
export function sampleSlips(program: Pick<Program, 'topics' | 'agencies' | 'lines'>): SampleSlip[] {
  const [first, second] = program.lines.filter(({ retiredAt }) => !retiredAt)
  return samples.map((sample, index) => toSlip(sample, program, (index % 2 === 0 ? first : second)?.id))
}

function toSlip(
  sample: Sample,
  program: Pick<Program, 'topics' | 'agencies'>,
  line: string | undefined,
): SampleSlip {
  const topic = named(program.topics, sample.topic)
  const agency = named(program.agencies, sample.agency.split(';')[0] ?? '')
  return {
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
