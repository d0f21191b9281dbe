import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { type CallerCall, LOOKUP_DIGITS } from '#protocol/caller-lookup.js'
import { digitsOf } from '#protocol/private-numbers.js'
import type { CallerView, QuestionState } from '#protocol/question.js'
import { TextLimit } from '#protocol/text.js'
import type { LiveState } from '../live/live-state.js'
import type { DeskQuestion } from '../questions/columns.js'
import { tooMany, wireName } from '../text/wire-text.js'
import type { CallerDraft } from './caller.js'

/** A number as it is looked up: another spelling of the same digits is no other number, and asks nothing. */
export const lookedUp = (typed: string) => wireName(typed).replace(/[\s.()-]/g, '')

/** Whether a number is looked up: as soon as it is one, and an odd one when the hand has left it. */
export function toLookUp(typed: string, left: boolean): boolean {
  const phone = lookedUp(typed)
  if (digitsOf(phone).length < LOOKUP_DIGITS || tooMany(phone, TextLimit.phone)) return false
  return left || (parsePhoneNumberFromString(phone, 'VN')?.isValid() ?? false)
}

/** An earlier call as it stands now; of another programme as it was when asked. */
export type EarlierCall = CallerCall & {
  here: boolean
  mergedInto: { number: number; state: QuestionState } | null
}

/** Calls of this programme as the live store has them; what has left it was erased and is not shown. */
export const callsNow = (calls: readonly CallerCall[], state: LiveState): EarlierCall[] =>
  calls.map(call => callNow(call, state)).filter(call => call !== undefined)

function callNow(call: CallerCall, { programId, questions }: LiveState): EarlierCall | undefined {
  if (call.programId !== programId) return { ...call, here: false, mergedInto: null }
  const question = questions.get(call.questionId) as DeskQuestion | undefined
  const mergedInto = (question?.mergedIntoId && questions.get(question.mergedIntoId)) || null
  return question && { ...call, here: true, state: question.state, mergedInto }
}

/** Whose number it is: as the latest call says that says who. */
export const knownAs = (calls: readonly CallerCall[]): CallerView | undefined =>
  (calls.find(call => call.caller.name) ?? calls[0])?.caller

/** What is known in what is still empty. Never a consent: each call asks anew. */
export function filledIn(draft: CallerDraft, known: CallerView): CallerDraft {
  const placed = draft.place.trim() !== '' || !known.place
  return {
    ...draft,
    honorific: draft.honorific.trim() ? draft.honorific : (known.honorific ?? ''),
    name: draft.name.trim() ? draft.name : (known.name ?? ''),
    ...(!placed && { place: known.place!.text, placeCode: known.place!.code ?? null }),
  }
}
