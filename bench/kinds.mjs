import { search } from './archive.mjs'
import { glass } from './glass.mjs'
import { cut, returning } from './lines.mjs'
import { memory } from './memory.mjs'
import { operations } from './rounds.mjs'
import { start } from './start.mjs'

/**
 * How each kind of scenario is played. `play` makes one round and answers with figures by side; `warmUp` goes before the
 * first; `missing` says in words what this machine lacks for it.
 */
export const KINDS = {
  approve: operations,
  log: operations,
  glass,
  cut,
  memory,
  return: returning,
  start,
  search,
}

/** Kinds that follow each other on the same two servers. `filled`: with as many questions as half an hour brings. */
export const STAGES = [
  { name: 'desks', kinds: ['approve', 'log'], sides: true },
  { name: 'glass', kinds: ['glass'], sides: true },
  { name: 'lines', kinds: ['cut', 'memory', 'return'], sides: true, filled: true },
  { name: 'alone', kinds: ['start', 'search'], sides: false },
]
