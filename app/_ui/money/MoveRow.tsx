'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { MoveView } from '#app/_data/views.ts'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { Hash } from '#app/_ui/base/Hash.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { shorten } from '#app/_ui/base/shorten.ts'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { BatchLink } from '#app/_ui/credential/BatchLink.tsx'
import { StageLine } from '#app/_ui/credential/StageLine.tsx'
import { say } from '#app/_ui/say.ts'
import { isUnderWay, reachedOf, stagesOf, timeOf } from '#app/_ui/wallet/moveLifecycle.ts'
import { walletAddress } from '#app/_ui/wallet/walletWords.ts'
import { useMoney } from './moneyContext.ts'
import { useTokens } from './useToken.ts'

const incoming = new Set<MoveView['kind']>(['deposit', 'received', 'claim', 'close'])

/** One movement: what, how much, for whom; its stages while it is under way, one word and its traces afterwards. */
export function MoveRow({ move }: { move: MoveView }) {
  const t = useTranslations('money')
  const { now } = useMoney()
  const { tokenOf, amountOf } = useTokens()
  const underWay = isUnderWay(move)
  return (
    <li className="px-5 py-4" data-move={move.kind} data-state={move.state}>
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <p className="min-w-0 flex-1 basis-52">
          <span className="font-medium">{t(`move.${move.kind}`)}</span> <Party move={move} />
        </p>
        {move.amount !== null && (
          <p className={`font-semibold whitespace-nowrap ${move.state === 'refused' ? 'text-faint line-through' : ''}`}>
            {incoming.has(move.kind) ? '+' : '−'}
            {amountOf(move.amount, move.token)} <span className="font-normal text-muted">{tokenOf(move.token).symbol}</span>
          </p>
        )}
      </div>
      {underWay ? (
        <Stages move={move} />
      ) : (
        <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1.5 text-sm text-faint">
          <Tag tone={move.state === 'refused' ? 'bad' : 'good'}>
            {t(`stage.${move.state === 'refused' || move.state === 'paid' ? move.state : 'final'}`)}
          </Tag>
          <Ago at={move.times.paidAt ?? move.times.finalAt ?? move.times.acceptedAt} now={now} />
          {move.batch !== null && <BatchLink number={move.batch} />}
          <Traces move={move} />
        </div>
      )}
      {move.state === 'refused' && <p className="mt-2 text-[0.9375rem] text-muted">{t(`refusal.${whyRefused(move.refusal)}`)}</p>}
    </li>
  )
}

function Party({ move: { kind, party } }: { move: MoveView }) {
  const t = useTranslations('money')
  const locale = useLocale()
  if (!party) return null
  const name =
    party.kind === 'quest' ? (
      <SiteLink
        href={`/quests/${party.slug}`}
        className="text-ink underline decoration-line decoration-2 underline-offset-4 hover:decoration-accent"
      >
        {say(party.title, locale)}
      </SiteLink>
    ) : party.kind === 'address' ? (
      <Hash value={party.address} head={6} tail={4} />
    ) : (
      <MemberName name={party.name} />
    )
  const key = party.kind === 'quest' ? 'for' : kind === 'received' ? 'from' : 'to'
  return <span className="text-muted">{t.rich(`move.${key}`, { party: () => name })}</span>
}

function MemberName({ name }: { name: string }) {
  if (name.startsWith('#')) return <>{name}</>
  return (
    <SiteLink
      href={`/people/${encodeURIComponent(name)}`}
      className="text-ink underline decoration-line decoration-2 underline-offset-4 hover:decoration-accent"
    >
      {name.includes(':') ? shorten(walletAddress(name), 6, 4) : name}
    </SiteLink>
  )
}

function Stages({ move }: { move: MoveView }) {
  const t = useTranslations('money.stage')
  const locale = useLocale()
  const { now, usualMs } = useMoney()
  const done = reachedOf(move)
  const steps = stagesOf(move).map((stage) => ({
    name: stage,
    at: timeOf(stage, move),
    words: stage === 'batched' && move.batch !== null ? <BatchLink number={move.batch} /> : t(stage),
  }))
  // Measured from acceptance by the slot; how long L2 takes before that is not the slot's to say.
  const seconds = usualMs && stagesOf(move)[0] === 'signed' ? Math.round((Date.parse(move.times.acceptedAt) + usualMs - now) / 1000) : null
  const left = seconds === null ? null : seconds > 1 ? t('left', { seconds: new Intl.NumberFormat(locale).format(seconds) }) : t('soon')
  return (
    <div className="mt-4">
      <StageLine steps={steps} done={done} label={t('label')} now={now} left={left} />
    </div>
  )
}

/** Transactions on L2 that anyone can look up. */
function Traces({ move: { l2Tx, payTx } }: { move: MoveView }) {
  const t = useTranslations('money.move')
  const traces = [
    [t('l2'), l2Tx],
    [t('paidBy'), payTx],
  ] as const
  return traces.map(([words, hash]) =>
    hash === null ? null : (
      <span key={words} className="inline-flex items-center gap-1.5">
        {words} <Hash value={hash} head={6} tail={4} />
      </span>
    ),
  )
}

function whyRefused(reason: string | null): 'balance' | 'claimed' | 'key' | 'inbox' | 'l2' | 'other' {
  if (reason === 'inbox' || reason === 'l2') return reason
  if (reason === 'claimReward.claimed') return 'claimed'
  if (reason === 'ledger.pending-key') return 'key'
  return reason !== null && (/\.(?:short|balance)/.test(reason) || reason === 'ledger.fee') ? 'balance' : 'other'
}
