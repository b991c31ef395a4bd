import { useLocale, useTranslations } from 'next-intl'
import type { FunnelSources } from '#app/_data/studio/insights.ts'
import { Button, ButtonLink } from '#app/_ui/base/Button.tsx'
import { Choice, DateField } from '#app/_ui/insights/filterFields.tsx'
import { isLocale, localePath } from '#app/_ui/locale.ts'
import { chainLabel } from '#app/_ui/quest/chainNames.ts'
import { networkNames } from '#app/_ui/wallet/walletWords.ts'
import { daysFit, type FunnelQuery, funnelHref, type Split, withoutOne } from './funnelQuery.ts'

type Props = {
  path: string
  filter: FunnelQuery
  by: Split
  /** The days that are shown, when nothing is said. */
  days: { from: string; to: string } | null
  sources: FunnelSources
  chainNames: Readonly<Record<string, string>>
}

/** Days and who is counted: a form that the browser sends by itself, so every view has an address. */
export function FunnelFilter({ path, filter, by, days, sources, chainNames }: Props) {
  const t = useTranslations('insights.filter')
  const locale = useLocale()
  const wrong = daysFit(filter) ? null : t('wrongDays')
  /** A value of an old address stays in the form, whether it is a choice today or not. */
  const withChosen = (known: readonly string[], chosen: string | undefined) =>
    chosen === undefined || chosen === withoutOne || known.includes(chosen) ? known : [chosen, ...known]
  return (
    <search className="slab mb-8 p-5" aria-label={t('label')}>
      <form
        // The choices are the browser's own: another view begins with others.
        key={JSON.stringify([filter, by])}
        action={localePath(isLocale(locale) ? locale : 'en', path)}
        className="grid grid-cols-2 items-start gap-3 lg:grid-cols-6"
      >
        {by !== 'referrer' && <input type="hidden" name="by" value={by} />}
        <DateField name="from" label={t('from')} value={filter.from ?? days?.from} error={wrong} />
        <DateField name="to" label={t('to')} value={filter.to ?? days?.to} error={wrong} />
        <Choice name="wallet" label={t('wallet')} value={filter.wallet}>
          <option value="">{t('anyWallet')}</option>
          {(['eip155', 'solana'] as const).map((name) => (
            <option key={name} value={name}>
              {networkNames[name]}
            </option>
          ))}
        </Choice>
        <Choice name="chain" label={t('chain')} value={filter.chain}>
          <option value="">{t('anyChain')}</option>
          {withChosen(sources.chains, filter.chain).map((chain) => (
            <option key={chain} value={chain}>
              {chainLabel(chain, chainNames)}
            </option>
          ))}
        </Choice>
        <Choice name="referrer" label={t('referrer')} value={filter.referrer}>
          <option value="">{t('anyReferrer')}</option>
          <option value={withoutOne}>{t('noReferrer')}</option>
          {withChosen(sources.referrers, filter.referrer).map((host) => (
            <option key={host}>{host}</option>
          ))}
        </Choice>
        <Choice name="ref" label={t('ref')} value={filter.ref}>
          <option value="">{t('anyRef')}</option>
          <option value={withoutOne}>{t('noRef')}</option>
          {withChosen(sources.refs, filter.ref).map((ref) => (
            <option key={ref}>{ref}</option>
          ))}
        </Choice>
        <div className="col-span-full flex flex-wrap items-center gap-3">
          <Button type="submit" look="quiet">
            {t('go')}
          </Button>
          {Object.keys(filter).length > 0 && (
            <ButtonLink href={funnelHref(path, { filter: {}, by })} look="plain">
              {t('clear')}
            </ButtonLink>
          )}
        </div>
        {wrong && (
          <p id="days-wrong" role="alert" className="col-span-full -mt-1 text-sm text-bad">
            {wrong}
          </p>
        )}
      </form>
    </search>
  )
}
