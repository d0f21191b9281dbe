import { setTimeout as pause } from 'node:timers/promises'
import { createDatabase } from './databases.mjs'
import { Floor } from './floor.mjs'
import { Product } from './product.mjs'

const KNOCK_EVERY_MS = 5

async function untilReady(address) {
  while (!(await fetch(`${address}/health/ready`)).ok) await pause(KNOCK_EVERY_MS)
}

/** A start on an empty database, and one on the database as that left it. Milliseconds until it can do its work. */
async function measure(side, ready) {
  const times = []
  for (let time = 0; time < 2; time++) {
    const since = performance.now()
    try {
      await side.start()
      await ready(side)
      times.push(performance.now() - since)
    } finally {
      await side.close()
    }
  }
  return { cold: times[0], second: times[1] }
}

/** PostgreSQL runs already. The floor is ready when it listens. */
export const start = {
  async play(_, { postgresUrl, round, product }) {
    const of = (Side, options) =>
      createDatabase(postgresUrl, `start_${Side.name.toLowerCase()}_${round}`).then(
        url => new Side(url, options),
      )
    return {
      floor: await measure(await of(Floor), () => {}),
      product: await measure(await of(Product, product), side => untilReady(side.address)),
    }
  },
}
