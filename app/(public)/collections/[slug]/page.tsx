import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { collectionBySlug } from '#app/_data/pages.ts'
import { chainFacts, whoAmI } from '#app/_data/site.ts'
import { ButtonLink } from '#app/_ui/base/Button.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { LiveRefresh } from '#app/_ui/LiveRefresh.tsx'
import { PageHead } from '#app/_ui/PageHead.tsx'
import { QuestGrid } from '#app/_ui/quest/QuestGrid.tsx'
import { say } from '#app/_ui/say.ts'
import { PathSteps } from './_parts/PathSteps.tsx'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props) {
  const { slug } = await params
  const [found, locale] = await Promise.all([collectionBySlug(slug), getLocale()])
  return found ? pageMetadata(`/collections/${slug}`, say(found.title, locale), say(found.summary, locale)) : {}
}

export default async function CollectionPage({ params }: Props) {
  const { slug } = await params
  const [found, me, chains, t, locale] = await Promise.all([
    collectionBySlug(slug),
    whoAmI(),
    chainFacts(),
    getTranslations('collection'),
    getLocale(),
  ])
  if (!found) notFound()
  const { kind, space, done, stones, minutesLeft, points, quests, next } = found
  const now = Date.now()
  const facts = [
    me ? t('progress', { done, count: stones.length }) : t('quests', { count: stones.length }),
    ...(minutesLeft > 0 ? [t('minutesLeft', { count: minutesLeft })] : []),
    t('points', { count: points }),
  ]
  return (
    <>
      <LiveRefresh topics={me ? [`account:${me.accountId}`] : quests.slice(0, 20).map((quest) => `quest:${quest.slug}`)} />
      <PageHead
        title={say(found.title, locale)}
        lead={
          <>
            <p>{say(found.summary, locale)}</p>
            <p className="mt-4 flex flex-wrap gap-x-5 gap-y-1 text-[0.9375rem]">
              <span>{t(`kind.${kind}`)}</span>
              <SiteLink href={`/spaces/${space.slug}`} className="underline underline-offset-4 hover:text-ink">
                {space.name}
              </SiteLink>
              {facts.map((fact) => (
                <span key={fact}>{fact}</span>
              ))}
            </p>
          </>
        }
        back={{ href: '/quests', words: t('back') }}
        aside={
          kind === 'path' && next !== null ? (
            <ButtonLink href={`/quests/${next}`} size="large">
              {t(done > 0 ? 'goOn' : 'start')}
            </ButtonLink>
          ) : null
        }
      />
      <section className="page" aria-labelledby="quests">
        <h2 id="quests" className={kind === 'path' ? 'mb-5 text-section font-semibold' : 'sr-only'}>
          {t(kind === 'path' ? 'order' : 'inside')}
        </h2>
        {kind === 'path' ? (
          <PathSteps quests={quests} next={next} chains={chains} now={now} />
        ) : (
          <QuestGrid quests={quests} chains={chains} now={now} />
        )}
      </section>
    </>
  )
}
