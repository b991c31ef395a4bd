import { notFound } from 'next/navigation'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { clientTexts } from '#app/_data/clientTexts.ts'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { l2Network, myMoney, usualSettleMs } from '#app/_data/pages.ts'
import { whoAmI } from '#app/_data/site.ts'
import { spaceFunds, spaceReferrals } from '#app/_data/studio/funds.ts'
import { spaceOf } from '#app/_data/studio/space.ts'
import { VaultPanel } from '#app/_ui/funds/VaultPanel.tsx'
import { MoneyRoot } from '#app/_ui/money/MoneyRoot.tsx'
import { PageHead } from '#app/_ui/PageHead.tsx'
import { Moves } from './_parts/Moves.tsx'
import { PayingQuests } from './_parts/PayingQuests.tsx'
import { Referrals } from './_parts/Referrals.tsx'

type Props = { params: Promise<{ space: string }> }

export async function generateMetadata({ params }: Props) {
  const [{ space: slug }, t] = await Promise.all([params, getTranslations('funds')])
  return { ...(await pageMetadata(`/studio/${slug}/funds`, t('title'))), robots: { index: false } }
}

/** The money of a space: whose account pays, what each quest holds and how long that lasts, and what comes back. */
export default async function FundsPage({ params }: Props) {
  const { space: slug } = await params
  const space = await spaceOf(slug)
  if (!space?.rights.includes('funds')) notFound()
  const [t, me, messages, funds, referrals, own, l2, usualMs] = await Promise.all([
    getTranslations('funds'),
    whoAmI(),
    getMessages(),
    spaceFunds(slug),
    spaceReferrals(slug),
    myMoney(),
    l2Network(),
    usualSettleMs(),
  ])
  if (!me || !own) notFound()
  const now = Date.now()
  return (
    <NextIntlClientProvider messages={clientTexts(messages, ['money', 'funds'])}>
      <MoneyRoot me={me} view={own} l2={l2} now={now} usualMs={usualMs}>
        <PageHead title={t('title')} lead={t('lead')} />
        <div className="page grid grid-cols-[minmax(0,1fr)] items-start gap-x-10 gap-y-12 lg:grid-cols-[minmax(0,1fr)_21rem]">
          <div className="grid gap-12 lg:col-start-1 lg:row-start-1">
            <PayingQuests space={slug} funds={funds} now={now} />
            <Referrals space={slug} referrals={referrals} vault={funds.vault} />
            <Moves space={slug} moves={funds.moves} now={now} />
          </div>
          <div className="row-start-1 lg:sticky lg:top-24 lg:col-start-2">
            <VaultPanel space={slug} vault={funds.vault} />
          </div>
        </div>
      </MoneyRoot>
    </NextIntlClientProvider>
  )
}
