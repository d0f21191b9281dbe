import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { House } from '../support/house.js'
import { dotted, found, newMarks, slipOf, spellings } from '../support/marks.js'
import { newPerson, PASSWORD } from '../support/people.js'

describe('what the server writes down about its work', () => {
  let house: House
  const written: string[] = []
  beforeAll(async () => {
    for (const stream of [process.stdout, process.stderr])
      vi.spyOn(stream, 'write').mockImplementation(((told: unknown) => {
        written.push(String(told))
        return true
      }) as never)
    house = await House.open({ settings: { logLevel: 'debug' } })
  })
  afterAll(async () => {
    await house.close()
    vi.restoreAllMocks()
  })

  it('names no caller, no word of theirs, no password and no secret, even when everything fails', async () => {
    const marks = newMarks(false)
    const desk = await newPerson(house, { roles: ['secretary', 'moderator', 'producer'] })
    const screen = await house.screen('speaker')
    const questions = `/api/programs/${house.programId}/questions`
    const slip = { id: randomUUID(), ...slipOf(marks) }
    await house.stranger().signIn(`${marks.name}\n{"level":"forged"}`, `${marks.note}\u001b[31m`)
    await house.stranger().signIn(desk.username, marks.note)

    const live = await desk.join()
    const glass = await screen.join()
    await live.ask('desk:editing', { questionId: null, phone: marks.phone })
    await live.ask('desk:editing', { questionId: marks.verbatim, phone: marks.phone })
    await live.ask(`${marks.verbatim}`, slip)
    await glass.ask('screen:answer', { questionId: marks.verbatim })
    await desk.ask('POST', questions, { ...slip, [marks.note]: marks.verbatim })
    await desk.ask('POST', questions, `{"verbatim": "${marks.verbatim}" ${marks.phone}`)
    await desk.ask('GET', `${questions}?text=${marks.phone}&odd=${marks.verbatim}`)
    await desk.ask('GET', `/api/${marks.verbatim}/%zz`)
    const logged = await desk.post(questions, slip, 201)
    await desk.move(logged.question, 'approve', { wording: `Số ${dotted(marks.phone)}` }, 409)

    await house.database.query('ALTER TABLE question RENAME TO hidden_away')
    const failed = [
      await desk.ask('POST', questions, { ...slip, id: randomUUID() }),
      await desk.ask('GET', `${questions}?text=${marks.phone}`),
      await desk.ask('POST', `/api/questions/${logged.question.id}/moves`, {
        id: randomUUID(),
        move: 'return',
        version: 1,
        reason: `${marks.reason} ${marks.phone}`,
      }),
    ]
    await live.ask('live:join', { protocol: 1, programId: house.programId })
    await house.database.query('ALTER TABLE hidden_away RENAME TO question')
    expect(failed.map(({ status }) => status)).toEqual([500, 500, 500])
    await desk.put('/api/session/password', { old: PASSWORD, new: marks.said }, 204)
    await desk.delete('/api/session', undefined, 204)

    const told = written.join('')
    for (const { body } of failed) expect(told).toContain(body.requestId)
    expect(
      found(told, [
        ...spellings(marks.phone),
        marks.verbatim,
        marks.note,
        marks.name,
        marks.organisation,
        marks.reason,
        marks.said,
        PASSWORD,
        desk.cookie!.slice('session='.length),
        screen.secret,
        'forged',
        'INSERT INTO',
        'SELECT ',
      ]),
    ).toEqual([])
    for (const { body } of failed)
      expect(found(JSON.stringify(body), ['hidden_away', 'question q'])).toEqual([])
  })
})
