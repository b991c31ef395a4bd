'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { useTopics } from './useTopics.ts'

/** Keeps a server-rendered page true: asks for it again when something on these topics happened, at most every 1.2 seconds. */
export function LiveRefresh({ topics }: { topics: string[] }) {
  const router = useRouter()
  useTopics(topics, () => router.refresh())
  useEffect(() => {
    const onVisible = () => document.visibilityState === 'visible' && router.refresh()
    document.addEventListener('visibilitychange', onVisible)
    return () => document.removeEventListener('visibilitychange', onVisible)
  }, [router])
  return null
}
