import { notFound } from 'next/navigation'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { clientTexts } from '#app/_data/clientTexts.ts'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { l2Network, myMoney, usualSettleMs } from '#app/_data/pages.ts'
import { whoAmI } from '#app/_data/site.ts'
import { draftOf } from '#app/_data/studio/draft.ts'
import { spaceFunds } from '#app/_data/studio/funds.ts'
import { spaceOf } from '#app/_data/studio/space.ts'
import { ButtonLink } from '#app/_ui/base/Button.tsx'
import { Empty } from '#app/_ui/base/Empty.tsx'
import { MoneyRoot } from '#app/_ui/money/MoneyRoot.tsx'
import { PageHead } from '#app/_ui/PageHead.tsx'
import { FundStep } from './_parts/FundStep.tsx'

type Props = { params: Promise<{ space: string; quest: string }> }

export async function generateMetadata({ params }: Props) {
  const [{ space, quest }, t] = await Promise.all([params, getTranslations('funds.launch')])
  return { ...(await pageMetadata(`/studio/${space}/quests/${quest}/fund`, t('title'))), robots: { index: false } }
}

/** Where an approved quest that costs money is paid for and launched: what it costs, whose account pays, one signature. */
export default async function FundPage({ params }: Props) {
  const { space: slug, quest } = await params
  const space = await spaceOf(slug)
  const draft = space && (await draftOf(slug, quest))
  if (!space || !draft) notFound()
  if (!space.rights.includes('funds')) return <NotYours quest={`/studio/${slug}/quests/${quest}`} />
  const [t, me, messages, funds, own, l2, usualMs] = await Promise.all([
    getTranslations('funds.launch'),
    whoAmI(),
    getMessages(),
    spaceFunds(slug),
    myMoney(),
    l2Network(),
    usualSettleMs(),
  ])
  if (!me || !own) notFound()
  return (
    <NextIntlClientProvider messages={clientTexts(messages, ['money', 'funds'])}>
      <MoneyRoot me={me} view={own} l2={l2} now={Date.now()} usualMs={usualMs}>
        <PageHead title={t('title')} lead={t('lead')} back={{ href: `/studio/${slug}/quests/${quest}`, words: t('back') }} />
        <div className="page">
          <FundStep space={slug} draft={draft} vault={funds.vault} mayOverride={space.rights.includes('own')} />
        </div>
      </MoneyRoot>
    </NextIntlClientProvider>
  )
}

/** For those who approve quests and may not move money. */
async function NotYours({ quest }: { quest: string }) {
  const t = await getTranslations('funds.launch')
  return (
    <div className="page pt-14">
      <Empty title={t('noRightTitle')} level={1} action={<ButtonLink href={quest}>{t('back')}</ButtonLink>}>
        {t('noRightText')}
      </Empty>
    </div>
  )
}
