import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { clientTexts } from '#app/_data/clientTexts.ts'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { chainNames, whoAmI } from '#app/_data/site.ts'
import { mySpaces, ruleKinds } from '#app/_data/studio.ts'
import { Empty } from '#app/_ui/base/Empty.tsx'
import { PageHead } from '#app/_ui/PageHead.tsx'
import { ConnectButton } from '#app/_ui/wallet/ConnectButton.tsx'
import { Workbench } from './_parts/Workbench.tsx'

export async function generateMetadata() {
  const t = await getTranslations('workbench')
  return { ...(await pageMetadata('/studio/rules', t('title'))), robots: { index: false } }
}

/** Where a rule is written and tried on any wallet before it stands in a quest. */
export default async function RulesPage() {
  const [t, me, messages] = await Promise.all([getTranslations('workbench'), whoAmI(), getMessages()])
  if (!me) {
    return (
      <div className="page pt-16">
        <Empty level={1} title={t('signedOutTitle')} action={<ConnectButton />}>
          {t('signedOutText')}
        </Empty>
      </div>
    )
  }
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
