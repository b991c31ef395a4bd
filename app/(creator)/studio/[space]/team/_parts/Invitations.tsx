'use client'

import { useTranslations } from 'next-intl'
import { api } from '#app/_client/api.ts'
import type { TeamInvitation } from '#app/_data/views.ts'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { Button } from '#app/_ui/base/Button.tsx'
import { Hash } from '#app/_ui/base/Hash.tsx'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { useAct } from '#app/_ui/useAct.ts'
import { shownName } from '#app/_ui/wallet/MemberName.tsx'
import { networkNames, walletAddress, walletNamespace } from '#app/_ui/wallet/walletWords.ts'

type Props = { space: string; invitations: TeamInvitation[]; now: number }

/** Invitations that nobody has answered yet; each can be taken back. */
export function Invitations({ space, invitations, now }: Props) {
  const t = useTranslations('team.invitations')
  const tRole = useTranslations('studio.role')
  const { busy, refused, act } = useAct()
  return (
    <section aria-labelledby="invitations">
      <h2 id="invitations" className="mb-4 text-section font-semibold">
        {t('title')}
      </h2>
      {invitations.length === 0 ? (
        <p className="text-muted">{t('none')}</p>
      ) : (
        <ul className="slab divide-y divide-line px-5">
          {invitations.map(({ id, wallet, role, by, expiresAt }) => (
            <li key={id} data-invitation={wallet} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-4">
              <div className="min-w-0 flex-1 basis-44">
                <p className="flex flex-wrap items-center gap-x-2">
                  <span className="text-muted">{networkNames[walletNamespace(wallet)]}</span>
                  <Hash value={walletAddress(wallet)} head={6} tail={4} />
                </p>
                <p className="text-[0.875rem] text-faint">
                  {by && <>{t('by', { name: shownName(by) })} · </>}
                  {t('until')} <Ago at={expiresAt} now={now} />
                </p>
                <p aria-live="polite" className="text-sm text-bad empty:hidden">
                  {refused?.act === id ? refused.words : ''}
                </p>
              </div>
              <div className="flex items-center gap-3">
                <Tag>{tRole(role)}</Tag>
                <Button
                  look="quiet"
                  size="small"
                  disabled={busy !== null}
                  aria-label={t('revokeOf', { wallet: shownName(wallet) })}
                  onClick={() => act(id, () => api.studio.team.revokeInvitation.mutate({ space, id }))}
                >
                  {t('revoke')}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
