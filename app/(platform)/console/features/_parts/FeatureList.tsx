'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { api } from '#app/_client/api.ts'
import type { FeatureView } from '#app/_data/views.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Empty } from '#app/_ui/base/Empty.tsx'
import { Drawing } from '#app/_ui/base/Icon.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { say } from '#app/_ui/say.ts'
import { useAct } from '#app/_ui/useAct.ts'
import { moved } from './order.ts'

/** `span`: from when to when, in words; made on the server, because browsers write spans each in their own way. */
type Shown = FeatureView & { span: string }
type Props = { features: Shown[]; now: number }

const up = 'M10 16V4M4.5 9.5L10 4l5.5 5.5'
const down = 'M10 4v12M4.5 10.5L10 16l5.5-5.5'
const square = 'grid size-8 place-items-center rounded-lg text-muted hover:bg-sunken hover:text-ink disabled:opacity-40'

/** Ordered by dragging a row, or by its buttons; each move is kept at once, and goes back when it cannot be. */
export function FeatureList({ features, now }: Props) {
  const t = useTranslations('platform.features')
  const locale = useLocale()
  const { busy, refused, act } = useAct()
  const [order, setOrder] = useState<readonly Shown[]>(features)
  const [dragged, setDragged] = useState<number | null>(null)
  const move = async (from: number, to: number) => {
    const next = moved(order, from, to)
    if (next === order) return
    setOrder(next)
    if (!(await act('order', () => api.platform.orderFeatures.mutate({ ids: next.map(({ id }) => id) })))) setOrder(order)
  }
  if (order.length === 0) return <Empty title={t('none')}>{t('noneText')}</Empty>
  return (
    <>
      <ol className="slab divide-y divide-line">
        {order.map(({ id, quest, title, startsAt, span }, i) => (
          <li
            key={id}
            data-feature={quest}
            draggable={busy === null}
            onDragStart={() => setDragged(i)}
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => {
              event.preventDefault()
              if (dragged !== null) void move(dragged, i)
            }}
            onDragEnd={() => setDragged(null)}
            className={`flex cursor-grab flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3 ${dragged === i ? 'opacity-50' : ''}`}
          >
            <span className="w-5 text-faint tabular-nums">{i + 1}</span>
            <div className="min-w-0 flex-1 basis-48">
              <SiteLink href={`/quests/${quest}`} className="font-medium [overflow-wrap:anywhere] underline-offset-4 hover:underline">
                {title ? say(title, locale) : quest}
              </SiteLink>
              <p className="text-[0.875rem] text-faint">
                {Date.parse(startsAt) > now && `${t('later')} · `}
                {span} UTC
              </p>
            </div>
            <div className="flex items-center gap-1">
              <button
                type="button"
                className={square}
                disabled={busy !== null || i === 0}
                aria-label={t('up', { quest })}
                onClick={() => move(i, i - 1)}
              >
                <Drawing path={up} className="size-4" />
              </button>
              <button
                type="button"
                className={square}
                disabled={busy !== null || i === order.length - 1}
                aria-label={t('down', { quest })}
                onClick={() => move(i, i + 1)}
              >
                <Drawing path={down} className="size-4" />
              </button>
              <Button
                look="plain"
                size="small"
                disabled={busy !== null}
                aria-label={t('endOf', { quest })}
                onClick={() => act(id, () => api.platform.endFeature.mutate({ id }))}
              >
                {t('end')}
              </Button>
            </div>
          </li>
        ))}
      </ol>
      <p role="status" className="mt-2 text-sm text-bad empty:hidden">
        {refused ? (refused.code === 'conflict' ? t('changed') : refused.words) : ''}
      </p>
    </>
  )
}
