'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import type { NewsView, NoticeView } from '#app/_data/views.ts'
import { useTopics } from '#app/_ui/useTopics.ts'

/** So many that just came are shown at once; the rest is in the inbox. */
const mostFresh = 3

export type News = {
  news: NewsView | null
  /** What came while the page was open and was not put away, newest first. */
  fresh: NoticeView[]
  putAway: (id: number) => void
  markAllRead: () => Promise<void>
}

/**
 * A member's pending things and notices, kept true by pushed events. They are read from the server each time, so a reload shows the same.
 * The code that asks comes with the first question, not with the page.
 */
export function useNews(accountId: string): News {
  const router = useRouter()
  const [news, setNews] = useState<NewsView | null>(null)
  const [fresh, setFresh] = useState<NoticeView[]>([])
  const known = useRef<number | null>(null)
  const asked = useRef(0)

  const take = (next: NewsView) => {
    setNews(next)
    const newest = next.latest[0]?.id ?? 0
    const before = known.current ?? newest
    known.current = Math.max(before, newest)
    // Nobody sees what a hidden page shows: there the number in its head says it.
    const came = document.visibilityState === 'visible' ? next.latest.filter(({ id, read }) => id > before && !read) : []
    if (came.length > 0) setFresh((shown) => [...came, ...shown].slice(0, mostFresh))
  }
  const ask = async () => {
    const turn = ++asked.current
    try {
      const { api } = await import('#app/_client/api.ts')
      const next = await api.news.overview.query()
      if (turn !== asked.current) return
      // The session was ended, here or elsewhere: the server makes the page anew.
      if (next === null) router.refresh()
      else take(next)
    } catch {
      // Away for a moment: the next event asks again.
    }
  }
  const settles = news?.pending.some(({ kind }) => kind !== 'quest') ?? false
  useTopics([`account:${accountId}`, ...(settles ? ['batches'] : [])], ask, true)

  return {
    news,
    fresh,
    putAway: (id) => setFresh((shown) => shown.filter((notice) => notice.id !== id)),
    markAllRead: async () => {
      const { api } = await import('#app/_client/api.ts')
      await api.news.markRead.mutate({ ids: 'all' })
      await ask()
    },
  }
}
