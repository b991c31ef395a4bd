import { useFormatter, useTranslations } from 'next-intl'
import type { Tokens, Withdrawal } from '#app/_data/explorer.ts'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { BatchLink } from '#app/_ui/credential/BatchLink.tsx'
import { reached } from '#app/_ui/credential/lifecycle.ts'
import { StageLine } from '#app/_ui/credential/StageLine.tsx'
import { L2Hash } from '#app/_ui/explorer/L2Hash.tsx'
import { MemberLink, quietLink } from '#app/_ui/explorer/MemberLink.tsx'
import { useAmounts } from '#app/_ui/explorer/useTxWords.ts'

type Props = { withdrawals: Withdrawal[]; tokens: Tokens; now: number }

/** Money on its way out: how much, whose, to whom; its stages while it is under way, what it took afterwards. */
export function WithdrawalList({ withdrawals, tokens, now }: Props) {
  return (
    <ul className="slab divide-y divide-line">
      {withdrawals.map((withdrawal) => (
        <WithdrawalRow key={withdrawal.tx ?? `${withdrawal.batch}:${withdrawal.entry}`} withdrawal={withdrawal} tokens={tokens} now={now} />
      ))}
    </ul>
  )
}

function WithdrawalRow({ withdrawal, tokens, now }: { withdrawal: Withdrawal; tokens: Tokens; now: number }) {
  const t = useTranslations('explorer.withdrawals')
  const amountOf = useAmounts(tokens)
  const { kind, account, amount, recipient, state } = withdrawal
  return (
    <li className="px-5 py-4" data-withdrawal={kind} data-state={state}>
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <p className="flex min-w-0 flex-1 basis-64 flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-medium">{t(`kind.${kind}`)}</span>
          {account && (
            <span className="text-muted">
              {t(kind === 'refund' ? 'for' : 'by')} <MemberLink member={account} />
            </span>
          )}
          {recipient !== null && (
            <span className="inline-flex items-center gap-1.5 text-muted">
              {t('to')} <L2Hash value={recipient} kind="address" head={6} tail={4} />
            </span>
          )}
        </p>
        <p className="font-semibold whitespace-nowrap">{amountOf(amount)}</p>
      </div>
      {state === 'paid' ? <Paid withdrawal={withdrawal} now={now} /> : <UnderWay withdrawal={withdrawal} now={now} />}
    </li>
  )
}

function Paid({ withdrawal: { kept, payTx, batch, tx, times }, now }: { withdrawal: Withdrawal; now: number }) {
  const t = useTranslations('explorer.withdrawals')
  const format = useFormatter()
  const { acceptedAt, paidAt } = times
  const seconds = acceptedAt && paidAt ? Math.round((Date.parse(paidAt) - Date.parse(acceptedAt)) / 1000) : null
  return (
    <>
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1.5 text-sm text-faint">
        <Tag tone={kept ? 'accent' : 'good'}>{t(kept ? 'kept' : 'paid')}</Tag>
        {paidAt && <Ago at={paidAt} now={now} />}
        {seconds !== null && <span className="text-muted">{t('since', { seconds: format.number(seconds) })}</span>}
        {batch !== null && <BatchLink number={batch} />}
        <Request tx={tx} />
        {payTx !== null && (
          <span className="inline-flex items-center gap-1.5">
            {t('paidBy')} <L2Hash value={payTx} head={6} tail={4} />
          </span>
        )}
      </div>
      {kept && <p className="mt-2 text-[0.9375rem] text-muted">{t('keptText')}</p>}
    </>
  )
}

function UnderWay({ withdrawal: { kind, state, batch, tx, times }, now }: { withdrawal: Withdrawal; now: number }) {
  const t = useTranslations('explorer.withdrawals')
  const stage = useTranslations('money.stage')
  const refund = kind === 'refund'
  const steps = [
    ...(refund ? [] : [{ name: 'signed', at: times.acceptedAt, words: stage('signed') }]),
    ...(refund ? [] : [{ name: 'accepted', at: times.acceptedAt, words: stage(kind === 'withdraw' ? 'accepted' : 'seen') }]),
    { name: 'batched', at: times.sealedAt, words: batch === null ? stage('batched') : <BatchLink number={batch} /> },
    { name: 'proven', at: times.provenAt, words: stage('proven') },
    { name: 'final', at: times.finalAt, words: stage('final') },
    { name: 'paid', at: times.paidAt, words: stage('paid') },
  ]
  const done = (state === 'paid' ? 5 : reached(state)) - (refund ? 2 : 0)
  return (
    <>
      <div className="mt-4">
        <StageLine steps={steps} done={done} label={t('title')} now={now} />
      </div>
      <p className="mt-3 flex text-sm text-faint">
        <Request tx={tx} />
      </p>
    </>
  )
}

/** What asked for it: a ledger tx, or an item of the inbox. */
function Request({ tx }: { tx: string | null }) {
  const t = useTranslations('explorer.withdrawals')
  if (tx === null) return null
  return (
    <SiteLink href={`/explorer/txs/${tx}`} className={quietLink}>
      {t('request')}
    </SiteLink>
  )
}
