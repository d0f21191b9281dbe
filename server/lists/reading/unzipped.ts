import type { Readable } from 'node:stream'
import { fromBufferPromise } from 'yauzl'
import { cannotRead } from './table.js'

/** Bytes that the parts of a file may come to, and how often over what the file itself has: beyond is a bomb. */
const UNPACKED_LIMIT = 64 * 1024 * 1024
const RATIO_LIMIT = 200
const ENTRY_LIMIT = 1000

export type Parts = { names: ReadonlySet<string>; open: (name: string) => Promise<Readable> }

/**
 * The parts of a zip file. What it says it unpacks to is added up before anything is unpacked, and a part that says
 * less than it has fails while it is read.
 */
export async function unzipped(bytes: Uint8Array): Promise<Parts> {
  const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    validateEntrySizes: true,
    strictFileNames: true,
  })
  if (zip.entryCount > ENTRY_LIMIT) throw cannotRead('import.too_large_unpacked')
  const entries = new Map<string, Parameters<typeof zip.openReadStreamPromise>[0]>()
  let unpacked = 0
  for await (const entry of zip.eachEntry()) {
    unpacked += entry.uncompressedSize
    if (unpacked > Math.min(UNPACKED_LIMIT, bytes.byteLength * RATIO_LIMIT))
      throw cannotRead('import.too_large_unpacked')
    entries.set(entry.fileName, entry)
  }
  return {
    names: new Set(entries.keys()),
    open: async name => {
      const entry = entries.get(name)
      if (!entry) throw cannotRead('import.unreadable')
      return zip.openReadStreamPromise(entry)
    },
  }
}
