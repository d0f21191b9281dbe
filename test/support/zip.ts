import { deflateRawSync } from 'node:zlib'

export type ZipPart = { name: string; bytes: Buffer; says?: number }

/** A zip file of these parts. `says` is the size it claims to unpack to, where that is not the truth. */
export function zip(parts: readonly ZipPart[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, bytes, says } of parts) {
    const packed = deflateRawSync(bytes)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(says ?? bytes.length, 18)
    head.writeUInt16LE(Buffer.byteLength(name), 22)
    files.push(Buffer.from('PK\u0003\u0004'), head, Buffer.from(name), packed)
    const entry = Buffer.alloc(42)
    entry.writeUInt16LE(20, 0)
    head.copy(entry, 2)
    entry.writeUInt32LE(offset, 38)
    directory.push(Buffer.from('PK\u0001\u0002'), entry, Buffer.from(name))
    offset += 4 + head.length + Buffer.byteLength(name) + packed.length
  }
  const entries = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(entries.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...files, entries, Buffer.from('PK\u0005\u0006'), end])
}

const escaped = (text: string) => text.replace(/[&<>]/g, sign => `&#${sign.charCodeAt(0)};`)

/** A cell of a sheet: text, or a formula with what it came to when it was saved. */
export type SheetCell = string | { formula: string; was: string }

/** A workbook with one sheet; every second row's texts are shared ones, as table programs write them. */
export function workbook(rows: readonly (readonly SheetCell[])[], but: Partial<Record<string, string>> = {}) {
  const shared: string[] = []
  const xml = (cell: SheetCell, at: string, share: boolean) => {
    if (typeof cell !== 'string')
      return `<c r="${at}" t="str"><f>${escaped(cell.formula)}</f><v>${escaped(cell.was)}</v></c>`
    if (!share) return `<c r="${at}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`
    return `<c r="${at}" t="s"><v>${shared.push(cell) - 1}</v></c>`
  }
  const sheet = rows.map((cells, row) => {
    const inside = cells.map((cell, column) =>
      xml(cell, `${String.fromCharCode(65 + column)}${row + 1}`, row % 2 === 1),
    )
    return `<row r="${row + 1}">${inside.join('')}</row>`
  })
  const texts: Record<string, string> = {
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="Tờ 1" sheetId="1" r:id="rId7"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId7" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet.join('')}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst>${shared.map(text => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`,
    ...but,
  }
  return zip(Object.entries(texts).map(([name, text]) => ({ name, bytes: Buffer.from(text!) })))
}
