'use client'

import { useTranslations } from 'next-intl'
import type { NoticeView } from '#app/_data/views.ts'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { NoticeFace } from './NoticeFace.tsx'
import { noticeHref, useNoticeWords } from './noticeWords.ts'

type Props = { notice: NoticeView; now: number; onGo?: () => void }

/** Marks as read what somebody follows; the page that opens has more than the notice said. */
async function markRead(id: number) {
  const { api } = await import('#app/_client/api.ts')
  // What is not marked stays unread: nothing is lost.
  await api.news.markRead.mutate({ ids: [id] }).catch(() => undefined)
}

/** One notice: what happened, when, and whether it is new. */
export function NoticeRow({ notice, now, onGo }: Props) {
  const t = useTranslations('news')
  const wordsOf = useNoticeWords()
  return (
    <li data-notice={notice.kind} data-read={notice.read}>
      <SiteLink
        href={noticeHref(notice)}
        onClick={() => {
          if (!notice.read) void markRead(notice.id)
          onGo?.()
        }}
        className="-mx-2 flex items-center gap-3 rounded-lg px-2 py-2.5 -outline-offset-2 transition-colors hover:bg-sunken"
      >
        <NoticeFace notice={notice} />
        <span className="min-w-0 flex-1">
          <span className={`block break-words ${notice.read ? 'text-muted' : 'font-medium'}`}>{wordsOf(notice)}</span>
          <span className="block text-sm text-faint">
            <Ago at={notice.at} now={now} />
          </span>
        </span>
        {!notice.read && (
          <span className="size-2.5 shrink-0 rounded-full bg-accent">
            <span className="sr-only">{t('new')}</span>
          </span>
        )}
      </SiteLink>
    </li>
  )
}
