import { notFound } from 'next/navigation'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { clientTexts } from '#app/_data/clientTexts.ts'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { whoAmI } from '#app/_data/site.ts'
import { previewOf } from '#app/_data/studio/quests.ts'
import { spaceOf } from '#app/_data/studio/space.ts'
import { say } from '#app/_ui/say.ts'
import { QuestFace } from '#app/(public)/quests/[slug]/_parts/QuestFace.tsx'
import { NoProgress } from '#app/(public)/quests/[slug]/_parts/QuestProgress.tsx'
import { PreviewBar } from './_parts/PreviewBar.tsx'

type Props = { params: Promise<{ space: string; quest: string }> }

export async function generateMetadata({ params }: Props) {
  const [{ space, quest: slug }, t] = await Promise.all([params, getTranslations('drafts.preview')])
  return { ...(await pageMetadata(`/studio/${space}/quests/${slug}/preview`, t('title'))), robots: { index: false } }
}

/** A draft drawn by the parts of the real page. Everything that could be done there is switched off. */
export default async function PreviewPage({ params }: Props) {
  const { space, quest: slug } = await params
  if (!(await spaceOf(space))) notFound()
  const [preview, me, locale, messages] = await Promise.all([previewOf(space, slug), whoAmI(), getLocale(), getMessages()])
  if (!preview) notFound()
  const { page, missing } = preview
  return (
    <NextIntlClientProvider messages={clientTexts(messages, ['drafts'])}>
      <PreviewBar {...{ space, slug, missing, title: say(page.title, locale) }} />
      <fieldset disabled className="contents" data-preview={slug}>
        <NoProgress quest={page} me={me} now={Date.now()}>
          <QuestFace quest={page} />
        </NoProgress>
      </fieldset>
    </NextIntlClientProvider>
  )
}
