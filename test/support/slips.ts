import { expect } from 'vitest'
import type { z } from 'zod'
import type { CallerInput } from '../../protocol/question.js'

/** A caller who gave everything and allowed everything, but for what is said otherwise. */
export const caller = (but: Partial<CallerInput> = {}): CallerInput => ({
  honorific: 'Anh',
  name: 'Nguyễn Thanh Hải',
  phone: '0939.000.112',
  place: { text: 'Phường Tân An' },
  mayReadName: true,
  mayKeep: true,
  mayForward: true,
  ...but,
})

/** The view has exactly what its schema lists: nothing missing, nothing more, nothing odd. */
export function expectView(schema: z.ZodType, view: unknown): void {
  expect(schema.parse(view)).toEqual(view)
}

/** The faults of a refused body: where each was. */
export const faultPaths = (body: any): string[] =>
  (body.error.details?.faults ?? []).map((fault: { path: string }) => fault.path)
