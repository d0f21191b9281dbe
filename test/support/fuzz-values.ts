import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { z } from 'zod'
import { EVIL_TEXTS } from './evil-texts.js'

/** What a schema says, as JSON Schema. */
type Said = {
  type?: string
  format?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: Said[]
  oneOf?: Said[]
  properties?: Record<string, Said>
  required?: string[]
  items?: Said
  minItems?: number
  maxItems?: number
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  pattern?: string
}

const MOMENTS = [
  '2026-11-21T02:00:00Z',
  '2026-11-21T09:00:00.123+07:00',
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00+23:59',
  '9999-12-31T23:59:59.999Z',
  '9999-12-31T23:59:59-23:59',
  '2024-02-29T23:59:59Z',
]
const DAYS = ['2026-12-01', '0000-01-01', '0001-01-01', '9999-12-31', '2024-02-29']
const NUMBERS = [0, 1, 2, 3, 4, -1, 500, 2_147_483_647, 2_147_483_648, Number.MAX_SAFE_INTEGER]
const ODD: unknown[] = [null, true, 0, -1, 1.5, 1e300, '', [], {}, [[]], { a: { b: [] } }, ['x'], 'x']

const ALSO_CALLED: Record<string, string> = {
  intoId: 'questionId',
  sameAsId: 'questionId',
  after: 'questionId',
  believedOnAirId: 'questionId',
  shownQuestionId: 'questionId',
  copyOf: 'programId',
  leadSpeakerId: 'speakerId',
  supportingSpeakerIds: 'speakerId',
  toSpeakerId: 'speakerId',
  topic: 'topicId',
  agency: 'agencyId',
  to: 'screenId',
}

const text: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('Bao giờ có sổ đỏ?', 'Chị Hoa', 'Phường Tân An', 'other', '123456'),
  },
  { weight: 3, arbitrary: fc.constantFrom(...EVIL_TEXTS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
)

/** Ids of what there is, by the name under which it is asked for. */
export type Known = Readonly<Record<string, readonly string[]>>

/**
 * Values for a schema of the wire, most of them in order, the others almost: a wrong type, a field too many or too
 * few, an odd text, a date at the end of time.
 */
export function valuesOf(schema: z.ZodType, known: Known): fc.Arbitrary<unknown> {
  const said = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Said
  return spoilt(valueOf(said, known, ''))
}

function valueOf(said: Said, known: Known, field: string): fc.Arbitrary<unknown> {
  if ('const' in said) return fc.constant(said.const)
  if (said.enum) return fc.constantFrom(...said.enum)
  const either = said.anyOf ?? said.oneOf
  if (either) return fc.oneof(...either.map(one => valueOf(one, known, field)))
  if (said.type === 'object') return objectOf(said, known)
  if (said.type === 'array')
    return fc.array(valueOf(said.items ?? {}, known, field), {
      minLength: said.minItems ?? 0,
      maxLength: Math.min(said.maxItems ?? 3, 3),
    })
  if (said.type === 'string') return textOf(said, known, field)
  if (said.type === 'integer' || said.type === 'number') return numberOf(said)
  if (said.type === 'boolean') return fc.boolean()
  if (said.type === 'null') return fc.constant(null)
  return fc.constantFrom(...ODD)
}

function objectOf(said: Said, known: Known): fc.Arbitrary<unknown> {
  const fields = Object.entries(said.properties ?? {})
  const values = Object.fromEntries(fields.map(([name, of]) => [name, valueOf(of, known, name)]))
  return fc.record(values, { requiredKeys: said.required ?? [] })
}

function textOf({ format, pattern, maxLength }: Said, known: Known, field: string) {
  if (format === 'uuid') return idOf(known, field)
  if (format === 'date-time') return fc.constantFrom(...MOMENTS)
  if (format === 'date') return fc.constantFrom(...DAYS)
  if (format === 'base64') return fc.base64String({ maxLength: 400 })
  if (pattern && maxLength === undefined) return fc.oneof(fc.constantFrom('123456', '000000'), text)
  return text
}

/** Under its own name nine times in ten: the question that `intoId` names is a question's id. */
export function knownAs(field: string, known: Known): fc.Arbitrary<string> {
  const all = fc.constantFrom(...Object.values(known).flat(), '00000000-0000-0000-0000-000000000000')
  const fitting = known[field.replace(/s$/, '')] ?? known[ALSO_CALLED[field] ?? '']
  return fitting
    ? fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...fitting) }, { weight: 1, arbitrary: all })
    : all
}

/** A command's own id is a new one nearly always; what it names is there nearly always. */
function idOf(known: Known, field: string): fc.Arbitrary<string> {
  const fresh = fc.constant(null).map(() => randomUUID() as string)
  const [news, olds] = field === 'id' ? [19, 1] : [1, 9]
  return fc.oneof({ weight: news, arbitrary: fresh }, { weight: olds, arbitrary: knownAs(field, known) })
}

function numberOf({ minimum = 0, maximum = 9 }: Said): fc.Arbitrary<number> {
  const near = fc.integer({ min: Math.max(minimum, -9), max: Math.min(maximum, Math.max(minimum, 0) + 3) })
  return fc.oneof(
    { weight: 6, arbitrary: near },
    { weight: 1, arbitrary: fc.constantFrom(...NUMBERS, minimum, maximum) },
  )
}

/** One value in four is spoilt somewhere on its surface. */
function spoilt(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const damage = fc.record({
    how: fc.constantFrom('drop', 'add', 'swap', 'swap', 'whole'),
    which: fc.nat(30),
    odd: fc.oneof(fc.constantFrom(...ODD), text),
  })
  const broken = fc.tuple(value, damage).map(([whole, { how, which, odd }]) => {
    if (how === 'whole' || typeof whole !== 'object' || whole === null) return odd
    const fields = Object.keys(whole)
    const field = fields[which % Math.max(1, fields.length)]
    const copy: Record<string, unknown> = { ...whole }
    if (how === 'add') copy['role'] = odd
    else if (field !== undefined && how === 'drop') delete copy[field]
    else if (field !== undefined) copy[field] = odd
    return copy
  })
  return fc.oneof({ weight: 3, arbitrary: value }, { weight: 1, arbitrary: broken })
}
