import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { clientTexts } from '#app/_data/clientTexts.ts'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { chainNames, whoAmI } from '#app/_data/site.ts'
import { ruleKinds } from '#app/_data/studio/rules.ts'
import { mySpaces } from '#app/_data/studio/space.ts'
import { PageHead } from '#app/_ui/PageHead.tsx'
import { SignedOut } from '#app/_ui/SignedOut.tsx'
import { Workbench } from './_parts/Workbench.tsx'

export async function generateMetadata() {
  const t = await getTranslations('workbench')
  return { ...(await pageMetadata('/studio/rules', t('title'))), robots: { index: false } }
}

/** Where a rule is written and tried on any wallet before it stands in a quest. */
export default async function RulesPage() {
  const [t, me, messages] = await Promise.all([getTranslations('workbench'), whoAmI(), getMessages()])
  if (!me) return <SignedOut title={t('signedOutTitle')} text={t('signedOutText')} />
  const [kinds, names, all] = await Promise.all([ruleKinds(), chainNames(), mySpaces()])
  const spaces = all.filter(({ role }) => role !== 'reviewer' && role !== 'analyst').map(({ slug, name }) => ({ slug, name }))
  const chains = Object.entries(names).map(([id, name]) => ({ id, name }))
  return (
    <NextIntlClientProvider messages={clientTexts(messages, ['contract', 'rule', 'workbench'])}>
      <PageHead title={t('title')} lead={t('lead')} back={{ href: '/studio', words: t('back') }} />
      <Workbench facts={{ kinds, chains }} wallet={me.wallet} spaces={spaces} />
    </NextIntlClientProvider>
  )
}
