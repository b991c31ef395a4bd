import { useFormatter, useTranslations } from 'next-intl'
import type { InboxItem, InboxPage } from '#app/_data/explorer.ts'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { Hash } from '#app/_ui/base/Hash.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { BatchLink } from '#app/_ui/credential/BatchLink.tsx'
import { L2Hash } from '#app/_ui/explorer/L2Hash.tsx'
import { quietLink } from '#app/_ui/explorer/MemberLink.tsx'
import { useTxWords } from '#app/_ui/explorer/useTxWords.ts'
import { walletAddress } from '#app/_ui/wallet/walletWords.ts'

const tones = { waiting: 'accent', ok: 'good', 'no-op': 'bad' } as const

type Props = Pick<InboxPage, 'items' | 'tokens' | 'deadlineSeconds'> & { now: number }

/** Items of the inbox in order, each with who sent it, what became of it and how long it had to wait. */
export function InboxList({ items, tokens, deadlineSeconds, now }: Props) {
  const t = useTranslations('explorer.inbox')
  const wordsOf = useTxWords(tokens)
  return (
    <ul className="slab divide-y divide-line">
      {items.map((item) => (
        <li key={item.index} className="grid gap-x-6 gap-y-2 px-5 py-4 md:grid-cols-[minmax(0,1fr)_auto]" data-outcome={item.outcome}>
          <p className="min-w-0">
            <span className="mr-2.5 text-faint">#{item.index}</span>
            <SiteLink href={`/explorer/txs/${item.id}`} className={`font-medium wrap-anywhere ${quietLink}`}>
              {wordsOf(item)}
            </SiteLink>
          </p>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted md:justify-end">
            <Tag tone={tones[item.outcome]}>{t(`outcomes.${item.outcome}`)}</Tag>
            {item.batch !== null && item.outcome !== 'waiting' && <BatchLink number={item.batch} />}
            <Wait item={item} deadlineSeconds={deadlineSeconds} now={now} />
          </div>
          <dl className="flex flex-wrap gap-x-6 gap-y-1 text-sm text-faint md:col-span-2">
            <div className="flex items-center gap-1.5">
              <dt>{t('from')}</dt>
              <dd>
                {item.from.type === 'wallet' ? (
                  <Hash value={walletAddress(item.from.value)} head={6} tail={4} />
                ) : (
                  <Hash value={item.from.value} words={t('solana')} />
                )}
              </dd>
            </div>
            <div className="flex items-center gap-1.5">
              <dt>{t('l2Tx')}</dt>
              <dd>
                <L2Hash value={item.l2Tx} head={6} tail={4} />
              </dd>
            </div>
            <div className="flex items-center gap-1.5">
              <dt className="sr-only">{t('queued')}</dt>
              <dd>
                <Ago at={item.queuedAt ?? item.at} now={now} />
              </dd>
            </div>
          </dl>
        </li>
      ))}
    </ul>
  )
}

/** How long it took, or until when it must be in a batch. */
function Wait({ item, deadlineSeconds, now }: { item: InboxItem; deadlineSeconds: number | null; now: number }) {
  const t = useTranslations('explorer.inbox')
  const format = useFormatter()
  const queued = item.queuedAt === null ? null : Date.parse(item.queuedAt)
  if (item.outcome !== 'waiting') {
    if (queued === null || item.sealedAt === null) return null
    const seconds = Math.max(0, Math.round((Date.parse(item.sealedAt) - queued) / 1000))
    return <span>{t('took', { seconds: format.number(seconds) })}</span>
  }
  if (queued === null) return null
  if (deadlineSeconds === null) return <span>{t('dueUnknown')}</span>
  const due = queued + deadlineSeconds * 1000
  return (
    <span className={due < now ? 'font-medium text-bad' : undefined}>
      {t(due < now ? 'overdue' : 'dueBy')} <Ago at={new Date(due).toISOString()} now={now} />
    </span>
  )
}
