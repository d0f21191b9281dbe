import type { TFunction } from 'i18next'
import type { Program } from '#protocol/program.js'
import type { LiveState } from '../live/live-state.js'
import type { DeskQuestion } from '../questions/columns.js'

/** What follows the state's word: the place in the order, the lead and what became of it, the agency. */
export function moreOf(
  question: DeskQuestion,
  { state, place, t }: { state: LiveState; place: number | undefined; t: TFunction },
): string {
  if (place !== undefined) return `, ${t('secretary.placeInOrder', { place })}`
  const lead = question.mergedIntoId && state.questions.get(question.mergedIntoId)
  if (lead) {
    const into = t('secretary.into', { number: lead.number })
    return ` ${into} · ${t(`state.${lead.state}`).toLocaleLowerCase('vi')}`
  }
  if (question.state !== 'follow_up') return ''
  const agency = (state.program as Program).agencies.find(one => one.id === question.agencyId)
  return agency ? ` · ${agency.name}` : ''
}

/** Why it was returned or rejected, in words. */
export function reasonOf({ reason }: Pick<DeskQuestion, 'reason'>, { reasons }: Program): string {
  if (!reason) return ''
  const listed = reason.code && reasons.find(one => one.code === reason.code)?.name
  return [listed, reason.text].filter(Boolean).join(': ')
}

/** What an entry of a programme's list is called. */
export const nameIn = (entries: Program['topics'], id: string | null) =>
  entries.find(one => one.id === id)?.name
