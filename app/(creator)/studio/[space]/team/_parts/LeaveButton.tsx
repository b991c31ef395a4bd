'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { api } from '#app/_client/api.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Dialog } from '#app/_ui/base/Dialog.tsx'
import { isLocale, localePath } from '#app/_ui/locale.ts'
import { useAct } from '#app/_ui/useAct.ts'
import { Notice } from '#app/_ui/wallet/Notice.tsx'

/** The way out of a team. The only owner is told to hand the space over first. */
export function LeaveButton({ space, name, onlyOwner }: { space: string; name: string; onlyOwner: boolean }) {
  const t = useTranslations('team.leave')
  const locale = useLocale()
  const router = useRouter()
  const { busy, refused, act } = useAct()
  const [open, setOpen] = useState(false)
  if (onlyOwner) return <p className="mt-4 text-[0.9375rem] text-muted">{t('onlyOwner')}</p>
  const leave = async () => {
    const left = await act('leave', () => api.studio.team.leave.mutate({ space }))
    if (left) router.push(localePath(isLocale(locale) ? locale : 'en', '/studio'))
  }
  return (
    <>
      <Button look="plain" size="small" className="mt-3 -ml-3" onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      {open && (
        <Dialog title={t('title', { name })} description={t('text')} closeLabel={t('close')} onClose={() => setOpen(false)}>
          {refused && (
            <div className="mb-4">
              <Notice tone="bad">{refused.code === 'conflict' ? t('onlyOwner') : refused.words}</Notice>
            </div>
          )}
          <div className="grid gap-2">
            <Button disabled={busy !== null} onClick={leave}>
              {t('yes')}
            </Button>
            <Button look="quiet" onClick={() => setOpen(false)}>
              {t('no')}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  )
}
