import { useLocale, useTranslations } from 'next-intl'
import type { CaseFile, SpacePage } from '#app/_data/views.ts'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { FactList } from '#app/_ui/explorer/Facts.tsx'
import { say } from '#app/_ui/say.ts'
import { MemberName } from '#app/_ui/wallet/MemberName.tsx'

type Props = { found: CaseFile; space: SpacePage | null; now: number }

const link = 'underline underline-offset-4 [overflow-wrap:anywhere]'

/** What the case is about, and whose it is. */
export function CaseSubject({ found, space, now }: Props) {
  const t = useTranslations('platform.case')
  const locale = useLocale()
  const { like, host } = found.facts
  return (
    <section aria-labelledby="about">
      <h2 id="about" className="mb-3 text-section font-semibold">
        {t('about')}
      </h2>
      <FactList
        facts={[
          found.quest
            ? [
                t('quest'),
                <SiteLink key="quest" href={`/quests/${found.quest}`} className={link}>
                  {found.quest}
                </SiteLink>,
              ]
            : null,
          [
            t('space'),
            <SiteLink key="space" href={`/spaces/${found.space.slug}`} className={link}>
              {found.space.name} ({found.space.slug})
            </SiteLink>,
          ],
          space?.owner ? [t('owner'), <MemberName key="owner" name={space.owner} />] : null,
          space ? [t('domain'), space.domain ?? t('noDomain')] : null,
          space?.website
            ? [
                t('website'),
                <span key="site" className="[overflow-wrap:anywhere]">
                  {space.website}
                </span>,
              ]
            : null,
          like
            ? [
                t('like'),
                <SiteLink key="like" href={`/spaces/${like}`} className={link}>
                  {host ? `${like} (${host})` : like}
                </SiteLink>,
              ]
            : null,
          [t('opened'), <Ago key="opened" at={found.openedAt} now={now} />],
        ]}
      />
      {space?.about && <p className="mt-4 whitespace-pre-line text-muted [overflow-wrap:anywhere]">{say(space.about, locale)}</p>}
    </section>
  )
}
