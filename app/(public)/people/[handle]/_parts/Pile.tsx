import { useLocale, useTranslations } from 'next-intl'
import type { Person } from '#app/_data/views.ts'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { Cairn } from '#app/_ui/credential/Cairn.tsx'
import { stoneOf } from '#app/_ui/credential/stoneOf.ts'
import { say } from '#app/_ui/say.ts'

/** The member's newest stones, each leading to its credential; how many more there are is said below. */
export function Pile({ person, name }: { person: Person; name: string }) {
  const t = useTranslations('person')
  const locale = useLocale()
  // The oldest stones lie at the bottom of the pile.
  const stones = person.credentials.toReversed().map((credential) => ({
    ...stoneOf(credential),
    key: credential.id,
    label: say(credential.quest.title, locale),
    href: credential.index === null ? `/quests/${credential.quest.slug}` : `/explorer/credentials/${credential.index}`,
  }))
  const more = person.count - stones.length
  return (
    <div className="mx-auto w-full">
      <Cairn
        stones={stones}
        label={t('cairnOf', { name, count: person.count })}
        className="mx-auto max-h-[26rem] w-full"
        wrap={(stone, drawing) => (
          <SiteLink href={stone.href ?? '#credentials'} className="group outline-offset-8" aria-label={stone.label}>
            <title>{stone.label}</title>
            {drawing}
          </SiteLink>
        )}
      />
      {more > 0 && <p className="mt-3 text-center text-sm text-muted">{t('more', { count: more })}</p>}
    </div>
  )
}
