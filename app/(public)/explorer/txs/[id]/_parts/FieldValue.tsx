import { useFormatter, useTranslations } from 'next-intl'
import type { Tokens, TxDetail, TxFieldView } from '#app/_data/explorer.ts'
import { Hash } from '#app/_ui/base/Hash.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { L2Hash } from '#app/_ui/explorer/L2Hash.tsx'
import { MemberLink, quietLink } from '#app/_ui/explorer/MemberLink.tsx'
import { useAmounts } from '#app/_ui/explorer/useTxWords.ts'
import { walletAddress } from '#app/_ui/wallet/walletWords.ts'

type Props = { field: TxFieldView; tx: TxDetail; tokens: Tokens }

/** One field of a tx for people: amounts in their token, times as dates, what can be looked up as a link. */
export function FieldValue({ field: { type, value, token = 0 }, tx, tokens }: Props) {
  const t = useTranslations('tx')
  const format = useFormatter()
  const amountOf = useAmounts(tokens)
  switch (type) {
    case 'amount':
      return amountOf({ token, value })
    case 'token':
      return tokens.find(({ id }) => id === Number(value))?.symbol ?? `#${value}`
    case 'account':
      return tx.subject.other ? <MemberLink member={tx.subject.other} numbered /> : `#${value}`
    case 'address':
      return <L2Hash value={value} kind="address" head={10} tail={8} />
    case 'wallet':
      return value.startsWith('eip155:') ? (
        <L2Hash value={walletAddress(value)} kind="address" head={10} tail={8} />
      ) : (
        <Hash value={walletAddress(value)} head={10} tail={8} />
      )
    case 'hex':
      return value === '0' ? t('none') : <Hash value={value} head={10} tail={8} />
    case 'credential':
      return (
        <SiteLink href={`/explorer/credentials/${value}`} className={quietLink}>
          #{value}
        </SiteLink>
      )
    case 'time':
      return value === '0'
        ? '0'
        : format.dateTime(new Date(Number(value) * 1000), { dateStyle: 'medium', timeStyle: 'long', timeZone: 'UTC' })
    case 'seconds':
      return value === '0' ? t('never') : t('duration', { value: format.number(Number(value)) })
    case 'flag':
      return t(value === 'true' ? 'yes' : 'no')
    case 'quest':
      return `#${value}`
    case 'number':
      return <span className="wrap-anywhere">{value}</span>
  }
}
