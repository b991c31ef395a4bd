import { useLocale, useTranslations } from 'next-intl'
import type { Reason } from '#app/_data/views.ts'
import { say } from '#app/_ui/say.ts'
import { networkNames, walletNamespace } from '#app/_ui/wallet/walletWords.ts'
import { chainLabel } from './chainNames.ts'

type Props = { reasons: readonly Reason[]; chainNames: Readonly<Record<string, string>> }

/** Why a quest is shown to this reader: what weighs most, and what would be needed first. */
export function ReasonLine({ reasons, chainNames }: Props) {
  const words = useReasonWords(chainNames)
  const best = reasons.find(({ weight }) => weight > 0)
  const wallet = reasons.find(({ kind }) => kind === 'wallet')
  const shown = [best, wallet].filter((reason) => reason !== undefined)
  if (shown.length === 0) return null
  return (
    <p className="text-[0.8125rem] text-accent-text">
      {shown.map((reason, i) => (
        <span key={reason.kind}>
          {i > 0 && <span className="text-faint"> · </span>}
          {words(reason)}
        </span>
      ))}
    </p>
  )
}

function useReasonWords(chainNames: Props['chainNames']) {
  const t = useTranslations('quests')
  const locale = useLocale()
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  return (reason: Reason): string => {
    switch (reason.kind) {
      case 'passed':
        return t('already', { passed: reason.passed, steps: reason.steps })
      case 'next':
        return t('reason.next', { path: say(reason.path.title, locale) })
      case 'category':
        return t('reason.category', { count: reason.cubes, category: t(`category.${reason.category}`) })
      case 'chain':
        return t('reason.chain', { chains: list.format(reason.chains.map((chain) => chainLabel(chain, chainNames))) })
      case 'first':
        return t('reason.first')
      case 'trending':
        return t('reason.trending', { count: reason.completions })
      case 'paid':
        return t('reason.paid')
      case 'caution':
        return t('caution')
      case 'wallet':
        return t('reason.wallet', { networks: list.format(reason.namespaces.map((name) => networkNames[walletNamespace(`${name}:`)])) })
    }
  }
}
