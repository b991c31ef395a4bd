'use client'

import { useEffect } from 'react'

const place = 'cairn.arrival'

/** Where this tab came from: kept from the first quest it saw, since later pages come from ours. */
function arrival(): string {
  const now = JSON.stringify({
    referrer: document.referrer.slice(0, 2048),
    ref: new URLSearchParams(location.search).get('ref')?.slice(0, 200),
  })
  try {
    const kept = sessionStorage.getItem(place) ?? now
    sessionStorage.setItem(place, kept)
    return kept
  } catch {
    return now
  }
}

/** Tells once that the quest was seen (server/insights/README.md); a new session brings a new one of these, which tells once more. Nothing waits for it. */
export function Visit({ quest }: { quest: string }) {
  useEffect(() => {
    const tell = () => {
      if (document.visibilityState !== 'visible') return
      document.removeEventListener('visibilitychange', tell)
      navigator.sendBeacon('/api/views', new Blob([JSON.stringify({ quest, ...JSON.parse(arrival()) })], { type: 'application/json' }))
    }
    document.addEventListener('visibilitychange', tell)
    tell()
    return () => document.removeEventListener('visibilitychange', tell)
  }, [quest])
  return null
}
