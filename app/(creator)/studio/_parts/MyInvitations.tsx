'use client'

import { useTranslations } from 'next-intl'
import { api } from '#app/_client/api.ts'
import type { MyInvitation } from '#app/_data/views.ts'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { Button } from '#app/_ui/base/Button.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { useAct } from '#app/_ui/useAct.ts'
import { shownName } from '#app/_ui/wallet/MemberName.tsx'

/** Places that spaces offer the member, to be taken or not. */
export function MyInvitations({ invitations, now }: { invitations: MyInvitation[]; now: number }) {
  const t = useTranslations('team.mine')
  const tRole = useTranslations('studio.role')
  const { busy, refused, act } = useAct()
  const answer = (id: string, accept: boolean) => act(id, () => api.studio.invitations.answer.mutate({ id, accept }))
  return (
    <section aria-labelledby="invited" className="slab border-accent px-5 py-5">
      <h2 id="invited" className="text-section font-semibold">
        {t('title', { count: invitations.length })}
      </h2>
      <ul className="mt-1 divide-y divide-line">
        {invitations.map(({ id, space, role, by, wallet, expiresAt }) => (
          <li key={id} data-invited={space.slug} className="flex flex-wrap items-center gap-x-6 gap-y-3 py-4 last:pb-0">
            <div className="min-w-0 flex-1 basis-64">
              <p>
                {t.rich('offer', {
                  role: tRole(role),
                  space: () => (
                    <SiteLink href={`/spaces/${space.slug}`} className="font-medium underline underline-offset-4 [overflow-wrap:anywhere]">
                      {space.name}
                    </SiteLink>
                  ),
                })}
              </p>
              <p className="text-[0.875rem] text-faint">
                {t('for', { wallet: shownName(wallet) })}
                {by && <> · {t('by', { name: shownName(by) })}</>} · {t('until')} <Ago at={expiresAt} now={now} />
              </p>
              <p aria-live="polite" className="text-sm text-bad empty:hidden">
                {refused?.act === id ? (refused.code === 'conflict' ? t('gone') : refused.words) : ''}
              </p>
            </div>
            <div className="flex gap-2">
              <Button
                size="small"
                disabled={busy !== null}
                onClick={() => answer(id, true)}
                aria-label={t('acceptOf', { name: space.name })}
              >
                {t('accept')}
              </Button>
              <Button
                look="quiet"
                size="small"
                disabled={busy !== null}
                onClick={() => answer(id, false)}
                aria-label={t('declineOf', { name: space.name })}
              >
                {t('decline')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
