import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { END_OF_ROWS } from './backup-format.js'

const NEWLINE = 10
const END = Buffer.from(END_OF_ROWS)
const LAST_ROW = Buffer.from(`\n${END_OF_ROWS}`)
/** A line that names things; rows may be longer. */
const LONGEST_LINE = 1024 * 1024

/** Reads a backup's text from its beginning to its end: lines, and rows as they come. Closes the file when it ends. */
export class BackupReader {
  private held: Buffer = Buffer.alloc(0)
  private readonly hash = createHash('sha256')
  private readonly unzip = createGunzip()
  private readonly source: AsyncIterator<Buffer>

  constructor(path: string) {
    const file = createReadStream(path)
    file.on('error', error => this.unzip.destroy(error))
    this.source = file.pipe(this.unzip)[Symbol.asyncIterator]()
  }

  /** The sum of everything read so far. */
  sum(): string {
    return this.hash.copy().digest('hex')
  }

  async line(): Promise<string> {
    let end: number
    while ((end = this.held.indexOf(NEWLINE)) < 0)
      if (this.held.length > LONGEST_LINE || !(await this.more())) throw new Error('a line does not end')
    return this.take(end + 1).toString('utf8')
  }

  /** The rows up to their end, in pieces of whatever size. */
  async *rows(): AsyncGenerator<Buffer> {
    while (this.held.length < END.length) await this.mustHaveMore()
    if (this.held.subarray(0, END.length).equals(END)) return void this.take(END.length)
    for (;;) {
      const end = this.held.indexOf(LAST_ROW)
      if (end >= 0) {
        yield this.take(end + 1)
        return void this.take(END.length)
      }
      // What may be the beginning of the end is held back.
      if (this.held.length >= LAST_ROW.length) yield this.take(this.held.length - LAST_ROW.length + 1)
      await this.mustHaveMore()
    }
  }

  /** True when nothing follows. */
  async isOver(): Promise<boolean> {
    return this.held.length === 0 && !(await this.more())
  }

  close(): void {
    this.unzip.destroy()
  }

  private take(length: number): Buffer {
    const taken = this.held.subarray(0, length)
    this.held = this.held.subarray(length)
    this.hash.update(taken)
    return taken
  }

  private async more(): Promise<boolean> {
    const { value, done } = await this.source.next()
    if (done) return false
    this.held = this.held.length === 0 ? value : Buffer.concat([this.held, value])
    return true
  }

  private async mustHaveMore(): Promise<void> {
    if (!(await this.more())) throw new Error('rows do not end')
  }
}
