import type { ScreenKind } from '#protocol/screen.js'

/** A paired screen: what it is called, where it stands, what it is told to show. */
export type Screen = {
  id: string
  label: string
  kind: ScreenKind
  speakerId: string | null
  programId: string | null
  /** The question that an overlay is cued for. */
  shownQuestionId: string | null
  identify: boolean
  testCard: boolean
  revokedAt: Date | null
  /** The revision of its programme that last changed it. */
  revision: number
  /** The programme that it was pointed at before, and the revision there that took it away. */
  leftProgramId: string | null
  leftRevision: number | null
}
