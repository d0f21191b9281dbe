import type { Caller } from './caller.js'

const DEFAULT_HONORIFIC = 'Ông/Bà'
const ADMINISTRATIVE_UNIT = /^(Phường|Xã|Thị trấn|Quận|Huyện|Thành phố|Khu vực|Ấp)(?=\s)/

/** "Phường Tân An" as it stands in the middle of a sentence. */
const inSentence = (place: string) => place.replace(ADMINISTRATIVE_UNIT, unit => unit.toLowerCase())

/** The one place where the line under a question is made; what consent was not given for is not in it. */
export function callerLine(caller: Caller | null, others = 0): string {
  const line = alone(caller)
  return others > 0 ? `${line} và ${others} người cùng hỏi` : line
}

function alone(caller: Caller | null): string {
  const place = caller?.place ? inSentence(caller.place.text) : null
  const who = caller?.mayReadName ? named(caller) : null
  if (who) return place ? `${who} – ${place}` : who
  return place ? `một khán giả ở ${place}` : 'một khán giả'
}

function named(caller: Caller): string | null {
  if (!caller.name) return caller.organisation
  const person = `${caller.honorific ?? DEFAULT_HONORIFIC} ${caller.name}`
  return caller.organisation ? `${person} (${caller.organisation})` : person
}
