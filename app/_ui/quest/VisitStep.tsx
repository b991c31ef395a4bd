'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useState } from 'react'
import { api } from '#app/_client/api.ts'
import type { Visit } from '#app/_data/views.ts'
import { buttonClass } from '#app/_ui/base/Button.tsx'
import { Icon } from '#app/_ui/base/Icon.tsx'
import type { StepFormProps } from './StepForm.tsx'

/** A link that counts when it is opened from here: it leads through our own redirect, once for each ticket. */
export function VisitStep({ slug, stepId, visit, started, onDone }: StepFormProps & { visit: Visit }) {
  const t = useTranslations('quest.form')
  const [opened, setOpened] = useState(visit.openedAt !== null)
  const [left, setLeft] = useState<number | null>(null)
  const link = useQuery({
    queryKey: ['visit', slug, stepId],
    queryFn: async () => {
      await started()
      return api.quests.visitLink.query({ slug, stepId })
    },
    // A ticket is good for an hour.
    staleTime: 50 * 60_000,
    retry: 1,
    // A step whose turn has not come yet has no link.
    refetchInterval: ({ state }) => (state.data ? false : 10_000),
  })
  const comeBack = useEffectEvent(() => {
    if (!opened || document.visibilityState !== 'visible') return
    if (visit.dwellSeconds === null || visit.finished) return onDone()
    // An answer that does not come is asked for again at the next return.
    api.quests.finishVisit.mutate({ slug, stepId }).then(
      ({ secondsLeft }) => {
        setLeft(secondsLeft)
        if (secondsLeft === 0) onDone()
      },
      () => setLeft(null),
    )
  })
  useEffect(() => {
    const look = () => comeBack()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])
  useEffect(() => {
    if (left === null || left <= 0) return
    const timer = setTimeout(() => comeBack(), left * 1000)
    return () => clearTimeout(timer)
  }, [left])
  const onOpen = () => {
    setOpened(true)
    // Its ticket is used now: the next opening needs another one.
    setTimeout(() => void link.refetch(), 1000)
  }
  return (
    <div className="mt-4 flex flex-wrap items-center gap-4">
      {link.data && (
        <a
          href={link.data.href}
          target="_blank"
          rel="noopener noreferrer"
          onClick={onOpen}
          onAuxClick={onOpen}
          className={buttonClass('quiet', 'medium')}
        >
          {t('open', { host: visit.host })} <Icon name="out" className="size-4" />
        </a>
      )}
      <p className="text-sm text-faint" aria-live="polite">
        {left !== null && left > 0
          ? t('secondsLeft', { seconds: left })
          : visit.dwellSeconds === null
            ? ''
            : t('dwell', { seconds: visit.dwellSeconds })}
      </p>
    </div>
  )
}
