import { notFound } from 'next/navigation'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { clientTexts } from '#app/_data/clientTexts.ts'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { spaceSigners } from '#app/_data/studio/signer.ts'
import { spaceOf } from '#app/_data/studio/space.ts'
import { PageHead } from '#app/_ui/PageHead.tsx'
import { AddSigner } from './_parts/AddSigner.tsx'
import { HowItWorks } from './_parts/HowItWorks.tsx'
import { QuestKeys } from './_parts/QuestKeys.tsx'
import { SignerList } from './_parts/SignerList.tsx'

type Props = { params: Promise<{ space: string }> }

export async function generateMetadata({ params }: Props) {
  const [{ space }, t] = await Promise.all([params, getTranslations('signer')])
  return { ...(await pageMetadata(`/studio/${space}/signer`, t('title'))), robots: { index: false } }
}

/** Who signs for a space's quests: the platform, or services of its own. */
export default async function SignerPage({ params }: Props) {
  const { space: slug } = await params
  const space = await spaceOf(slug)
  if (!space?.rights.includes('integrate')) notFound()
  const [t, { signers, quests }, messages] = await Promise.all([getTranslations('signer'), spaceSigners(slug), getMessages()])
  const owns = space.rights.includes('own')
  const now = Date.now()
  return (
    <NextIntlClientProvider messages={clientTexts(messages, ['signer'])}>
      <PageHead title={t('title')} lead={t('lead')} />
      <div className="page grid grid-cols-[minmax(0,1fr)] items-start gap-x-12 gap-y-12 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid min-w-0 gap-12">
          <SignerList space={slug} signers={signers} owns={owns} now={now} />
          <QuestKeys space={slug} signers={signers} quests={quests} owns={owns} now={now} />
        </div>
        <div className="grid gap-8">
          <AddSigner space={slug} full={signers.length >= 5} />
          <HowItWorks />
        </div>
      </div>
    </NextIntlClientProvider>
  )
}
