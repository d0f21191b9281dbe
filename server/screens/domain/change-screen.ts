import type { Phase } from '#protocol/program.js'
import type { PatchScreen } from '#protocol/screen.js'
import { DomainError, invalidField } from '../../errors/domain-error.js'
import type { Screen } from './screen.js'

/** Phases in which what an overlay paints is on television. */
const ON_TELEVISION: ReadonlySet<Phase> = new Set(['live', 'paused'])

/** Where a screen is to be: the programme that it is pointed at, its phase, and what it may be cued for. */
export type ScreenScene = { programId: string; phase: Phase; onAirId: string | undefined }

/** The screen as a command of the producer leaves it; refuses what would put the wrong thing on television. */
export function changeScreen(screen: Screen, command: PatchScreen, scene: ScreenScene): Screen {
  const { id: _id, ...given } = command
  const next = { ...screen, ...given, programId: scene.programId }
  if (next.kind !== 'overlay') {
    if (command.shownQuestionId) throw invalidField('shownQuestionId', 'screen.not_an_overlay')
    next.shownQuestionId = null
  }
  if (command.shownQuestionId && command.shownQuestionId !== scene.onAirId)
    throw new DomainError('screen.not_on_air')
  if (next.programId !== screen.programId) {
    next.shownQuestionId = null
    next.speakerId = command.speakerId ?? null
  }
  return next.kind === 'overlay' && ON_TELEVISION.has(scene.phase) ? withoutMarks(next, command) : next
}

/** On television a screen neither says its name nor shows a test card. */
function withoutMarks(overlay: Screen, command: PatchScreen): Screen {
  for (const mark of ['identify', 'testCard'] as const)
    if (command[mark]) throw invalidField(mark, 'screen.on_television')
  return { ...overlay, identify: false, testCard: false }
}
