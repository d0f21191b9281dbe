import type { CallerInput, CallerView } from '#protocol/question.js'
import { wireName } from '../text/wire-text.js'

/** A caller while being typed: every field a text, however empty. */
export type CallerDraft = {
  phone: string
  honorific: string
  name: string
  organisation: string
  place: string
  /** Of the entry that was chosen; gone as soon as the text is typed over. */
  placeCode: string | null
  mayReadName: boolean
  mayKeep: boolean
  mayForward: boolean
}

export const CONSENTS = ['mayReadName', 'mayKeep', 'mayForward'] as const

export const NO_CALLER: CallerDraft = {
  phone: '',
  honorific: '',
  name: '',
  organisation: '',
  place: '',
  placeCode: null,
  mayReadName: false,
  mayKeep: false,
  mayForward: false,
}

export function callerDraft(view: CallerView | null | undefined): CallerDraft {
  if (!view) return NO_CALLER
  return {
    phone: view.phone?.typed ?? '',
    honorific: view.honorific ?? '',
    name: view.name ?? '',
    organisation: view.organisation ?? '',
    place: view.place?.text ?? '',
    placeCode: view.place?.code ?? null,
    mayReadName: view.mayReadName,
    mayKeep: view.mayKeep,
    mayForward: view.mayForward,
  }
}

const text = (value: string) => wireName(value) || undefined

/** Nothing said about the caller at all is no caller. */
export function callerInput(draft: CallerDraft): CallerInput | undefined {
  const said = Object.values(draft).some(value => (typeof value === 'string' ? wireName(value) : value))
  if (!said) return undefined
  const { place, placeCode, mayReadName, mayKeep, mayForward } = draft
  return {
    honorific: text(draft.honorific),
    name: text(draft.name),
    organisation: text(draft.organisation),
    phone: text(draft.phone),
    place: wireName(place) ? { text: wireName(place), ...(placeCode && { code: placeCode }) } : undefined,
    mayReadName,
    mayKeep,
    mayForward,
  }
}
