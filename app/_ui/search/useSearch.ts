'use client'

import { useEffect, useState } from 'react'
import { api } from '#app/_client/api.ts'
import type { SearchHit } from '#app/_data/views.ts'

/** Somebody who types is asked for once the fingers rest. */
const restMs = 150

export type Found = { query: string; hits: SearchHit[]; failed: boolean }
const nothing: Found = { query: '', hits: [], failed: false }

/** Results for what is typed, as it is typed; an overtaken answer is dropped. `searching` while the last one is of another text. */
export function useSearch(typed: string): Found & { searching: boolean } {
  const [found, setFound] = useState<Found>(nothing)
  const query = typed.trim()
  useEffect(() => {
    if (query === '') return setFound(nothing)
    const stop = new AbortController()
    const timer = setTimeout(async () => {
      try {
        const { hits } = await api.search.everything.query({ q: query.slice(0, 500) }, { signal: stop.signal })
        if (!stop.signal.aborted) setFound({ query, hits, failed: false })
      } catch {
        // Said in the list; the next letter tries again.
        if (!stop.signal.aborted) setFound({ query, hits: [], failed: true })
      }
    }, restMs)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [query])
  return { ...found, searching: query !== '' && found.query !== query }
}
