import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { gathered } from '../../server/database/gathered.js'

/** A database that answers when it is told to. */
function slowDatabase() {
  const asked: number[][] = []
  const answers: (() => void)[] = []
  const ask = (keys: readonly number[]) =>
    new Promise<number[]>(answer => {
      asked.push([...keys])
      answers.push(() => answer(keys.map(key => key * 10)))
    })
  const settle = async () => {
    for (let turn = 0; turn < 5; turn++) await setImmediate()
  }
  return { asked, ask, settle, answer: () => answers.shift()!() }
}

describe('what is asked of the database', () => {
  it('in one moment is one question, and each has its own answer', async () => {
    const { asked, ask, settle, answer } = slowDatabase()
    const tens = gathered(ask)
    const got = Promise.all([1, 2, 1].map(key => tens.load(key)))
    await settle()
    expect(asked).toEqual([[1, 2, 1]])
    answer()
    expect(await got).toEqual([10, 20, 10])
  })

  it('while it answers is one question when it has', async () => {
    const { asked, ask, settle, answer } = slowDatabase()
    const tens = gathered(ask)
    const first = tens.load(1)
    await settle()
    const second = tens.load(2)
    await settle()
    const third = tens.load(3)
    await settle()
    expect(asked).toEqual([[1]])
    answer()
    await settle()
    expect(asked).toEqual([[1], [2, 3]])
    answer()
    expect(await Promise.all([first, second, third])).toEqual([10, 20, 30])
  })

  it('is asked anew each time, also after one that failed', async () => {
    let fails = true
    const tens = gathered(async (keys: readonly number[]) => {
      if (fails) throw new Error('away')
      return keys.map(key => key * 10)
    })
    await expect(tens.load(1)).rejects.toThrow('away')
    fails = false
    expect(await tens.load(1)).toBe(10)
  })
})
