'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { PendingItem } from '#app/_data/views.ts'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { Cube } from '#app/_ui/credential/Cube.tsx'
import { reached, solidityOf, stages } from '#app/_ui/credential/lifecycle.ts'
import { isCategory } from '#app/_ui/credential/mineral.ts'
import { say } from '#app/_ui/say.ts'
import { FaceIcon } from '#app/_ui/search/HitFace.tsx'
import { reachedOf, stagesOf } from '#app/_ui/wallet/moveLifecycle.ts'
import { StageDots } from './StageDots.tsx'
import { saySum } from './saySum.ts'

type Props = { item: PendingItem; usualMs: number | null; now: number; onGo: () => void }

/** One pending thing: what it is, where it stands, how long it usually takes from here. The whole row leads to where more is said. */
export function PendingRow({ item, usualMs, now, onGo }: Props) {
  const words = useWords(item)
  return (
    <li data-pending={item.kind} data-state={item.kind === 'quest' ? 'open' : item.state}>
      <SiteLink
        href={hrefOf(item)}
        onClick={onGo}
        className="-mx-2 flex items-center gap-3 rounded-lg px-2 py-2.5 transition-colors hover:bg-sunken"
      >
        <Face item={item} />
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium">{words.title}</span>
          <span className="block text-sm text-muted">
            {words.stage}{' '}
            {item.kind === 'quest' ? (
              <Ago at={item.closesAt} now={now} />
            ) : (
              <TimeLeft at={item.at} usualMs={isClocked(item) ? usualMs : null} now={now} />
            )}
          </span>
        </span>
        <Progress item={item} />
      </SiteLink>
    </li>
  )
}

/** Batches are timed from acceptance by the slot; how long L2 takes before that, or to pay, is not the slot's to say. */
const isClocked = (item: PendingItem) =>
  (item.kind === 'cube' && item.waitsFor === null) ||
  (item.kind === 'move' && item.state !== 'final' && stagesOf({ kind: item.move })[0] === 'signed')

function hrefOf(item: PendingItem): string {
  if (item.kind === 'move') return '/me/rewards'
  if (item.kind === 'cube' && item.index !== null) return `/explorer/credentials/${item.index}`
  return `/quests/${item.quest.slug}`
}

function useWords(item: PendingItem): { title: string; stage: string } {
  const t = useTranslations('news')
  const tState = useTranslations('state')
  const locale = useLocale()
  if (item.kind === 'quest')
    return {
      title: say(item.quest.title, locale),
      stage: `${t('steps', { passed: item.passed, steps: item.steps })}${item.waiting > 0 ? ` · ${t('waiting', { count: item.waiting })}` : ''} · ${t('closes')}`,
    }
  const inBatch = (item.state === 'batched' || item.state === 'proposed') && item.batch !== null
  const waits = item.kind === 'cube' && item.waitsFor === 'issuer'
  const stage = waits ? tState('waitsForIssuer') : inBatch ? tState('inBatch', { number: String(item.batch) }) : t(`stage.${item.state}`)
  if (item.kind === 'cube') return { title: say(item.quest.title, locale), stage }
  const sum = item.sum && saySum(item.sum, locale)
  const what = item.quest ? t('claimOf', { quest: say(item.quest, locale) }) : t(`move.${item.move}`)
  return { title: sum ? `${what}: ${sum}` : what, stage }
}

function Face({ item }: { item: PendingItem }) {
  if (item.kind === 'move') return <FaceIcon name="coin" />
  const category = isCategory(item.quest.category) ? item.quest.category : 'infrastructure'
  const solidity = item.kind === 'cube' ? solidityOf(item.state) : item.passed / item.steps
  return (
    <Cube
      quest={item.quest.slug}
      category={category}
      holder={item.kind === 'cube' ? item.holder : ''}
      solidity={solidity}
      className="h-10 w-8 shrink-0"
    />
  )
}

function Progress({ item }: { item: PendingItem }) {
  if (item.kind === 'quest') return <StageDots done={item.passed} of={item.steps} />
  if (item.kind === 'cube') return <StageDots done={reached(item.state) + 1} of={stages.length} />
  const move = { kind: item.move, state: item.state }
  return <StageDots done={reachedOf(move) + 1} of={stagesOf(move).length} />
}

/** What recent batches took, less what has passed: it counts down while the tray is open. */
function TimeLeft({ at, usualMs, now }: { at: string; usualMs: number | null; now: number }) {
  const t = useTranslations('state')
  const locale = useLocale()
  const [clock, setClock] = useState(now)
  useEffect(() => {
    const timer = setInterval(() => setClock(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  if (usualMs === null) return null
  const seconds = Math.round((Date.parse(at) + usualMs - clock) / 1000)
  return (
    <span className="text-faint">{seconds > 1 ? t('left', { seconds: new Intl.NumberFormat(locale).format(seconds) }) : t('soon')}</span>
  )
}
