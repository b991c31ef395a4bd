import { useTranslations } from 'next-intl'
import type { SearchHit } from '#app/_data/views.ts'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { HitFace } from '#app/_ui/search/HitFace.tsx'
import { useHitLine } from '#app/_ui/search/hitLine.ts'
import { hitKinds } from '#app/_ui/search/hits.ts'

/** Results by kind, each a row that leads to its page. */
export function HitList({ hits }: { hits: SearchHit[] }) {
  const t = useTranslations('search.kind')
  const lineOf = useHitLine()
  return hitKinds.map((kind) => {
    const group = hits.filter((hit) => hit.kind === kind)
    if (group.length === 0) return null
    return (
      <section key={kind} aria-labelledby={`found-${kind}`} className="mt-8">
        <h3 id={`found-${kind}`} className="mb-2 text-sm font-medium text-faint">
          {t(kind)}
        </h3>
        <ul className="slab divide-y divide-line overflow-hidden">
          {group.map((hit) => {
            const { id, href, title, note } = lineOf(hit)
            return (
              <li key={id}>
                <SiteLink
                  href={href}
                  className="flex min-h-16 items-center gap-4 px-4 py-2.5 -outline-offset-2 transition-colors hover:bg-sunken"
                >
                  <HitFace hit={hit} />
                  <span className="min-w-0 flex-1">
                    <span className="block truncate font-medium">{title}</span>
                    <span className="block text-sm text-muted">{note}</span>
                  </span>
                </SiteLink>
              </li>
            )
          })}
        </ul>
      </section>
    )
  })
}
