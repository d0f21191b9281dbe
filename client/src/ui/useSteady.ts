import { useCallback, useLayoutEffect, useRef } from 'react'

/**
 * One function for as long as its component lives, which does what the latest render would have it do: what is drawn
 * again only for what it shows is not drawn again for a new handler.
 */
export function useSteady<Given extends unknown[], Result>(
  act: (...given: Given) => Result,
): (...given: Given) => Result {
  const latest = useRef(act)
  useLayoutEffect(() => {
    latest.current = act
  })
  return useCallback((...given: Given) => latest.current(...given), [])
}
