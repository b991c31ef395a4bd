import { notFound } from 'next/navigation'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { clientTexts } from '#app/_data/clientTexts.ts'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { l2Network, myMoney, usualSettleMs } from '#app/_data/pages.ts'
import { whoAmI } from '#app/_data/site.ts'
import { Balance } from '#app/_ui/money/Balance.tsx'
import { Claimable } from '#app/_ui/money/Claimable.tsx'
import { History } from '#app/_ui/money/History.tsx'
import { MoneyRoot } from '#app/_ui/money/MoneyRoot.tsx'
import { PageHead } from '#app/_ui/PageHead.tsx'
import { SignedOut } from '#app/_ui/SignedOut.tsx'

export async function generateMetadata() {
  const t = await getTranslations('money')
  return { ...(await pageMetadata('/me/rewards', t('title'))), robots: { index: false } }
}

type Props = { searchParams: Promise<{ wallet?: string | string[] }> }

/** What a member holds in the slot, what there is to claim, and where every movement stands. `wallet`: whose slot account, if not the primary one's. */
export default async function RewardsPage({ searchParams }: Props) {
  const [t, me, messages, { wallet }] = await Promise.all([getTranslations('money'), whoAmI(), getMessages(), searchParams])
  if (!me) return <SignedOut title={t('signedOutTitle')} text={t('signedOutText')} />
  const named = typeof wallet === 'string' ? wallet : undefined
  const [asked, l2, usualMs] = await Promise.all([myMoney(named), l2Network(), usualSettleMs()])
  // A wallet that never needed a slot account has nothing to show: the primary one's is what there is.
  const view = named && asked?.account.index === null ? await myMoney() : asked
  if (!view) notFound()
  return (
    <NextIntlClientProvider messages={clientTexts(messages, ['money'])}>
      <MoneyRoot key={view.account.wallet} me={me} view={view} l2={l2} now={Date.now()} usualMs={usualMs}>
        <PageHead title={t('title')} lead={t('lead')} back={{ href: '/me', words: t('back') }} />
        <div className="page grid items-start gap-x-10 gap-y-12 lg:grid-cols-[minmax(0,1fr)_21rem]">
          <div className="grid gap-12 lg:col-start-1 lg:row-start-1">
            <Claimable />
            <History />
          </div>
          <div className="row-start-1 lg:sticky lg:top-24 lg:col-start-2">
            <Balance />
          </div>
        </div>
      </MoneyRoot>
    </NextIntlClientProvider>
  )
}
