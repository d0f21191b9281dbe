import { createContext, useContext } from 'react'
import type { Program, Speaker } from '#protocol/program.js'
import type { DeskQuestion } from '../questions/columns.js'
import type { Moves } from './useMoves.js'

export type ColumnName = 'waiting' | 'approved' | 'done'
/** The one card that is open, and the column it was opened in: it stays there whatever becomes of the question. */
export type Open = { id: string; column: ColumnName } | null

/** How a question is taken: what becomes of the one on air, and which one has just stood where this one stands. */
export type TakeHow = { then?: 'approved' | undefined; replaced?: number | undefined }

/** What every card of the desk needs and what seldom changes. */
export type ModeratorDesk = {
  program: Program
  speakers: readonly Speaker[]
  moves: Moves
  /** Takes a question, after asking when somebody else holds the air. */
  take: (question: DeskQuestion, how?: TakeHow) => void
  setOpen: (open: Open) => void
}

export const DeskContext = createContext<ModeratorDesk | null>(null)

export function useDesk(): ModeratorDesk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error("this is not the moderator's desk")
  return desk
}

/** "Ghế 2 – Sở Nội vụ", as far as it is known. */
export const speakerName = (speaker: Speaker, seat: string) =>
  [seat, `${speaker.honorific} ${speaker.name}`.trim()].join(' · ')
