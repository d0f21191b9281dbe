import { createHash } from 'node:crypto'
import type { Counted } from './backup-format.js'

const NEWLINE = 10

/** Counts rows as they pass, and sums up their text. In COPY's text a row is a line, whatever it holds. */
export class RowCounter {
  private rows = 0
  private readonly hash = createHash('sha256')

  add(text: Buffer): void {
    this.hash.update(text)
    for (let at = text.indexOf(NEWLINE); at >= 0; at = text.indexOf(NEWLINE, at + 1)) this.rows++
  }

  counted(): Counted {
    return { rows: this.rows, sha256: this.hash.digest('hex') }
  }
}

export const isSame = (one: Counted | undefined, other: Counted | undefined): boolean =>
  one !== undefined && one.rows === other?.rows && one.sha256 === other.sha256
