/** A4 with one slip, A4 with two, A5. */
export const FORMATS = ['half', 'a4', 'a5'] as const
export type Format = (typeof FORMATS)[number]

/** Ruled lines for what the caller says: at least as many as that size of paper has room for. */
export const LINES: Record<Format, number> = { half: 8, a4: 30, a5: 16 }

const ON_A_SHEET: Record<Format, number> = { half: 2, a4: 1, a5: 1 }

/** The numbers that stand on each sheet, from one number to another and never outside what was set aside. */
export function sheetsOf(
  range: { from: number; to: number },
  from: number,
  to: number,
  format: Format,
): number[][] {
  const first = Math.max(range.from, Math.trunc(from))
  const last = Math.min(range.to, Math.trunc(to))
  const sheets: number[][] = []
  for (let number = first; number <= last; number += ON_A_SHEET[format])
    sheets.push(
      Array.from({ length: Math.min(ON_A_SHEET[format], last - number + 1) }, (_, at) => number + at),
    )
  return sheets
}
