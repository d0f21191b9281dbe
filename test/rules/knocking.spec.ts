import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { whenAnswered } from '../../client/src/live/knocking.js'

/** How often chance makes the pauses anew. */
const TIMES = 50

describe('a line that was lost', () => {
  const fetch = vi.fn<() => Promise<{ ok: boolean }>>()
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    vi.stubGlobal('fetch', fetch.mockReset())
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('is knocked at within 150 ms when it was there until now, and connected once when it is answered', async () => {
    for (let time = 0; time < TIMES; time++) {
      fetch.mockClear().mockResolvedValue({ ok: true })
      const then = vi.fn()
      whenAnswered(then, true)
      await vi.advanceTimersByTimeAsync(150)
      expect(then).toHaveBeenCalledTimes(1)
      await vi.advanceTimersByTimeAsync(10_000)
      expect(then).toHaveBeenCalledTimes(1)
      expect(fetch).toHaveBeenCalledTimes(1)
    }
  })

  it('is left alone for a tenth of a second where connecting had failed, so that a full server is not stormed', async () => {
    for (let time = 0; time < TIMES; time++) {
      fetch.mockClear().mockRejectedValue(new Error('refused'))
      const stop = whenAnswered(() => {})
      await vi.advanceTimersByTimeAsync(99)
      expect(fetch).not.toHaveBeenCalled()
      await vi.advanceTimersByTimeAsync(301)
      expect(fetch).toHaveBeenCalled()
      stop()
    }
  })

  it('is knocked at until somebody answers, and no longer than wanted', async () => {
    fetch.mockRejectedValue(new Error('refused'))
    const then = vi.fn()
    const stop = whenAnswered(then, true)
    await vi.advanceTimersByTimeAsync(5000)
    const knocks = fetch.mock.calls.length
    expect(knocks).toBeGreaterThan(12)
    stop()
    await vi.advanceTimersByTimeAsync(5000)
    expect(fetch.mock.calls.length).toBe(knocks)
    expect(then).not.toHaveBeenCalled()
  })
})
