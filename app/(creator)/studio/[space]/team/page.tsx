import { notFound } from 'next/navigation'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { clientTexts } from '#app/_data/clientTexts.ts'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { spaceInvitations } from '#app/_data/studio/people.ts'
import { spaceOf, spaceTeam } from '#app/_data/studio/space.ts'
import { PageHead } from '#app/_ui/PageHead.tsx'
import { Invitations } from './_parts/Invitations.tsx'
import { Invite } from './_parts/Invite.tsx'
import { LeaveButton } from './_parts/LeaveButton.tsx'
import { MemberRow } from './_parts/MemberRow.tsx'
import { RoleList } from './_parts/RoleList.tsx'

type Props = { params: Promise<{ space: string }> }

export async function generateMetadata({ params }: Props) {
  const { space } = await params
  const t = await getTranslations('team')
  return { ...(await pageMetadata(`/studio/${space}/team`, t('title'))), robots: { index: false } }
}

/** Who works for a space and as what; who may change that also invites others. */
export default async function TeamPage({ params }: Props) {
  const { space: slug } = await params
  const space = await spaceOf(slug)
  if (!space) notFound()
  const mayInvite = space.rights.includes('team')
  const [t, messages, team, invitations] = await Promise.all([
    getTranslations('team'),
    getMessages(),
    spaceTeam(slug),
    mayInvite ? spaceInvitations(slug) : [],
  ])
  const now = Date.now()
  const onlyOwner = space.role === 'owner' && team.filter(({ role }) => role === 'owner').length === 1
  return (
    <NextIntlClientProvider messages={clientTexts(messages, ['studio', 'team'])}>
      <PageHead title={t('title')} lead={t('lead')} />
      <div className="page grid grid-cols-[minmax(0,1fr)] items-start gap-x-12 gap-y-12 lg:grid-cols-[minmax(0,1fr)_23rem]">
        <div className="grid gap-12">
          <section aria-labelledby="members">
            <h2 id="members" className="mb-4 text-section font-semibold">
              {t('members', { count: team.length })}
            </h2>
            <ul className="slab divide-y divide-line px-5">
              {team.map((member) => (
                <MemberRow key={member.accountId} space={slug} member={member} />
              ))}
            </ul>
            <LeaveButton space={slug} name={space.name} onlyOwner={onlyOwner} />
          </section>
          {mayInvite && <Invitations space={slug} invitations={invitations} now={now} />}
        </div>
        <div className="grid gap-8">
          {mayInvite && (
            <section aria-labelledby="invite" className="slab px-5 py-5">
              <h2 id="invite" className="text-section font-semibold">
                {t('invite.title')}
              </h2>
              <p className="mt-1 mb-5 text-[0.9375rem] text-muted">{t('invite.lead')}</p>
              <Invite space={slug} mayMakeAdmins={space.role === 'owner'} />
            </section>
          )}
          <RoleList />
        </div>
      </div>
    </NextIntlClientProvider>
  )
}
