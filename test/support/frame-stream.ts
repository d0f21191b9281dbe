import { Transform, type TransformCallback } from 'node:stream'

/** What becomes of one frame: it as it is, nothing yet, or several. */
export type Delivery = (frame: Frame) => Frame[]
/** A frame as it stands on the wire, and the text in it. */
export type Frame = { bytes: Buffer; text: string }

const TEXT = 1
const HEAD_ENDS = '\r\n\r\n'

/** What a server sends, taken apart into frames once it has opened a web socket; everything else passes as it is. */
export class FrameStream extends Transform {
  private kind: 'unknown' | 'plain' | 'frames' = 'unknown'
  private rest = Buffer.alloc(0)

  constructor(private readonly delivery: Delivery) {
    super()
  }

  override _transform(chunk: Buffer, _encoding: string, done: TransformCallback): void {
    if (this.kind === 'plain') return done(null, chunk)
    this.rest = Buffer.concat([this.rest, chunk])
    if (this.kind === 'unknown') this.readHead()
    while (this.kind === 'frames') {
      const frame = this.takeFrame()
      if (!frame) break
      for (const { bytes } of frame.text ? this.delivery(frame) : [frame]) this.push(bytes)
    }
    done()
  }

  override _flush(done: TransformCallback): void {
    this.push(this.rest)
    done()
  }

  private readHead(): void {
    const end = this.rest.indexOf(HEAD_ENDS)
    if (end < 0) return
    this.kind = this.rest.subarray(0, 12).toString() === 'HTTP/1.1 101' ? 'frames' : 'plain'
    this.pass(this.kind === 'frames' ? end + HEAD_ENDS.length : this.rest.length)
  }

  private pass(length: number): void {
    this.push(this.rest.subarray(0, length))
    this.rest = this.rest.subarray(length)
  }

  /** A server's frames are not masked. */
  private takeFrame(): Frame | undefined {
    const { rest } = this
    if (rest.length < 2) return undefined
    const short = rest[1]! & 0x7f
    const head = short < 126 ? 2 : short === 126 ? 4 : 10
    if (rest.length < head) return undefined
    const length =
      short < 126 ? short : short === 126 ? rest.readUInt16BE(2) : Number(rest.readBigUInt64BE(2))
    if (rest.length < head + length) return undefined
    this.rest = rest.subarray(head + length)
    const isText = (rest[0]! & 0x0f) === TEXT
    return {
      bytes: rest.subarray(0, head + length),
      text: isText ? rest.subarray(head, head + length).toString() : '',
    }
  }
}
