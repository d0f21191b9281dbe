/** No command has lists in lists in lists; the deepest is a caller's place in a slip. */
const DEEPEST = 16
/** Brackets, commas, colons and texts: as many as fit into a body of the usual size; only larger ones can have more. */
const MOST_SIGNS = 64 * 1024

const QUOTE = 0x22
const BACKSLASH = 0x5c
const codes = (signs: string) => new Set([...signs].map(sign => sign.charCodeAt(0)))
const OPENING = codes('[{')
const CLOSING = codes(']}')
const BETWEEN = codes(',:')

/**
 * Whether JSON is nested no deeper, and made of no more pieces, than a command could be. Looked at before it is parsed:
 * a parser takes seconds for megabytes of brackets, and everybody else waits.
 */
export function isWithinBounds(json: Uint8Array): boolean {
  let depth = 0
  let signs = 0
  let quoted = false
  for (let at = 0; at < json.length; at++) {
    const sign = json[at]!
    if (quoted) {
      if (sign === BACKSLASH) at++
      else if (sign === QUOTE) quoted = false
      continue
    }
    if (sign === QUOTE) quoted = true
    else if (OPENING.has(sign)) depth++
    else if (CLOSING.has(sign)) depth--
    else if (!BETWEEN.has(sign)) continue
    if (++signs > MOST_SIGNS || depth > DEEPEST) return false
  }
  return true
}
