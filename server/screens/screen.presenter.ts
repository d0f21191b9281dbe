import type { Screen, ScreenMe } from '#protocol/screen.js'
import type { ScreenRow } from './screen.entity.js'

/** A screen as staff see it. */
export const presentScreen = (screen: ScreenRow, connections: number): Screen => ({
  id: screen.id,
  label: screen.label,
  kind: screen.kind,
  speakerId: screen.speakerId,
  programId: screen.programId!,
  shownQuestionId: screen.shownQuestionId,
  identify: screen.identify,
  testCard: screen.testCard,
  connections,
})

/** A screen as it is told of itself. */
export const presentMe = (screen: ScreenRow): ScreenMe => ({
  screenId: screen.id,
  label: screen.label,
  kind: screen.kind,
  speakerId: screen.speakerId,
  shownQuestionId: screen.shownQuestionId,
  identify: screen.identify,
  testCard: screen.testCard,
})
