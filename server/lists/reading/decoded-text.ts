import type { Encoding } from '#protocol/house-import.js'

/** Bytes at the beginning that are looked at when no mark tells the encoding. */
const SAMPLE = 4096

/**
 * The text of a file and the encoding it was read in: by its mark, by the zero bytes of UTF-16, as UTF-8 where it is
 * that, and else as Windows-1258, in which older Vietnamese programs wrote.
 */
export function decodedText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const encoding = encodingOf(bytes)
  // The decoder drops the mark; Windows-1258 writes tones apart from their letters.
  return { text: new TextDecoder(encoding).decode(bytes).normalize('NFC'), encoding }
}

function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return wideEncodingOf(bytes.subarray(0, SAMPLE)) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1258')
}

/** In UTF-16 every separator, space and line end has a zero byte, always on the same side. */
function wideEncodingOf(sample: Uint8Array): Encoding | undefined {
  const zeros = [0, 0]
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2]! += 1
  const [even, odd] = zeros as [number, number]
  if (even + odd < sample.length / 20) return undefined
  return odd > even ? 'utf-16le' : 'utf-16be'
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
