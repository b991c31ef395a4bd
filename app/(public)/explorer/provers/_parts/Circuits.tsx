import { useFormatter, useTranslations } from 'next-intl'
import type { ProofPage } from '#app/_data/explorer.ts'

/** What each circuit's proofs took lately. */
export function Circuits({ circuits }: Pick<ProofPage, 'circuits'>) {
  const t = useTranslations('explorer.provers')
  const charts = useTranslations('charts')
  const format = useFormatter()
  const seconds = (ms: number) => charts('seconds', { value: format.number(ms / 1000, { maximumFractionDigits: 1 }) })
  const pair = (name: string, value: { median: number; p95: number } | null) =>
    value === null
      ? []
      : [[`${name}, ${t('median')}`, seconds(value.median)] as const, [`${name}, ${t('p95')}`, seconds(value.p95)] as const]
  return (
    <ul className="grid gap-4 lg:grid-cols-3">
      {circuits.map(({ circuit, done, open, witnessMs, proofMs, peakMemoryKb }) => (
        <li key={circuit} className="slab p-5">
          <div className="flex items-baseline justify-between gap-4">
            <h3 className="font-semibold">
              {t('circuit')} <span className="text-accent-text">{circuit}</span>
            </h3>
            <p className="text-sm text-muted">
              {t('done')} {format.number(done)}
              {open > 0 && ` · ${t('open')} ${format.number(open)}`}
            </p>
          </div>
          <dl className="mt-3 divide-y divide-line text-[0.9375rem]">
            {[
              ...pair(t('proof'), proofMs),
              ...pair(t('witness'), witnessMs),
              ...(peakMemoryKb === null
                ? []
                : [[t('memory'), t('mib', { value: format.number(Math.round(peakMemoryKb / 1024)) })] as const]),
            ].map(([name, value]) => (
              <div key={name} className="flex justify-between gap-4 py-2">
                <dt className="text-muted">{name}</dt>
                <dd className="font-medium">{value}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  )
}
