import { useTranslations } from 'next-intl'
import type { FunnelView } from '#app/_data/studio/insights.ts'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { SplitTable } from '#app/_ui/insights/SplitTable.tsx'
import { chainLabel } from '#app/_ui/quest/chainNames.ts'
import { networkNames, walletNamespace } from '#app/_ui/wallet/walletWords.ts'
import { type FunnelQuery, funnelHref, type Split, splits, withoutOne } from './funnelQuery.ts'

type Props = {
  path: string
  view: { filter: FunnelQuery; by: Split }
  funnel: FunnelView
  chainNames: Readonly<Record<string, string>>
}

/** The funnel in groups: by where members came from, or by what they use. */
export function Compared({ path, view, funnel, chainNames }: Props) {
  const t = useTranslations('insights.split')
  const tFilter = useTranslations('insights.filter')
  const { by } = view
  const nameOf = (key: string | null): string => {
    if (key === null) return by === 'ref' ? tFilter('noRef') : by === 'referrer' ? tFilter('noReferrer') : t('none')
    return by === 'wallet' ? networkNames[walletNamespace(`${key}:`)] : by === 'chain' ? chainLabel(key, chainNames) : key
  }
  return (
    <section className="slab p-5 sm:p-6" aria-labelledby="compared">
      <h2 id="compared" className="text-section font-semibold">
        {t('title')}
      </h2>
      <p className="mt-1 text-muted">{t('lead')}</p>
      <nav aria-label={t('by')} className="mt-4 mb-3 flex flex-wrap gap-1.5">
        {splits.map((split) => (
          <SiteLink
            key={split}
            href={funnelHref(path, { ...view, by: split })}
            scroll={false}
            aria-current={split === by ? 'true' : undefined}
            className={`inline-flex h-8 items-center rounded-full border px-3 text-sm transition-colors ${split === by ? 'border-ink bg-ink font-medium text-paper' : 'border-line text-muted hover:border-edge hover:text-ink'}`}
          >
            {t(split)}
          </SiteLink>
        ))}
      </nav>
      {funnel.groups.length === 0 ? (
        <p className="py-2 text-muted">{t('empty')}</p>
      ) : (
        <SplitTable funnel={funnel} nameOf={nameOf} hrefOf={(key) => funnelHref(path, view, { [by]: key ?? withoutOne })} />
      )}
      {by === 'chain' && <p className="mt-3 text-sm text-faint">{t('chainNote')}</p>}
    </section>
  )
}
