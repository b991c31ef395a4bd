'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useRef } from 'react'
import { createPortal } from 'react-dom'
import type { NoticeView } from '#app/_data/views.ts'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { NoticeFace } from './NoticeFace.tsx'
import { noticeHref, useNoticeWords } from './noticeWords.ts'

/** Long enough to read a sentence twice; the inbox keeps it for good. */
const shownMs = 9000

type Props = { notices: readonly NoticeView[]; onPutAway: (id: number) => void }

/** What just settled, told politely: the focus stays where it is, and each goes by itself or by its button. */
export default function Toasts({ notices, onPutAway }: Props) {
  const t = useTranslations('news')
  // Outside of the header, whose blur would hold fixed things inside of it.
  return createPortal(
    <section aria-label={t('toasts')} className="pointer-events-none fixed inset-x-0 top-18 z-40 flex justify-end px-4 sm:px-6">
      <div role="status" aria-atomic="false" className="grid w-full max-w-sm gap-2">
        {notices.map((notice) => (
          <Toast key={notice.id} notice={notice} onPutAway={() => onPutAway(notice.id)} />
        ))}
      </div>
    </section>,
    document.body,
  )
}

function Toast({ notice, onPutAway }: { notice: NoticeView; onPutAway: () => void }) {
  const t = useTranslations('news')
  const wordsOf = useNoticeWords()
  const box = useRef<HTMLDivElement>(null)
  const over = useEffectEvent(onPutAway)
  useEffect(() => leaveAfter(box.current, over), [])
  return (
    <div
      ref={box}
      data-toast={notice.kind}
      className="slab pointer-events-auto flex animate-arrive items-center gap-3 py-2 pr-2 pl-4 shadow-lift"
    >
      <NoticeFace notice={notice} />
      <SiteLink
        href={noticeHref(notice)}
        onClick={onPutAway}
        className="min-w-0 flex-1 py-1.5 text-[0.9375rem] break-words hover:underline"
      >
        {wordsOf(notice)}
      </SiteLink>
      <button
        type="button"
        onClick={onPutAway}
        aria-label={t('putAway')}
        className="grid size-8 shrink-0 place-items-center rounded-lg text-muted hover:bg-sunken hover:text-ink"
      >
        <Icon name="cross" className="size-4" />
      </button>
    </div>
  )
}

/** Calls `over` when the box was shown long enough, counted from the last time that a pointer or the focus was in it. Answers how to stop. */
function leaveAfter(box: HTMLElement | null, over: () => void): () => void {
  let timer = setTimeout(over, shownMs)
  const hold = () => clearTimeout(timer)
  const go = () => {
    clearTimeout(timer)
    timer = setTimeout(over, shownMs)
  }
  const events = [
    ['pointerenter', hold],
    ['focusin', hold],
    ['pointerleave', go],
    ['focusout', go],
  ] as const
  for (const [name, heard] of events) box?.addEventListener(name, heard)
  return () => {
    clearTimeout(timer)
    for (const [name, heard] of events) box?.removeEventListener(name, heard)
  }
}
