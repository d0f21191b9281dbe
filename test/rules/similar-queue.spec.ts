import { describe, expect, it, vi } from 'vitest'
import { SimilarQueue } from '../../client/src/questions/similar-queue.js'
import { eventually } from '../support/eventually.js'

/** A server that answers when it is told to. */
function server() {
  const asked: string[] = []
  const open: ((answer: string) => void)[] = []
  const ask = (key: string) => () => {
    asked.push(key)
    return new Promise<string>(resolve => open.push(resolve))
  }
  const answer = async (text: string) => {
    open.shift()!(text)
    await eventually(() => expect(text).toBeTruthy())
  }
  return { asked, ask, answer }
}

describe('asking for likely duplicates', () => {
  it('is one question at a time, the latest wish first', async () => {
    const { asked, ask, answer } = server()
    const queue = new SimilarQueue<string>()
    const told: string[] = []
    for (const key of ['a', 'b', 'c']) queue.want(key, ask(key), text => told.push(`${key} ${text}`))
    expect(asked).toEqual(['a'])
    await answer('câu 1')
    await eventually(() => expect(asked).toEqual(['a', 'c']))
    await answer('câu 3')
    await eventually(() => expect(asked).toEqual(['a', 'c', 'b']))
    expect(told).toEqual(['a câu 1', 'c câu 3'])
  })

  it('does not ask for what is out of sight again', async () => {
    const { asked, ask, answer } = server()
    const queue = new SimilarQueue<string>()
    queue.want('a', ask('a'), () => {})
    const noMore = queue.want('b', ask('b'), () => {})
    queue.want('c', ask('c'), () => {})
    noMore()
    await answer('câu 1')
    await eventually(() => expect(asked).toEqual(['a', 'c']))
    await answer('câu 3')
    queue.want('d', ask('d'), () => {})
    await eventually(() => expect(asked).toEqual(['a', 'c', 'd']))
  })

  it('asks no key twice, but one that failed', async () => {
    const queue = new SimilarQueue<string>()
    const told: string[] = []
    const tell = (text: string) => told.push(text)
    const ask = vi
      .fn<() => Promise<string>>()
      .mockRejectedValueOnce(new Error('away'))
      .mockResolvedValue('câu 7')
    queue.want('a', ask, tell)
    await eventually(() => expect(ask).toHaveBeenCalledTimes(1))
    await Promise.resolve()
    queue.want('a', ask, tell)
    await eventually(() => expect(told).toEqual(['câu 7']))
    queue.want('a', ask, tell)
    expect(told).toEqual(['câu 7', 'câu 7'])
    expect(ask).toHaveBeenCalledTimes(2)
  })
})
