import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Inquiry } from '../../client/src/questions/inquiry.js'

/** A server whose answers are given when the test says so. */
function server() {
  const asked: { text: string; signal: AbortSignal; answer: (answer: string) => void; refuse: () => void }[] =
    []
  const heard: string[] = []
  const inquiry = new Inquiry<string, string>(
    (text, signal) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('given up')))
        asked.push({ text, signal, answer: resolve, refuse: () => reject(new Error('refused')) })
      }),
    (answer, text) => heard.push(`${text}: ${answer}`),
    (_, text) => heard.push(`${text} was refused`),
  )
  const texts = () => asked.map(({ text }) => text)
  return { inquiry, asked, texts, heard }
}

describe('what is asked while somebody types', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('is not asked for every key, but when the hand rests', async () => {
    const { inquiry, texts } = server()
    for (const text of ['s', 'so', 'so d']) {
      inquiry.want(text)
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(texts()).toEqual([])
    await vi.advanceTimersByTimeAsync(50)
    expect(texts()).toEqual(['so d'])
  })

  it('is asked all the same of a hand that never rests', async () => {
    const { inquiry, texts } = server()
    for (let key = 1; key <= 8; key++) {
      inquiry.want('x'.repeat(key))
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(texts()).toEqual(['xxxxxx'])
  })

  it('is one question at a time; then the latest, and nothing in between', async () => {
    const { inquiry, asked, texts, heard } = server()
    for (const text of ['a', 'ab', 'abc']) {
      inquiry.want(text)
      await vi.advanceTimersByTimeAsync(200)
    }
    expect(texts()).toEqual(['a'])
    asked[0]!.answer('one')
    await vi.advanceTimersByTimeAsync(0)
    expect(texts()).toEqual(['a', 'abc'])
    asked[1]!.answer('two')
    await vi.advanceTimersByTimeAsync(0)
    expect(heard).toEqual(['a: one', 'abc: two'])
  })

  it('is told to nobody once nobody wants it', async () => {
    const { inquiry, asked, heard } = server()
    inquiry.want('a')
    await vi.advanceTimersByTimeAsync(200)
    // The answer is there, and the hand has moved on before it could be read.
    asked[0]!.answer('late')
    inquiry.stop()
    expect(asked[0]!.signal.aborted).toBe(true)
    inquiry.want('b')
    inquiry.stop()
    await vi.advanceTimersByTimeAsync(1000)
    expect([asked.length, heard]).toEqual([1, []])
  })

  it('holds no connection to a server that says nothing, and is asked anew', async () => {
    const { inquiry, asked, texts, heard } = server()
    inquiry.want('a')
    await vi.advanceTimersByTimeAsync(200)
    inquiry.want('ab')
    await vi.advanceTimersByTimeAsync(3000)
    expect(asked[0]!.signal.aborted).toBe(true)
    expect([texts(), heard]).toEqual([['a', 'ab'], ['a was refused']])
  })

  it('says what was refused, and goes on', async () => {
    const { inquiry, asked, heard } = server()
    inquiry.want('a')
    await vi.advanceTimersByTimeAsync(200)
    asked[0]!.refuse()
    await vi.advanceTimersByTimeAsync(0)
    inquiry.want('b')
    await vi.advanceTimersByTimeAsync(200)
    asked[1]!.answer('yes')
    await vi.advanceTimersByTimeAsync(0)
    expect(heard).toEqual(['a was refused', 'b: yes'])
  })
})
