import { useTranslations } from 'next-intl'
import type { SpaceAccess } from '#app/_data/views.ts'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { NavLink } from '#app/_ui/NavLink.tsx'
import { placesFor } from './places.ts'

/** Whose space this is, what the member is in it, and the places that this role can use. */
export function SpaceNav({ space }: { space: SpaceAccess }) {
  const t = useTranslations('studio')
  return (
    <div className="border-b border-line">
      <div className="page flex flex-wrap items-center gap-x-3 gap-y-1 pt-4 pb-1">
        <SiteLink
          href={`/studio/${space.slug}`}
          className="min-w-0 py-0.5 font-semibold [overflow-wrap:anywhere] underline-offset-4 hover:underline"
        >
          {space.name}
        </SiteLink>
        <Tag tone={space.role === 'owner' ? 'accent' : 'plain'}>{t(`role.${space.role}`)}</Tag>
        <SiteLink
          href={`/spaces/${space.slug}`}
          className="ml-auto py-1 text-[0.875rem] text-muted underline-offset-4 hover:text-ink hover:underline"
        >
          {t('public')}
        </SiteLink>
      </div>
      <nav aria-label={t('nav.label')} className="page flex gap-1 overflow-x-auto pb-2 text-[0.9375rem] [&>:first-child]:-ml-3">
        {placesFor(space.rights).map(({ name, path }) => (
          <NavLink key={name} href={`/studio/${space.slug}${path}`} exact={name === 'overview'} className="shrink-0">
            {t(`nav.${name}`)}
          </NavLink>
        ))}
      </nav>
    </div>
  )
}
