import { notFound } from 'next/navigation'
import { NextIntlClientProvider } from 'next-intl'
import { getFormatter, getLocale, getMessages, getTranslations } from 'next-intl/server'
import { clientTexts } from '#app/_data/clientTexts.ts'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { drawBySlug, l2Address } from '#app/_data/pages.ts'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { Hash } from '#app/_ui/base/Hash.tsx'
import { Rows, Section } from '#app/_ui/explorer/Section.tsx'
import { LiveRefresh } from '#app/_ui/LiveRefresh.tsx'
import { PageHead } from '#app/_ui/PageHead.tsx'
import { PrizeTable } from '#app/_ui/quest/PrizeTable.tsx'
import { say } from '#app/_ui/say.ts'
import { Formula } from './_parts/Formula.tsx'
import { Recompute } from './_parts/Recompute.tsx'
import { Winners } from './_parts/Winners.tsx'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props) {
  const { slug } = await params
  const [draw, locale, t] = await Promise.all([drawBySlug(slug), getLocale(), getTranslations('draw')])
  return draw ? pageMetadata(`/quests/${slug}/draw`, t('metaTitle', { quest: say(draw.title, locale) }), t(`lead.${draw.mode}`)) : {}
}

/** How the prizes of a quest are given, before and after, so that anyone can do it again. */
export default async function DrawPage({ params }: Props) {
  const { slug } = await params
  const [draw, locale, messages, t, format] = await Promise.all([
    drawBySlug(slug),
    getLocale(),
    getMessages(),
    getTranslations('draw'),
    getFormatter(),
  ])
  if (!draw) notFound()
  const now = Date.now()
  const { drawn, commitment, mode } = draw
  const closed = Date.parse(draw.closesAt) <= now
  return (
    <NextIntlClientProvider messages={clientTexts(messages, ['draw'])}>
      {drawn === null || drawn.paid < drawn.winners ? <LiveRefresh topics={[`quest:${slug}`, 'batches']} /> : null}
      <PageHead title={t(`title.${mode}`)} back={{ href: `/quests/${slug}`, words: say(draw.title, locale) }} lead={t(`lead.${mode}`)} />
      <div className="page grid gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid min-w-0 content-start gap-6">
          {drawn ? (
            <Winners draw={draw} drawn={drawn} />
          ) : (
            <Section id="waiting" title={t(closed ? 'soon' : 'later')}>
              <p className="leading-relaxed text-muted">{t(closed ? 'soonText' : 'laterText')}</p>
            </Section>
          )}
          {drawn && <Recompute draw={draw} l2Url={l2Address()} />}
          <Formula draw={draw} />
        </div>
        <div className="grid min-w-0 content-start gap-6">
          <Section id="prizes" title={t('prizes')}>
            <PrizeTable tiers={draw.tiers} />
          </Section>
          <Section id="facts" title={t('facts')}>
            <Rows
              rows={[
                [t('closes'), <Ago key="closes" at={draw.closesAt} now={now} />],
                [t(drawn ? 'drawnAt' : 'drawsAt'), <Ago key="draws" at={drawn?.at ?? draw.drawsAt} now={now} />],
                commitment === null ? null : [t('commitment'), <Hash key="commitment" value={commitment} />],
                drawn?.seed ? [t('seed'), <Hash key="seed" value={drawn.seed} />] : null,
                drawn ? [t('block'), format.number(drawn.block.number)] : null,
                drawn ? [t('blockHash'), <Hash key="hash" value={drawn.block.hash} />] : null,
                [t('questIndex'), format.number(draw.questIndex)],
                drawn ? [t('entrants'), format.number(drawn.entrants)] : null,
              ]}
            />
          </Section>
        </div>
      </div>
    </NextIntlClientProvider>
  )
}
