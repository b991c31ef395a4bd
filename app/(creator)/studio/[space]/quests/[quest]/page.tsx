import { notFound } from 'next/navigation'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages } from 'next-intl/server'
import { clientTexts } from '#app/_data/clientTexts.ts'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { chainNames, whoAmI } from '#app/_data/site.ts'
import { draftOf, listsOf } from '#app/_data/studio/draft.ts'
import { ruleKinds } from '#app/_data/studio/rules.ts'
import { spaceOf } from '#app/_data/studio/space.ts'
import { titleOf } from '#app/_ui/draft/titleOf.ts'
import { DraftEditor } from './_parts/DraftEditor.tsx'

type Props = { params: Promise<{ space: string; quest: string }> }

export async function generateMetadata({ params }: Props) {
  const { space, quest } = await params
  const [view, locale] = await Promise.all([draftOf(space, quest), getLocale()])
  return {
    ...(await pageMetadata(`/studio/${space}/quests/${quest}`, view && titleOf(quest, view.document.definition.title, locale))),
    robots: { index: false },
  }
}

/** A quest of a space while it is written. */
export default async function DraftPage({ params }: Props) {
  const { space: slug, quest } = await params
  const [space, me] = await Promise.all([spaceOf(slug), whoAmI()])
  const view = space && (await draftOf(slug, quest))
  if (!space || !me || !view) notFound()
  const author = space.rights.includes('author')
  const [messages, kinds, names, lists] = await Promise.all([getMessages(), ruleKinds(), chainNames(), author ? listsOf(slug) : []])
  const chains = Object.entries(names).map(([id, name]) => ({ id, name }))
  return (
    <NextIntlClientProvider
      messages={clientTexts(messages, ['contract', 'cover', 'drafts', 'editor', 'funds', 'quests', 'rule', 'studio'])}
    >
      <DraftEditor key={quest} space={slug} whose={me.accountId} first={view} facts={{ kinds, chains, lists }} author={author} />
    </NextIntlClientProvider>
  )
}
