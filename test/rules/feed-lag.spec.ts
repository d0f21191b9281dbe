import { describe, expect, it } from 'vitest'
import { FeedLag } from '../../server/live/feed-lag.js'

describe('how far the feed is behind', () => {
  it('begins with the first head that was not announced, and ends when that is', () => {
    const lag = new FeedLag()
    lag.head('a', 7, 7, 0)
    expect([lag.revisions, lag.seconds(9000)]).toEqual([0, 0])
    lag.head('a', 9, 7, 1000)
    lag.head('a', 12, 7, 3000)
    expect([lag.revisions, lag.seconds(3500), lag.isLasting(3500)]).toEqual([5, 2.5, false])
    expect(lag.isLasting(4001)).toBe(true)
    lag.announced('a', 11)
    expect([lag.revisions, lag.isLasting(4001)]).toEqual([1, true])
    lag.announced('a', 12)
    expect([lag.revisions, lag.isLasting(9000)]).toEqual([0, false])
  })

  it('is that of the programme that is furthest, and of none that nobody watches', () => {
    const lag = new FeedLag()
    lag.head('a', 3, 2, 0)
    lag.head('b', 9, 2, 1000)
    expect([lag.revisions, lag.seconds(2000)]).toEqual([7, 2])
    lag.forget('b')
    expect([lag.revisions, lag.seconds(2000)]).toEqual([1, 2])
  })
})
