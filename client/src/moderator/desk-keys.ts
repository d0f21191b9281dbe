/** The keys of the desk's columns and papers; those of an opened card and of the air stand with their buttons. */
export const DESK_KEYS = {
  news: 'Alt+J',
  toTop: 'Alt+Home',
  placeAfter: 'Alt+O',
  speaker: 'Alt+Shift+O',
  cues: 'Alt+N',
  fairness: 'Alt+Shift+F',
  print: 'Alt+Shift+P',
  closing: 'Alt+Shift+K',
  help: '?',
} as const
export type DeskKeyName = keyof typeof DESK_KEYS
