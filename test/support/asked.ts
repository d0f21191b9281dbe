import samples from '../../server/seed/sample-questions.json' with { type: 'json' }
import programmes from './asked-questions.json' with { type: 'json' }

/** A question as a citizen asks it, and the group of those who ask the same, if any. */
export type Asked = { text: string; group: string | null }

/** The samples: their notes name the groups. */
export const SAMPLES: Asked[] = samples.map(({ text, note }) => ({
  text,
  group: /Nhóm trùng (\w)/.exec(note)?.[1] ?? null,
}))

/** Questions of seven made-up programmes in hurried Vietnamese, with kin in other words and others on the same topics. */
export const PROGRAMMES: Asked[][] = programmes.map(({ kin, alone }) => [
  ...kin.flatMap((texts, index) => texts.map(text => ({ text, group: `kin ${index}` }))),
  ...alone.map(text => ({ text, group: null })),
])
