'use client'

import { useEffect } from 'react'
import { arrival } from './arrival.ts'

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
