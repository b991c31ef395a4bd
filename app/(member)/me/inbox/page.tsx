import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { clientTexts } from '#app/_data/clientTexts.ts'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { myNoticeSettings, myNotices, myPushKey } from '#app/_data/pages.ts'
import { whoAmI } from '#app/_data/site.ts'
import { ButtonLink } from '#app/_ui/base/Button.tsx'
import { Empty } from '#app/_ui/base/Empty.tsx'
import { LiveRefresh } from '#app/_ui/LiveRefresh.tsx'
import { NoticeRow } from '#app/_ui/news/NoticeRow.tsx'
import { PageHead } from '#app/_ui/PageHead.tsx'
import { SignedOut } from '#app/_ui/SignedOut.tsx'
import { MarkAllRead } from './_parts/MarkAllRead.tsx'
import { PushSwitch } from './_parts/PushSwitch.tsx'
import { Settings } from './_parts/Settings.tsx'

type Props = { searchParams: Promise<{ cursor?: string | string[] }> }

export async function generateMetadata() {
  const t = await getTranslations('inbox')
  return { ...(await pageMetadata('/me/inbox', t('title'))), robots: { index: false } }
}

/** Everything that a member was told, and what of it the member wants. */
export default async function InboxPage({ searchParams }: Props) {
  const [t, me, messages, { cursor }] = await Promise.all([getTranslations('inbox'), whoAmI(), getMessages(), searchParams])
  if (!me) return <SignedOut title={t('signedOutTitle')} text={t('signedOutText')} />
  const from = typeof cursor === 'string' && cursor.length <= 500 ? cursor : null
  const [page, settings, pushKey] = await Promise.all([myNotices(from), myNoticeSettings(), myPushKey()])
  const now = Date.now()
  return (
    <NextIntlClientProvider messages={clientTexts(messages, ['news', 'inbox'])}>
      {from === null && <LiveRefresh topics={[`account:${me.accountId}`]} />}
      <PageHead
        title={t('title')}
        lead={t('lead')}
        back={{ href: '/me', words: t('back') }}
        aside={page.items.some(({ read }) => !read) ? <MarkAllRead /> : undefined}
      />
      <div className="page grid items-start gap-x-10 gap-y-14 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <section aria-label={t('list')}>
          {page.items.length === 0 ? (
            <Empty level={2} title={t('emptyTitle')} action={<ButtonLink href="/quests">{t('findQuest')}</ButtonLink>}>
              {t('emptyText')}
            </Empty>
          ) : (
            <ul className="slab divide-y divide-line px-4 py-1">
              {page.items.map((notice) => (
                <NoticeRow key={notice.id} notice={notice} now={now} />
              ))}
            </ul>
          )}
          <div className="mt-6 flex justify-center gap-3">
            {from !== null && (
              <ButtonLink href="/me/inbox" look="quiet">
                {t('newest')}
              </ButtonLink>
            )}
            {page.nextCursor && (
              <ButtonLink href={`/me/inbox?cursor=${encodeURIComponent(page.nextCursor)}`} look="quiet">
                {t('older')}
              </ButtonLink>
            )}
          </div>
        </section>
        <section aria-labelledby="settings">
          <h2 id="settings" className="text-section font-semibold">
            {t('settings')}
          </h2>
          <p className="mt-1 mb-4 text-[0.9375rem] text-muted">{t('settingsLead')}</p>
          <Settings settings={settings} />
          <PushSwitch pushKey={pushKey} />
        </section>
      </div>
    </NextIntlClientProvider>
  )
}
