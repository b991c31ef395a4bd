'use client'

import { useTranslations } from 'next-intl'
import type { SpaceContract } from '#app/_data/views.ts'
import { Hash } from '#app/_ui/base/Hash.tsx'
import { Icon } from '#app/_ui/base/Icon.tsx'

/** The proxies on the way to the code that answers, and what the author should know of what was found. */
export function HowFound({ contract: { layers, origins, notes } }: { contract: Pick<SpaceContract, 'layers' | 'origins' | 'notes'> }) {
  const t = useTranslations('contract')
  return (
    <>
      {layers.length > 0 && (
        <ol className="mt-3 grid gap-1 border-l-2 border-line pl-3 text-sm text-muted">
          {layers.map((layer) => (
            <li key={layer.address} className="flex flex-wrap items-center gap-x-1.5">
              {layer.how === 'diamond' ? (
                <span>{t('layer.diamond', { count: layer.facets.length })}</span>
              ) : (
                <>
                  <span>{t(`layer.${layer.how}`)}</span>
                  <Hash value={layer.to} head={8} tail={6} />
                </>
              )}
            </li>
          ))}
        </ol>
      )}
      {origins.some(({ exact }) => exact === false) && <p className="mt-2 text-sm text-faint">{t('notExact')}</p>}
      {notes.length > 0 && (
        <ul className="mt-3 grid gap-1.5 text-sm text-accent-text">
          {notes.map(({ code, about }) => (
            <li key={code} className="flex gap-2">
              <Icon name="warning" className="mt-0.5 size-4" />
              <span className="min-w-0 [overflow-wrap:anywhere]">{t(`note.${code}`, { about })}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
