import { useCallback, useEffect, useState } from 'react'
import { paths } from '#protocol/paths.js'
import { askServer } from '../session/ask-server.js'

/** Whether the server can write and hears of its own news: asked when the page opens and on request. */
export function useDatabaseCheck() {
  const [writable, setWritable] = useState<boolean>()
  const again = useCallback(() => {
    askServer('GET', paths.ready).then(
      () => setWritable(true),
      () => setWritable(false),
    )
  }, [])
  useEffect(again, [again])
  return { writable, again }
}
