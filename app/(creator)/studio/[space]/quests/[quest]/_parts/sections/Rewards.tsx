'use client'

import { useTranslations } from 'next-intl'
import { CostEstimate } from '#app/_ui/funds/CostEstimate.tsx'
import { CoinInput } from '../fields/CoinInput.tsx'
import { Section } from '../fields/Section.tsx'
import { useAt, useEditor } from '../state/editor.ts'

const paths = ['rewardPerMint', 'feePerMint'] as const
/** Longer ones are no amounts, and the server keeps no more of them. */
const mostTyped = 40

/** What each completion pays, and what the whole quest costs. */
export function Rewards() {
  const t = useTranslations('editor.rewards')
  const { document } = useEditor()
  const [reward, fee] = [useAt(paths[0]), useAt(paths[1])]
  const change =
    ({ set }: typeof reward) =>
    (value: string) =>
      set(value === '' ? null : value.slice(0, mostTyped))
  const isSet = paths.some((path) => document[path] !== null)
  return (
    <Section title={t('title')} lead={t('lead')} paths={paths} promised fold={{ open: isSet, says: t(isSet ? 'paid' : 'none') }}>
      <div className="grid gap-4 sm:grid-cols-2">
        <CoinInput path={paths[0]} label={t('reward')} value={reward.value} problems={reward.problems} onChange={change(reward)} />
        <CoinInput path={paths[1]} label={t('fee')} value={fee.value} problems={fee.problems} onChange={change(fee)} />
      </div>
      <p className="mt-2 text-sm text-faint">{t('feeHint')}</p>
      <div className="mt-5 border-t border-line pt-3">
        <CostEstimate document={document} />
      </div>
    </Section>
  )
}
