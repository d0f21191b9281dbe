/** What a figure should come to: at most or at least so many times the floor's, or at most so much in its own unit. */
const timesFloor = most => ({ times: true, most })
const ofFloor = least => ({ times: true, least })
const atMost = most => ({ times: false, most })

/**
 * What is measured, and the goals set for it. `screens` are connected on either side while it runs; `people` work at the
 * same time, each on a connection of his own; `turns` are the operations of one person in one round. To measure
 * something else, add a row, and a kind in `kinds.mjs` if there is none for it.
 */
export const SCENARIOS = [
  { name: 'approve-1', kind: 'approve', screens: 1, people: 1, turns: 200 },
  {
    name: 'approve-20',
    kind: 'approve',
    screens: 20,
    people: 1,
    turns: 200,
    goals: { p50: timesFloor(1.2), p99: timesFloor(1.5) },
  },
  {
    name: 'approve-100',
    kind: 'approve',
    screens: 100,
    people: 1,
    turns: 100,
    goals: { p50: timesFloor(1.2) },
  },
  {
    name: 'approve-1000',
    kind: 'approve',
    screens: 1000,
    people: 1,
    turns: 30,
    goals: { p50: timesFloor(1.1) },
  },
  { name: 'approve-1-by-8', kind: 'approve', screens: 1, people: 8, turns: 40 },
  {
    name: 'approve-20-by-8',
    kind: 'approve',
    screens: 20,
    people: 8,
    turns: 40,
    goals: { p50: timesFloor(1.2), perSecond: ofFloor(0.8) },
  },
  { name: 'approve-100-by-8', kind: 'approve', screens: 100, people: 8, turns: 20 },
  { name: 'approve-1000-by-8', kind: 'approve', screens: 1000, people: 8, turns: 8 },
  { name: 'log-1', kind: 'log', screens: 20, people: 1, turns: 200, goals: { perSecond: ofFloor(0.6) } },
  { name: 'log-8', kind: 'log', screens: 20, people: 8, turns: 40, goals: { perSecond: ofFloor(0.35) } },
  { name: 'log-32', kind: 'log', screens: 20, people: 32, turns: 12 },
  {
    name: 'key-to-glass',
    kind: 'glass',
    screens: 1,
    people: 1,
    turns: 20,
    goals: { p50: timesFloor(1.3) },
  },
  { name: 'cut-200', kind: 'cut', screens: 200, people: 1, turns: 3, goals: { p50: atMost(300) } },
  {
    name: 'memory',
    kind: 'memory',
    screens: 1000,
    people: 1,
    goals: { idle: atMost(150), perScreen: atMost(40) },
  },
  { name: 'return-200', kind: 'return', screens: 200, people: 1, goals: { time: timesFloor(1.7) } },
  { name: 'return-1000', kind: 'return', screens: 1000, people: 1, goals: { time: timesFloor(2) } },
  { name: 'start', kind: 'start', goals: { second: timesFloor(5) } },
  {
    name: 'similar-2000',
    kind: 'search',
    asks: 'similar',
    turns: 100,
    goals: { p95: atMost(20) },
  },
  {
    name: 'archive-100000',
    kind: 'search',
    asks: 'archive',
    turns: 160,
    goals: { p95: atMost(50) },
  },
]
