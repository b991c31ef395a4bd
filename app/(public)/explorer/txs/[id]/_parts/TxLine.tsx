import { useLocale, useTranslations } from 'next-intl'
import type { TxDetail } from '#app/_data/explorer.ts'
import { BatchLink } from '#app/_ui/credential/BatchLink.tsx'
import { reached } from '#app/_ui/credential/lifecycle.ts'
import { StageLine } from '#app/_ui/credential/StageLine.tsx'

type Props = { tx: TxDetail; now: number /** Usual milliseconds from acceptance to finality. */; usualMs: number | undefined }

const pays = (tx: TxDetail) => tx.kind === 'withdraw' || tx.kind === 'forcedWithdraw'

/** The life of a tx: signed (or final on L2) → accepted → in batch N → proven → final, and paid on L2 for what leaves the slot. */
export function TxLine({ tx, now, usualMs }: Props) {
  const t = useTranslations('money.stage')
  const locale = useLocale()
  const { times, batch } = tx
  const through = tx.lane === 'inbox'
  const steps = [
    through ? { name: 'sent', at: times.acceptedAt, words: t('sent') } : { name: 'signed', at: times.acceptedAt, words: t('signed') },
    through ? { name: 'seen', at: times.acceptedAt, words: t('seen') } : { name: 'accepted', at: times.acceptedAt, words: t('accepted') },
    { name: 'batched', at: times.sealedAt, words: batch === null ? t('batched') : <BatchLink number={batch} /> },
    { name: 'proven', at: times.provenAt, words: t('proven') },
    { name: 'final', at: times.finalAt, words: t('final') },
    ...(pays(tx) ? [{ name: 'paid', at: times.paidAt, words: t('paid') }] : []),
  ]
  const done = times.paidAt !== null ? steps.length - 1 : reached(tx.state)
  const seconds = usualMs === undefined || through ? null : Math.round((Date.parse(times.acceptedAt) + usualMs - now) / 1000)
  const left =
    seconds === null || done >= 4 ? null : seconds > 1 ? t('left', { seconds: new Intl.NumberFormat(locale).format(seconds) }) : t('soon')
  return <StageLine steps={steps} done={done} label={t('label')} now={now} left={left} />
}
