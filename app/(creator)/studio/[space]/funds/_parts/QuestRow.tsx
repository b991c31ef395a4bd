'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { QuestFunds } from '#app/_data/views.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { useEth } from '#app/_ui/funds/useEth.ts'
import { say } from '#app/_ui/say.ts'

type Props = { space: string; quest: QuestFunds; now: number; onOpen: (name: 'add' | 'close') => void }

/** A quest's money: what is left, what is reserved and spent, how long it lasts, and what can be done. */
export function QuestRow({ space, quest, now, onOpen }: Props) {
  const t = useTranslations('funds.quests')
  const locale = useLocale()
  const { leaf, lasts, notYet, prizeOf } = quest
  const number = new Intl.NumberFormat(locale)
  const owner = prizeOf ?? quest.slug
  const over = Date.parse(quest.closesAt) < now
  // Nobody begins any more, so more money would only come back.
  const canAdd = leaf !== null && lasts !== null && prizeOf === null && !over && quest.completed + lasts < quest.supply
  return (
    <li className="slab p-5 sm:p-6" data-quest={quest.slug} data-lasts={lasts ?? ''} data-not-yet={notYet ?? 'ready'}>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <h3 className="min-w-0 text-lg font-semibold">
          <SiteLink href={`/studio/${space}/quests/${owner}`} className="underline-offset-4 hover:underline">
            {say(quest.title, locale)}
          </SiteLink>
        </h3>
        <StateTag quest={quest} now={now} />
      </div>
      <p className="mt-1 text-[0.9375rem] text-muted">
        {t('places', { completed: number.format(quest.completed), supply: number.format(quest.supply) })}
        {quest.opening === null && <> · {t('platform')}</>}
      </p>
      {quest.opening?.status === 'refused' && (
        <p className="mt-3 text-[0.9375rem] text-bad">{t('refusedLead', { reason: quest.opening.refusal ?? '—' })}</p>
      )}
      {leaf === null && quest.opening?.status !== 'refused' && <p className="mt-3 text-[0.9375rem] text-muted">{t('openingLead')}</p>}
      {leaf && <Pools quest={quest} leaf={leaf} over={over} />}
      <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-3">
        {canAdd && (
          <Button look={lasts === 0 ? 'primary' : 'quiet'} onClick={() => onOpen('add')}>
            {t('add')}
          </Button>
        )}
        {notYet === null && <Button onClick={() => onOpen('close')}>{t('close')}</Button>}
        {notYet !== null && notYet !== 'not-there' && notYet !== 'empty' && quest.opening !== null && (
          <p className="text-sm text-faint">{t(`notYet.${notYet}`)}</p>
        )}
      </div>
    </li>
  )
}

function Pools({ quest, leaf, over }: { quest: QuestFunds; leaf: NonNullable<QuestFunds['leaf']>; over: boolean }) {
  const t = useTranslations('funds.quests')
  const locale = useLocale()
  const eth = useEth()
  const { lasts } = quest
  const amounts = [
    ['pool', leaf.pool, true],
    ['feePool', leaf.feePool, leaf.feePerMint !== '0'],
    ['reserved', leaf.reserved, true],
    ['claimed', leaf.claimed, true],
    ['feesPaid', leaf.fees, leaf.feePerMint !== '0'],
    ['each', quest.rewardPerMint, true],
  ] as const
  return (
    <>
      {lasts !== null && !over && quest.completed < quest.supply && (
        <p className={`mt-3 font-medium ${lasts === 0 ? 'text-bad' : ''}`}>
          {t('lasts', { count: lasts, shown: new Intl.NumberFormat(locale).format(lasts) })}
        </p>
      )}
      <dl className="mt-4 grid grid-cols-2 gap-x-6 gap-y-3 border-t border-line pt-4 text-[0.9375rem] sm:grid-cols-3">
        {amounts.map(
          ([name, amount, shown]) =>
            shown && (
              <div key={name}>
                <dt className="text-sm text-faint">{t(name)}</dt>
                <dd className="font-medium" data-amount={name} data-wei={amount}>
                  {eth(amount)}
                </dd>
              </div>
            ),
        )}
      </dl>
    </>
  )
}

function StateTag({ quest, now }: { quest: QuestFunds; now: number }) {
  const t = useTranslations('funds.quests')
  const tags = (
    <>
      {quest.prizeOf !== null && <Tag>{t('prizeOf')}</Tag>}
      {state(quest, now)}
    </>
  )
  return <span className="flex flex-wrap gap-2">{tags}</span>

  function state({ opening, leaf, status, notYet, opensAt, closesAt, completed }: QuestFunds, at: number) {
    if (opening?.status === 'refused') return <Tag tone="bad">{t('refused')}</Tag>
    if (leaf === null) return <Tag tone="accent">{t('opening')}</Tag>
    if (notYet === 'empty' && (Date.parse(closesAt) < at || completed >= quest.supply)) return <Tag>{t('closed')}</Tag>
    if (Date.parse(closesAt) < at || status === 'ended') return <Tag>{t('ended')}</Tag>
    if (status === 'paused') return <Tag tone="bad">{t('paused')}</Tag>
    return Date.parse(opensAt) > at ? <Tag>{t('scheduled')}</Tag> : <Tag tone="good">{t('live')}</Tag>
  }
}
