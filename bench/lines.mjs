import { percentile } from './figures.mjs'

const milliseconds = nanoseconds => Number(nanoseconds) / 1e6

/** Both sides, one after the other; who begins changes with the round. Figures by the name of the side. */
async function eachSide(sides, round, measure) {
  const figures = {}
  for (const side of round % 2 === 0 ? sides : sides.toReversed()) figures[side.name] = await measure(side)
  return figures
}

/** Every screen's connection is cut while the servers live: until the last is right again. */
export const cut = {
  async play({ screens, turns }, { sides, crowd, round }) {
    await crowd.gather(sides, screens)
    return eachSide(sides, round, async side => {
      const samples = []
      for (let turn = 0; turn < turns; turn++) {
        const since = process.hrtime.bigint()
        samples.push(milliseconds((await crowd.cut(side)) - since))
      }
      return { p50: percentile(samples, 0.5) }
    })
  },
}

/** The server is killed (kill -9) and started again at once: until the last screen is right again. */
export const returning = {
  async play({ screens }, { sides, crowd, round }) {
    await crowd.gather(sides, screens)
    return eachSide(sides, round, async side => {
      const back = await crowd.watch(side)
      const since = process.hrtime.bigint()
      await side.kill()
      await side.start()
      return { time: milliseconds((await back()) - since) }
    })
  },
}
