'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent } from 'react'
import { Icon } from '#app/_ui/base/Icon.tsx'
import type { SideProps } from './DraftSide.tsx'
import { isOpening } from './draftActs.ts'

type Props = SideProps & { launching: boolean; onPoll(): Promise<void> }

const pollMs = 2000

/** How far a launch is: the wallets are tried, the quest is written, its leaf is opened in the slot. The last takes seconds. */
export function Opening({ view, unsaved, launching, onPoll }: Props) {
  const t = useTranslations('drafts.opening')
  const opening = isOpening(view)
  const ask = useEffectEvent(() => {
    // Away for a moment: the next one asks again. What is being typed is left alone.
    if (!unsaved) onPoll().catch(() => undefined)
  })
  useEffect(() => {
    if (!opening) return
    const timer = setInterval(ask, pollMs)
    return () => clearInterval(timer)
  }, [opening])
  const steps = [
    ...(view.addresses.length > 0 ? [{ name: 'wallets' as const, done: !launching }] : []),
    { name: 'written' as const, done: !launching },
    { name: 'slot' as const, done: !launching && !opening },
  ]
  const now = steps.findIndex(({ done }) => !done)
  return (
    <div aria-live="polite" className={launching || opening ? 'mt-4 rounded-xl bg-sunken px-4 py-3' : ''}>
      {(launching || opening) && (
        <ol className="grid gap-2 text-[0.9375rem]">
          {steps.map(({ name, done }, i) => (
            <li key={name} className={`flex items-center gap-2.5 ${done || i === now ? '' : 'text-faint'}`}>
              {done ? (
                <Icon name="check" className="size-4 text-good" />
              ) : (
                <span aria-hidden="true" className={`mx-1 size-2 rounded-full ${i === now ? 'animate-breathe bg-accent' : 'bg-line'}`} />
              )}
              {t(name)}
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}
