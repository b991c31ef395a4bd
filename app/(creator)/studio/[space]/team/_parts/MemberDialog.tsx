'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { api } from '#app/_client/api.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Dialog } from '#app/_ui/base/Dialog.tsx'
import { useAct } from '#app/_ui/useAct.ts'
import { Notice } from '#app/_ui/wallet/Notice.tsx'
import type { Changed } from './ChangeMember.tsx'

/** Another role, out of the team, or the owner of the space: the last two are asked about once more. */
export default function MemberDialog({ space, member, name, onClose }: Changed & { onClose: () => void }) {
  const t = useTranslations('team.dialog')
  const tTeam = useTranslations('team')
  const tRole = useTranslations('studio.role')
  const { busy, refused, act } = useAct()
  const [role, setRole] = useState(member.role)
  const [asks, setAsks] = useState<'remove' | 'handOver' | null>(null)
  const who = { space, member: member.accountId }
  const run = async (kind: 'role' | 'remove' | 'handOver') => {
    const done = await act(kind, () => {
      if (kind === 'role') return api.studio.team.changeRole.mutate({ ...who, role })
      return kind === 'remove' ? api.studio.team.remove.mutate(who) : api.studio.team.handOver.mutate(who)
    })
    if (done) onClose()
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    void run('role')
  }
  const failed = refused && (
    <div className="mb-4">
      <Notice tone="bad">{refused.code === 'conflict' ? t('conflict') : refused.words}</Notice>
    </div>
  )
  if (asks)
    return (
      <Dialog title={t(`${asks}Title`, { name })} description={t(`${asks}Text`, { name })} closeLabel={t('close')} onClose={onClose}>
        {failed}
        <div className="grid gap-2">
          <Button disabled={busy !== null} onClick={() => run(asks)}>
            {t(`${asks}Yes`)}
          </Button>
          <Button look="quiet" onClick={() => setAsks(null)}>
            {t('no')}
          </Button>
        </div>
      </Dialog>
    )
  return (
    <Dialog title={t('title', { name })} closeLabel={t('close')} onClose={onClose}>
      {failed}
      <form onSubmit={save}>
        <fieldset className="grid gap-1">
          <legend className="mb-2 text-[0.9375rem] font-medium">{t('role')}</legend>
          {member.may.roles.map((each) => (
            <label key={each} className="-mx-2 flex cursor-pointer items-start gap-3 rounded-lg px-2 py-2 hover:bg-sunken">
              <input
                type="radio"
                name="role"
                value={each}
                checked={role === each}
                onChange={() => setRole(each)}
                className="mt-0.5 size-5 shrink-0"
              />
              <span className="min-w-0">
                <span className="block font-medium">{tRole(each)}</span>
                <span className="block text-sm text-muted">{tTeam(`roles.${each}`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <Button type="submit" disabled={busy !== null || role === member.role} className="mt-4 w-full">
          {t('save')}
        </Button>
      </form>
      <div className="mt-6 grid gap-2 border-t border-line pt-5">
        {member.may.handOver && member.role !== 'owner' && (
          <Button look="quiet" onClick={() => setAsks('handOver')}>
            {t('handOver')}
          </Button>
        )}
        {member.may.remove && (
          <Button look="quiet" onClick={() => setAsks('remove')}>
            {t('remove')}
          </Button>
        )}
      </div>
    </Dialog>
  )
}
