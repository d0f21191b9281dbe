import { describe, expect, it } from 'vitest'
import { Phase } from '../../protocol/program.js'
import { PHASES as POSSIBLE, PHASE_IS_FOR, SETTING_UP } from '../../server/programs/domain/phases.js'
import { UNDECIDED } from '../../server/questions/domain/moves.js'
import { PHASES } from '../support/scenes.js'

/** The table of the product: from which phase to which. */
const TO: Record<Phase, string> = {
  draft: 'open',
  open: 'live, draft',
  live: 'paused, ended',
  paused: 'live, ended',
  ended: 'live, closed',
  closed: '',
}

describe('the phases of a programme', () => {
  it('are decided, every one to every other', () => {
    expect(PHASES.toSorted()).toEqual(Phase.options.toSorted())
    for (const from of PHASES)
      for (const to of PHASES)
        expect([from, to, POSSIBLE[from].includes(to)]).toEqual([from, to, TO[from].split(', ').includes(to)])
  })

  it('can all be reached, and none is left again but by the table once it is closed', () => {
    const reached = new Set<Phase>(['draft'])
    for (const phase of reached) for (const next of POSSIBLE[phase]) reached.add(next)
    expect([...reached].toSorted()).toEqual(PHASES.toSorted())
    expect(POSSIBLE.closed).toEqual([])
  })

  it('are led by the producer; the closing is the moderator’s', () => {
    for (const phase of PHASES)
      expect(PHASE_IS_FOR[phase]).toBe(phase === 'closed' ? 'moderator' : 'producer')
  })

  it('leave the panel and the lists free until the programme is live', () => {
    expect([...SETTING_UP].toSorted()).toEqual(['draft', 'open'])
  })

  it('end with nothing undecided', () => {
    expect(UNDECIDED.toSorted()).toEqual(['approved', 'on_air', 'pending', 'returned'])
  })
})
