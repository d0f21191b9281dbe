import { Crowd } from './crowd.mjs'
import { Floor } from './floor.mjs'
import { KINDS } from './kinds.mjs'
import { Product } from './product.mjs'

const LOGGED = 60
const APPROVED = 10

/** The scenarios of one stage: opened, warmed up, played round by round. Tells what goes on, and each round's figures. */
export async function playStage(stage, scenarios, { postgresUrl, rounds, product, closings }, { say, keep }) {
  const before = closings.count
  const bench = {
    postgresUrl,
    product,
    async opened(opening) {
      const one = await opening
      closings.add(() => one.close())
      return one
    },
  }
  if (stage.sides) await openSides(bench, stage, scenarios)
  for (const scenario of scenarios) {
    say(`warming up: ${scenario.name}`)
    await KINDS[scenario.kind].warmUp?.(scenario, bench)
  }
  for (let round = 1; round <= rounds; round++)
    for (const scenario of scenarios) {
      say(`round ${round} of ${rounds}: ${scenario.name}`)
      keep(scenario, await KINDS[scenario.kind].play(scenario, { ...bench, round }))
    }
  await closings.close(before)
}

async function openSides(bench, { name, filled }, scenarios) {
  const house = {
    people: Math.max(...scenarios.map(scenario => scenario.people)),
    screens: Math.max(...scenarios.map(scenario => scenario.screens)),
  }
  bench.crowd = await bench.opened(Crowd.open())
  const floor = await bench.opened(Floor.open(bench.postgresUrl, name, house))
  const product = await bench.opened(Product.open(bench.postgresUrl, name, { ...house, ...bench.product }))
  bench.sides = [floor, product]
  if (filled) for (const side of bench.sides) await fill(side)
}

async function fill(side) {
  for (let number = 1; number <= LOGGED; number++) {
    const question = await side.log(side.secretaries[0], number)
    if (number <= APPROVED) await side.approve(side.moderators[0], question, number)
  }
}
