'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { useNews } from './useNews.ts'

const load = () => import('./NewsPanel.tsx')
const NewsPanel = dynamic(load, { ssr: false })
const Toasts = dynamic(() => import('./Toasts.tsx'), { ssr: false })

/** How much is on its way and how much is new, on every page; opens the tray. Without script it leads to the inbox. */
export function NewsButton({ accountId }: { accountId: string }) {
  const t = useTranslations('news')
  const { news, fresh, putAway, markAllRead } = useNews(accountId)
  const [open, setOpen] = useState(false)
  const settling = news?.pending.filter(({ kind }) => kind !== 'quest').length ?? 0
  const unread = news?.unread ?? 0
  const label = [
    t('title'),
    ...(settling > 0 ? [t('settling', { count: settling })] : []),
    ...(unread > 0 ? [t('unread', { count: unread })] : []),
  ]
  return (
    <>
      <SiteLink
        href="/me/inbox"
        onPointerEnter={load}
        onFocus={load}
        onClick={(event) => {
          // Before the first answer there is nothing to open: then the link is a link.
          if (news === null || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
          event.preventDefault()
          setOpen(true)
        }}
        className="relative grid size-9 place-items-center rounded-full text-muted transition-colors hover:bg-sunken hover:text-ink"
      >
        {settling > 0 && <span aria-hidden="true" className="absolute inset-0.5 animate-breathe rounded-full border-2 border-accent" />}
        <Icon name="bell" className="size-[1.125rem]" />
        <span className="sr-only">{label.join(', ')}</span>
        {settling + unread > 0 && (
          <span
            aria-hidden="true"
            data-count={settling + unread}
            className="absolute -top-0.5 -right-0.5 grid h-[1.125rem] min-w-[1.125rem] place-items-center rounded-full bg-accent px-1 text-[0.6875rem] font-semibold text-accent-ink"
          >
            {settling + unread > 9 ? '9+' : settling + unread}
          </span>
        )}
      </SiteLink>
      {open && news && <NewsPanel news={news} onClose={() => setOpen(false)} onMarkAllRead={markAllRead} />}
      {news && <Toasts notices={fresh} onPutAway={putAway} />}
    </>
  )
}
