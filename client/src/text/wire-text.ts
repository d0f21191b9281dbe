// Nobody types these, and nobody sees them: they come with what is pasted, and the server refuses them.
const CONTROL = /[\u0000-\u0008\u000b-\u001f]/g
const BIDI_CONTROL = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** A text as it goes up: letters composed, lines ended one way, invisible characters left behind, trimmed. */
export const wireText = (typed: string): string =>
  typed.replace(/\r\n?/g, '\n').replace(LONE_SURROGATE, '').replace(CONTROL, '').normalize('NFC').trim()

/** A name as it goes up: the same on one line, and nothing that turns the direction of writing. */
export const wireName = (typed: string): string =>
  wireText(typed.replace(BIDI_CONTROL, '')).replace(/\s+/g, ' ')

/** As much of it as fits. Code points. */
export const fitting = (wire: string, limit: number): string =>
  tooMany(wire, limit) ? [...wire].slice(0, limit).join('').trim() : wire

/** By how many characters a text is too long to go up; 0 when it is not. Code points. */
export const tooMany = (wire: string, limit: number): number =>
  wire.length <= limit ? 0 : Math.max(0, [...wire].length - limit)
