'use client'

import { useTranslations } from 'next-intl'
import { Button } from '#app/_ui/base/Button.tsx'
import type { Refused } from './useDraftActs.ts'

type Props = { refused: Refused | null; mayInsist: boolean; busy: boolean; onInsist: () => void }

/** Why something was not done and, where the saved wallets stopped a launch, an owner's way on. */
export function RefusedAct({ refused, mayInsist, busy, onInsist }: Props) {
  const t = useTranslations('drafts.refused')
  const stopped = refused?.code === 'draft.address'
  return (
    <div
      role="alert"
      data-refused={refused?.code}
      className={refused && refused.act !== 'sendBack' ? 'mt-4 rounded-xl bg-bad-soft px-4 py-3 text-[0.9375rem] text-bad' : ''}
    >
      {refused && refused.act !== 'sendBack' && (
        <>
          <p>{refused.words}</p>
          {stopped && refused.found && <p className="mt-1 font-mono text-[0.8125rem] break-all">{refused.found}</p>}
          {stopped && <p className="mt-2 text-muted">{t(mayInsist ? 'insistSo' : 'insistOwner')}</p>}
          {stopped && mayInsist && (
            <Button look="quiet" size="small" className="mt-3" disabled={busy} onClick={onInsist}>
              {t('insist')}
            </Button>
          )}
        </>
      )}
    </div>
  )
}
