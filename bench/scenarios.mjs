/**
 * What is measured. `screens` are connected on either side while it runs; `people` work at the same time, each on a
 * connection of his own; `turns` are the operations of one person in one round. To measure something else, add a
 * row, and a kind in `rounds.mjs` if there is none for it.
 */
export const SCENARIOS = [
  { name: 'approve-1', kind: 'approve', screens: 1, people: 1, turns: 200 },
  { name: 'approve-20', kind: 'approve', screens: 20, people: 1, turns: 200 },
  { name: 'approve-100', kind: 'approve', screens: 100, people: 1, turns: 100 },
  { name: 'approve-20-by-8', kind: 'approve', screens: 20, people: 8, turns: 40 },
  { name: 'log-1', kind: 'log', screens: 20, people: 1, turns: 200 },
  { name: 'log-8', kind: 'log', screens: 20, people: 8, turns: 40 },
]
