import { BLANK, type Slip } from '../../client/src/secretary/slip.js'

let made = 0

/** A slip as it lies on a desk's machine, but for what is said otherwise. */
export const keptSlip = (but: Partial<Slip> = {}): Slip => ({
  ...BLANK,
  verbatim: 'Nộp hồ sơ tại phường được hết không?',
  id: `slip-${++made}`,
  accountId: 'thuky1',
  programId: 'p',
  run: 0,
  takenAt: '2026-11-21T02:00:00.000Z',
  line: null,
  sameAsId: null,
  stage: 'open',
  how: 'logged',
  holder: 'mine',
  order: 0,
  touchedAt: 0,
  commands: { revise: 'r', move: 'm' },
  sent: false,
  retyped: false,
  flight: null,
  failures: 0,
  refusal: null,
  ...but,
})
