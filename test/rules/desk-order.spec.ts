import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arranged, neighbourOf, putAfter, stepped } from '../../client/src/questions/running-order.js'

/** An order, one of its questions, and a place in it. */
const somewhere = fc
  .uniqueArray(fc.stringMatching(/^[a-z]{1,3}$/), { minLength: 1, maxLength: 12 })
  .chain(order => fc.record({ order: fc.constant(order), id: fc.constantFrom(...order), to: fc.nat(12) }))
const sameOnes = (one: readonly string[], other: readonly string[]) =>
  expect([...one].toSorted()).toEqual([...other].toSorted())

describe('the running order at the desk', () => {
  it('names the neighbour that puts a question exactly where it was dropped', () => {
    fc.assert(
      fc.property(somewhere, ({ order, id, to }) => {
        const dropped = stepped(order, id, to - order.indexOf(id))
        sameOnes(dropped, order)
        const after = neighbourOf(order, dropped, id)
        if (order.length === 1) expect(after).toBeUndefined()
        else expect(putAfter(order, id, after!)).toEqual(dropped)
      }),
    )
  })

  it('keeps everybody else in their sequence, also those that a filter hides', () => {
    fc.assert(
      fc.property(somewhere, fc.infiniteStream(fc.boolean()), ({ order, id, to }, hides) => {
        const shown = order.filter(one => one === id || !hides.next().value)
        const dropped = stepped(shown, id, to - shown.indexOf(id))
        const after = neighbourOf(order, dropped, id)
        const next = after === undefined ? order : putAfter(order, id, after)
        expect(next.filter(one => one !== id)).toEqual(order.filter(one => one !== id))
        expect(next.filter(one => shown.includes(one))).toEqual(dropped)
      }),
    )
  })

  it('stands right before the first that is shown when it is put before all of them', () => {
    expect(neighbourOf(['hidden', 'a', 'b'], ['b', 'a'], 'b')).toBe('hidden')
    expect(neighbourOf(['a', 'hidden', 'b'], ['b', 'a'], 'b')).toBeNull()
  })

  it('is as it was behind a neighbour that left', () => {
    expect(putAfter(['a', 'b', 'c'], 'c', 'withdrawn')).toEqual(['a', 'b', 'c'])
  })

  it('does not leave the order at either end', () => {
    expect(stepped(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c'])
    expect(stepped(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c'])
    expect(stepped(['a', 'b', 'c'], 'b', 5)).toEqual(['a', 'c', 'b'])
  })

  it('shows what was asked for of those that are there, and loses nobody', () => {
    expect(arranged(['a', 'b', 'new'], ['b', 'withdrawn', 'a'])).toEqual(['b', 'a', 'new'])
    fc.assert(
      fc.property(fc.uniqueArray(fc.string()), fc.uniqueArray(fc.string()), (order, asked) => {
        sameOnes(arranged(order, asked), order)
      }),
    )
  })
})
