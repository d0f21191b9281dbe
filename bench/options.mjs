import { parseArgs } from 'node:util'
import { SCENARIOS } from './scenarios.mjs'

/** What the command line asks for: which scenarios, how many rounds, and whether the product is profiled. */
export function readOptions() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true },
      rounds: { type: 'string', default: '3' },
      profile: { type: 'string' },
      product: { type: 'string' },
    },
  })
  const known = SCENARIOS.map(({ name }) => name)
  const only = (values.only ?? []).flatMap(names => names.split(','))
  const unknown = only.filter(name => !known.includes(name))
  if (unknown.length > 0) throw new Error(`no scenario ${unknown.join(', ')}; there are ${known.join(', ')}`)
  const rounds = Number(values.rounds)
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds wants a whole number')
  return {
    scenarios: only.length > 0 ? SCENARIOS.filter(({ name }) => only.includes(name)) : SCENARIOS,
    rounds,
    whole: only.length === 0 && values.product === undefined && values.profile === undefined,
    /** A folder for the product's CPU profiles; and another checkout that is built, to compare with this one. */
    product: { profile: values.profile, folder: values.product },
  }
}
