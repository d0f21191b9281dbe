import type { Readable } from 'node:stream'
import { Parser } from 'saxen'
import { cannotRead } from './table.js'

/** What is said of an XML document while it is read; names without their prefix. */
export type Listener = {
  opened?: (name: string, attributes: () => Record<string, string>) => void
  text?: (text: string) => void
  closed?: (name: string) => void
}

const bare = (name: string) => name.slice(name.indexOf(':') + 1)

/**
 * Reads a document piece by piece, so that others get their turn in between. Declarations of types and entities have
 * no place in a spreadsheet: they are refused, and with them whatever grows out of entities.
 */
export async function readXml(stream: Readable, { opened, text, closed }: Listener): Promise<void> {
  let fault: unknown
  const refuse = () => (fault ??= cannotRead('import.unreadable'))
  const guarded =
    <Heard extends unknown[]>(hear: (...heard: Heard) => void) =>
    (...heard: Heard) => {
      if (fault) return
      try {
        hear(...heard)
      } catch (error) {
        fault = error
      }
    }
  const parser = new Parser()
    .on('error', refuse)
    .on('attention', refuse)
    .on(
      'openTag',
      guarded((name, attributes) => opened?.(bare(name), attributes)),
    )
    .on(
      'closeTag',
      guarded(name => closed?.(bare(name))),
    )
    .on(
      'text',
      guarded((said, decode) => text?.(decode(said))),
    )
    .on(
      'cdata',
      guarded(said => text?.(said)),
    )
  stream.setEncoding('utf8')
  for await (const piece of stream) {
    parser.write(piece as string)
    if (fault) {
      stream.destroy()
      throw fault
    }
    await new Promise(resolve => setImmediate(resolve))
  }
  parser.end()
  if (fault) throw fault
}
