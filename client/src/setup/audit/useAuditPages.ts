import { useCallback, useEffect, useState } from 'react'
import type { AuditEntries, AuditEntry } from '#protocol/audit.js'
import { paths } from '#protocol/paths.js'
import { askServer } from '../../session/ask-server.js'

/** The entries that were asked for, page after page. */
export function useAuditPages(asked: Record<string, string>) {
  const query = new URLSearchParams(asked).toString()
  const [pages, setPages] = useState<{ query: string; entries: AuditEntry[]; next: string | null }>()
  const [refusal, setRefusal] = useState('')

  const fetchPage = useCallback(
    (before: AuditEntry[], after?: string, signal?: AbortSignal) => {
      const address = `${paths.audit}?${query}${after ? `&after=${encodeURIComponent(after)}` : ''}`
      askServer<AuditEntries>('GET', address, undefined, signal).then(
        ({ entries, next }) => {
          setPages({ query, entries: [...before, ...entries], next })
          setRefusal('')
        },
        (error: Error) => !signal?.aborted && setRefusal(error.message),
      )
    },
    [query],
  )

  useEffect(() => {
    const asking = new AbortController()
    fetchPage([], undefined, asking.signal)
    return () => asking.abort()
  }, [fetchPage])

  const next = pages?.query === query ? pages.next : null
  return {
    entries: pages?.entries ?? [],
    refusal,
    more: next ? () => fetchPage(pages?.entries ?? [], next) : undefined,
  }
}
