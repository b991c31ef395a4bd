import { useLocale, useTranslations } from 'next-intl'
import type { CredentialView } from '#app/_data/views.ts'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { say } from '#app/_ui/say.ts'
import { Cube } from './Cube.tsx'
import { StateTag } from './StateTag.tsx'
import { stoneOf } from './stoneOf.ts'

/** Credentials as rows: stone, quest, state, time. One that is not sealed yet has no page of its own and leads to its quest. */
export function CredentialList({ credentials, now }: { credentials: CredentialView[]; now: number }) {
  const t = useTranslations('credential')
  const locale = useLocale()
  return (
    <ul className="grid gap-3 md:grid-cols-2">
      {credentials.map((credential) => (
        <li key={credential.id} id={credential.id} className="scroll-mt-24 target:[&>a]:border-accent-text">
          <SiteLink
            href={credential.index === null ? `/quests/${credential.quest.slug}` : `/explorer/credentials/${credential.index}`}
            className="slab group flex items-center gap-5 p-4 transition-[border-color,box-shadow] duration-200 hover:border-edge hover:shadow-lift"
          >
            <Cube
              {...stoneOf(credential)}
              className="h-20 shrink-0 transition-transform duration-300 ease-settle group-hover:-translate-y-0.5"
            />
            <span className="min-w-0 flex-1">
              <span className="line-clamp-2 font-semibold">{say(credential.quest.title, locale)}</span>
              <span className="mt-0.5 block text-sm text-muted">
                {t('points', { count: credential.quest.points })}
                {credential.serial !== null && ` · ${t('serial', { serial: String(credential.serial + 1) })}`}
              </span>
              <span className="mt-2.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-faint">
                <StateTag state={credential.state} batch={credential.batch} />
                <Ago at={credential.issuedAt ?? credential.createdAt} now={now} />
              </span>
            </span>
          </SiteLink>
        </li>
      ))}
    </ul>
  )
}
