'use client'

import { useTranslations } from 'next-intl'
import type { RuleTemplate } from '#app/_data/views.ts'
import { Hash } from '#app/_ui/base/Hash.tsx'

type Props = { sources: RuleTemplate['sources']; chain: string; nameOf: (chain: string) => string }

/** The contracts that a template stands on: where they are on the chosen chain, and who says so. */
export function TemplateSources({ sources, chain, nameOf }: Props) {
  const t = useTranslations('contract.picker')
  if (sources.length === 0) return null
  return (
    <section aria-label={t('contractsUsed')} className="mt-6 border-t border-line pt-4">
      <h4 className="text-sm font-medium text-faint">{t('contractsUsed')}</h4>
      <ul className="mt-2 grid gap-3">
        {sources.map(({ id, name, source, at }) => {
          const known: Readonly<Record<string, string>> = at
          // A bridge is known by where it leads to.
          const places = Object.entries(known[chain] === undefined ? known : { [chain]: known[chain] })
          return (
            <li key={id} className="text-sm">
              <p className="font-medium">{name}</p>
              {places.map(([place, address]) => (
                <p key={place} className="flex flex-wrap items-center gap-x-2 text-muted">
                  {place !== chain && <span>{nameOf(place)}</span>}
                  <Hash value={address} head={10} tail={8} />
                </p>
              ))}
              <p className="break-words text-faint">{t('source', { source })}</p>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
