import { TextLimit } from '#protocol/text.js'
import type { CallerDraft } from './caller.js'
import { paperMoment, paperNumber } from './paper.js'
import type { Typed } from './slip.js'
import { tooMany, wireName, wireText } from '../text/wire-text.js'

export type SlipField =
  | 'verbatim'
  | 'note'
  | 'paperNumber'
  | 'paperTime'
  | keyof Pick<CallerDraft, 'phone' | 'honorific' | 'name' | 'organisation' | 'place'>
export type SlipFault = {
  field: SlipField
  kind: 'empty' | 'long' | 'notANumber' | 'notATime' | 'future'
  over: number
}

const NAMES = {
  phone: TextLimit.phone,
  honorific: TextLimit.name,
  name: TextLimit.name,
  place: TextLimit.name,
  organisation: TextLimit.name,
} as const

/** What is too long to go up: nothing is ever cut. */
export function lengthFaults(typed: Typed): SlipFault[] {
  const texts: [SlipField, string, number][] = [
    ...(Object.keys(NAMES) as (keyof typeof NAMES)[]).map((field): [SlipField, string, number] => [
      field,
      wireName(typed.caller[field]),
      NAMES[field],
    ]),
    ['verbatim', wireText(typed.verbatim), TextLimit.verbatim],
    ['note', wireText(typed.note), TextLimit.note],
  ]
  return texts
    .map(([field, wire, limit]): SlipFault => ({ field, kind: 'long', over: tooMany(wire, limit) }))
    .filter(fault => fault.over > 0)
}

/** Why a slip cannot go up as it is; what is typed stays whatever it is. `serverNow` in milliseconds. */
export function slipFaults(typed: Typed, serverNow: number): SlipFault[] {
  const faults: SlipFault[] = []
  const add = (field: SlipField, kind: SlipFault['kind']) => faults.push({ field, kind, over: 0 })
  if (typed.paper) {
    const moment = paperMoment(typed.paper)
    if (!paperNumber(typed.paper)) add('paperNumber', 'notANumber')
    if (!moment) add('paperTime', 'notATime')
    else if (Date.parse(moment) > serverNow) add('paperTime', 'future')
  }
  if (!wireText(typed.verbatim)) add('verbatim', 'empty')
  return [...faults, ...lengthFaults(typed)]
}
