'use client'

import { useTranslations } from 'next-intl'
import { Button } from '#app/_ui/base/Button.tsx'
import { Dialog } from '#app/_ui/base/Dialog.tsx'

type Props = { act: 'end' | 'launch'; onYes: () => void; onClose: () => void }

/** Asks once more before what cannot be taken back. */
export function ConfirmAct({ act, onYes, onClose }: Props) {
  const t = useTranslations('drafts')
  return (
    <Dialog title={t(`sure.${act}.title`)} description={t(`sure.${act}.text`)} closeLabel={t('close')} onClose={onClose}>
      <div className="flex flex-wrap gap-3">
        <Button onClick={onYes}>{t(`act.${act}.do`)}</Button>
        <Button look="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </Dialog>
  )
}
