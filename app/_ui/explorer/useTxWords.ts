import { useLocale, useTranslations } from 'next-intl'
import { sayAmount } from '#app/_client/money/amounts.ts'
import type { Tokens, Tx } from '#app/_data/explorer.ts'
import { shorten } from '#app/_ui/base/shorten.ts'
import { say } from '#app/_ui/say.ts'
import { useMemberName } from './MemberLink.tsx'

type Amount = { token: number; value: string }

/** An amount with its token's sign. One that L2 does not list just now is named by its number. */
export function useAmounts(tokens: Tokens): (amount: Amount) => string {
  const locale = useLocale()
  return ({ token, value }) => {
    const { symbol, decimals } = tokens.find(({ id }) => id === token) ?? { symbol: `#${token}`, decimals: 0 }
    // They stay on one line.
    return `${sayAmount(BigInt(value), decimals, locale)}\u00a0${symbol}`
  }
}

/** What a tx did, in a few words of the reader's language. */
export function useTxWords(tokens: Tokens): (tx: Pick<Tx, 'kind' | 'account' | 'subject'>) => string {
  const t = useTranslations('tx')
  const locale = useLocale()
  const nameOf = useMemberName()
  const amountOf = useAmounts(tokens)
  return ({ kind, account, subject: { amount, recipient, other, quest, credential } }) => {
    const ofCredential = credential === null ? '' : t('credentialNumber', { index: String(credential) })
    const ofQuest =
      quest === null
        ? ofCredential
        : quest.title
          ? t('quest', { title: say(quest.title, locale) })
          : t('questNumber', { index: String(quest.index) })
    // What a holder hides is named by nothing.
    if (kind === 'mint' && quest === null) return t('hiddenMint')
    if (kind === 'claimReward' && ofQuest === '') return t('hiddenClaim')
    return t(`did.${kind}`, {
      account: nameOf(account),
      other: nameOf(other),
      amount: amount === null ? '' : amountOf(amount),
      recipient: recipient === null ? t('nobody') : shorten(recipient, 6, 4),
      quest: ofQuest,
      credential: ofCredential,
    })
  }
}
