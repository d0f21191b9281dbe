import { describe, expect, it } from 'vitest'
import { type QuestionState, ReviseQuestion } from '../../protocol/question.js'
import type { Role } from '../../protocol/roles.js'
import type { Scene } from '../../server/questions/domain/scene.js'
import { decideRevision } from '../../server/questions/domain/revise-question.js'
import {
  AGENCY,
  LINE,
  MINH,
  NOON,
  OTHER_SPEAKER,
  PHASES,
  ROLES,
  SPEAKER,
  STATES,
  TOPIC,
  caller,
  code,
  idOf,
  question,
  scene,
} from '../support/scenes.js'

const FIELDS = {
  verbatim: 'Khi nào sửa đường?',
  wording: 'Khi nào đường được sửa?',
  allowNumbers: ['0939000112'],
  line: 'hotline1',
  direct: true,
  nature: 'complain',
  topicId: TOPIC,
  agencyId: AGENCY,
  priority: 'urgent',
  note: 'Gọi lại sau',
  caller: { name: 'Hải', mayReadName: true, mayKeep: false, mayForward: false },
  leadSpeakerId: SPEAKER,
  supportingSpeakerIds: [OTHER_SPEAKER],
}
type Field = keyof typeof FIELDS
const WORDING_AND_SPEAKERS: Field[] = ['wording', 'allowNumbers', 'leadSpeakerId', 'supportingSpeakerIds']

/** The rule of the wire, said once more: who corrects what, by state. */
function expected(state: QuestionState, role: Role, field: Field): string {
  if (role !== 'secretary' && role !== 'moderator') return 'access.not_allowed'
  if (state === 'diverted') return 'question.move_not_possible'
  if (state === 'pending' || state === 'returned')
    return role === 'secretary' && WORDING_AND_SPEAKERS.includes(field) ? 'access.not_allowed' : 'allowed'
  if (state === 'approved') {
    if (role === 'secretary') return 'access.not_allowed'
    return field === 'verbatim' ? 'question.move_not_possible' : 'allowed'
  }
  return field === 'note' || field === 'agencyId' ? 'allowed' : 'question.move_not_possible'
}

const standing = (state: QuestionState) => scene(question(1, state, { wording: 'Bao giờ sửa đường?' }))
const revise = (around: Scene, fields: Record<string, unknown>) =>
  decideRevision(around, ReviseQuestion.parse({ id: idOf(999), version: 3, ...fields }))

describe('a correction', () => {
  it.each(STATES)('of a question that is %s is decided for every role and field', state => {
    for (const role of ROLES.filter(
      role => state !== 'diverted' || role === 'secretary' || role === 'moderator',
    ))
      for (const field of Object.keys(FIELDS) as Field[])
        expect([
          role,
          field,
          code(() => revise({ ...standing(state), roles: [role] }, { [field]: FIELDS[field] })),
        ]).toEqual([role, field, expected(state, role, field)])
  })

  it('sets every field, one version up, and leaves the latest decision alone', () => {
    const revised = revise(standing('pending'), FIELDS)
    const { allowNumbers, ...fields } = FIELDS
    expect(revised).toMatchObject({ ...fields, line: LINE.id, allowedNumbers: allowNumbers, version: 4 })
    expect([revised.decidedBy, revised.decidedAt, revised.state]).toEqual([null, null, 'pending'])
  })

  it('leaves what is absent, and empties what is null', () => {
    const full = revise(standing('pending'), FIELDS)
    const same = revise(scene({ ...full, version: 3 }), {})
    expect(same).toEqual({ ...full, version: 4 })
    const empty = Object.fromEntries(
      ['wording', 'line', 'topicId', 'agencyId', 'note', 'caller', 'leadSpeakerId'].map(field => [
        field,
        null,
      ]),
    )
    expect(revise(scene({ ...full, version: 3 }), empty)).toMatchObject(empty)
    expect(
      revise(scene({ ...full, version: 3 }), { supportingSpeakerIds: null }).supportingSpeakerIds,
    ).toEqual([])
  })

  it('replaces the caller whole', () => {
    const told = caller({ name: 'Hải', organisation: 'Hợp tác xã', phone: { typed: '0939' } })
    const revised = revise(scene(question(1, 'pending', { caller: told })), { caller: FIELDS.caller })
    expect(revised.caller).toEqual(caller({ name: 'Hải', mayReadName: true }))
  })

  it('of an approved question is a new approval by the moderator', () => {
    const revised = revise(standing('approved'), { topicId: TOPIC })
    expect(revised).toMatchObject({
      state: 'approved',
      order: 'a1',
      decidedBy: MINH,
      decidedAt: NOON,
      version: 4,
    })
  })

  it('of an approved question is as strict as the approval', () => {
    expect(code(() => revise(standing('approved'), { wording: 'Gọi 0939.000.112' }))).toBe(
      'question.private_number',
    )
    expect(
      code(() => revise(standing('approved'), { wording: 'Gọi 0939.000.112', allowNumbers: ['0939000112'] })),
    ).toBe('allowed')
    expect(code(() => revise(standing('approved'), { wording: null }))).toBe('question.wording_needed')
  })

  it('of an approved question is no approval by a secretary, even with nothing in it', () => {
    expect(code(() => revise({ ...standing('approved'), roles: ['secretary'] }, {}))).toBe(
      'access.not_allowed',
    )
  })

  it.each(['topicId', 'agencyId', 'leadSpeakerId'])('names no %s that the programme does not have', field => {
    expect(code(() => revise(standing('pending'), { [field]: idOf(77) }))).toBe('request.invalid')
  })

  it('names a line by its code or its id, and no other', () => {
    expect(revise(standing('pending'), { line: LINE.id }).line).toBe(LINE.id)
    expect(code(() => revise(standing('pending'), { line: 'hotline9' }))).toBe('request.invalid')
  })

  it('is refused on another version, and in a draft or closed programme', () => {
    expect(code(() => revise(standing('pending'), { note: 'a', version: 2 }))).toBe('question.stale')
    const refusals = { draft: 'program.not_open', closed: 'program.closed' } as Record<string, string>
    for (const phase of PHASES)
      expect(code(() => revise({ ...standing('pending'), phase }, { note: 'a' }))).toBe(
        refusals[phase] ?? 'allowed',
      )
  })
})
