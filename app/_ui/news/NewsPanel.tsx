'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { NewsView } from '#app/_data/views.ts'
import { Button, ButtonLink } from '#app/_ui/base/Button.tsx'
import { Dialog } from '#app/_ui/base/Dialog.tsx'
import { NoticeRow } from './NoticeRow.tsx'
import { PendingRow } from './PendingRow.tsx'

type Props = { news: NewsView; onClose: () => void; onMarkAllRead: () => Promise<void> }

/** The tray: what is on its way, what is in progress, what was told last. All of it is the server's; closing loses nothing. */
export default function NewsPanel({ news, onClose, onMarkAllRead }: Props) {
  const t = useTranslations('news')
  const [now] = useState(() => Date.now())
  const [busy, setBusy] = useState(false)
  const settling = news.pending.filter(({ kind }) => kind !== 'quest')
  const quests = news.pending.filter(({ kind }) => kind === 'quest')
  const markAll = () => {
    setBusy(true)
    // What failed stays unread, which says enough.
    onMarkAllRead()
      .catch(() => undefined)
      .finally(() => setBusy(false))
  }
  return (
    <Dialog title={t('title')} closeLabel={t('close')} onClose={onClose} place="corner">
      <div className="grid gap-7">
        <section aria-labelledby="tray-settling">
          <h3 id="tray-settling" className="mb-1 text-sm font-medium text-faint">
            {t('onTheWay')}
          </h3>
          {settling.length === 0 ? (
            <p className="text-[0.9375rem] text-muted">{t('nothingOnTheWay')}</p>
          ) : (
            <ul className="divide-y divide-line">
              {settling.map((item) => (
                <PendingRow key={item.id} item={item} usualMs={news.usualMs} now={now} onGo={onClose} />
              ))}
            </ul>
          )}
        </section>
        {quests.length > 0 && (
          <section aria-labelledby="tray-quests">
            <h3 id="tray-quests" className="mb-1 text-sm font-medium text-faint">
              {t('inProgress')}
            </h3>
            <ul className="divide-y divide-line">
              {quests.map((item) => (
                <PendingRow key={item.id} item={item} usualMs={null} now={now} onGo={onClose} />
              ))}
            </ul>
          </section>
        )}
        {news.latest.length > 0 && (
          <section aria-labelledby="tray-news">
            <h3 id="tray-news" className="mb-1 text-sm font-medium text-faint">
              {t('latest')}
            </h3>
            <ul className="divide-y divide-line">
              {news.latest.map((notice) => (
                <NoticeRow key={notice.id} notice={notice} now={now} onGo={onClose} />
              ))}
            </ul>
          </section>
        )}
        <div className="flex flex-wrap gap-2">
          <ButtonLink href="/me/inbox" look="quiet" onClick={onClose}>
            {t('all')}
          </ButtonLink>
          {news.unread > 0 && (
            <Button look="plain" disabled={busy} onClick={markAll}>
              {t('markAll')}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  )
}
