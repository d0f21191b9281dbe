import type { LastBackup } from '#protocol/backup.js'
import type { ScreenReceipt } from '#protocol/live.js'
import type { ListEntry, Program, Speaker } from '#protocol/program.js'
import type { Screen } from '#protocol/screen.js'

/** In order, to be mended, or not known: said as it is, and no reason not to go on air. */
export type Standing = 'good' | 'bad' | 'absent'

export type ScreenFault = 'offline' | 'testCard' | 'identify' | 'notPainted'

/** Milliseconds by which a desk's clock may differ from the server's before somebody should look. */
export const CLOCK_LIMIT = 2000

/** Why nobody can rely on a screen; `shows` where there is a question that it should have painted. */
export function screenFault(
  screen: Screen,
  receipt: ScreenReceipt | undefined,
  shows: boolean,
): ScreenFault | null {
  if (!receipt?.connected) return 'offline'
  if (screen.testCard) return 'testCard'
  if (screen.identify) return 'identify'
  return shows && screen.kind !== 'overlay' && receipt.painted.length === 0 ? 'notPainted' : null
}

/** Screens of one seat that nobody sits at, and speakers whose name is missing. */
export function panelFaults(speakers: readonly Speaker[], screens: readonly Screen[]) {
  const seated = new Set(speakers.map(({ id }) => id))
  return {
    empty: speakers.length === 0,
    seatless: screens
      .filter(({ kind, speakerId }) => kind === 'speaker' && !(speakerId && seated.has(speakerId)))
      .map(({ label }) => label),
  }
}

/** Hotlines and other lines of the programme by which nothing has come in yet. */
export const untried = (lines: readonly ListEntry[], tried: ReadonlySet<string>) =>
  lines.filter(({ id, retiredAt }) => !retiredAt && !tried.has(id))

/** Rehearsed questions are gone, and the next hour is the real one. */
export function rehearsalFault(
  { mode, phase }: Pick<Program, 'mode' | 'phase'>,
  questions: number,
): 'stillRehearsal' | 'questionsLeft' | null {
  if (mode === 'rehearsal') return 'stillRehearsal'
  return questions > 0 && phase === 'draft' ? 'questionsLeft' : null
}

/** Milliseconds after which what was backed up is too old to go on air with. */
const BACKUP_AGE = 24 * 3600_000

/** Whether a backup stands behind the programme; undefined while that is not known. */
export function backupStanding(
  backup: LastBackup | undefined,
  now: number,
): { standing: Standing; why: 'unknown' | 'never' | 'failed' | 'old' | 'good' } {
  if (!backup) return { standing: 'absent', why: 'unknown' }
  if (backup.failedAt) return { standing: 'bad', why: 'failed' }
  if (!backup.at) return { standing: 'bad', why: 'never' }
  const old = now - new Date(backup.at).getTime() > BACKUP_AGE
  return old ? { standing: 'bad', why: 'old' } : { standing: 'good', why: 'good' }
}
