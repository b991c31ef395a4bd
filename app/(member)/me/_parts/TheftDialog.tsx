'use client'

import { useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { api } from '#app/_client/api.ts'
import type { Me } from '#app/_data/views.ts'
import { Button, ButtonLink } from '#app/_ui/base/Button.tsx'
import { Dialog } from '#app/_ui/base/Dialog.tsx'
import { ChoiceRow } from '#app/_ui/quest/ChoiceRow.tsx'
import { Notice } from '#app/_ui/wallet/Notice.tsx'
import { nameOf } from '#app/_ui/wallet/nameOf.ts'
import { useWalletAttempt } from '#app/_ui/wallet/useWalletAttempt.ts'
import { type ChangeOutcome, ChangeSteps } from './ChangeSteps.tsx'

type Stage = { name: 'which' } | { name: 'sessions' } | { name: 'announce'; ended: number } | { name: 'done'; outcome: ChangeOutcome }

/** A wallet was stolen or lost: end every other session, announce its removal, and know what happens then. */
export default function TheftDialog({ me, onClose }: { me: NonNullable<Me>; onClose: () => void }) {
  const t = useTranslations('wallets.theft')
  const router = useRouter()
  const [stage, setStage] = useState<Stage>({ name: 'which' })
  const [stolen, setStolen] = useState<string | null>(null)
  const { busy, notice, attempt } = useWalletAttempt()
  const endOthers = () =>
    attempt('sessions', async () => {
      const { ended } = await api.session.revokeOthers.mutate()
      setStage({ name: 'announce', ended })
    })
  const close = () => {
    onClose()
    router.refresh()
  }
  const number = { which: 1, sessions: 2, announce: 3, done: 4 }[stage.name]
  const mine = stolen === me.wallet
  return (
    <Dialog title={t('title')} description={t('lead')} closeLabel={t('close')} onClose={close}>
      <div className="grid gap-4" aria-live="polite">
        <p className="font-medium">
          <span className="mr-2 text-faint">{number}/4</span>
          {t(`step.${stage.name}`)}
        </p>
        {notice && <Notice tone={notice.tone}>{notice.words}</Notice>}
        {stage.name === 'which' && (
          <>
            <fieldset className="grid gap-2">
              <legend className="sr-only">{t('step.which')}</legend>
              {me.wallets.map(({ address }) => (
                <ChoiceRow
                  key={address}
                  type="radio"
                  name="stolen"
                  value={address}
                  checked={stolen === address}
                  onChange={() => setStolen(address)}
                >
                  {nameOf(me, address)}
                </ChoiceRow>
              ))}
            </fieldset>
            {mine && <Notice tone="calm">{t('signedInWithIt')}</Notice>}
            <Button size="large" disabled={stolen === null || mine} onClick={() => setStage({ name: 'sessions' })}>
              {t('next')}
            </Button>
          </>
        )}
        {stage.name === 'sessions' && (
          <>
            <p className="text-[0.9375rem] text-muted">{t('sessionsText')}</p>
            <Button size="large" disabled={busy !== null} onClick={endOthers}>
              {t('endOthers')}
            </Button>
          </>
        )}
        {stage.name === 'announce' && stolen && (
          <>
            <Notice tone="calm">{t('ended', { count: stage.ended })}</Notice>
            <ChangeSteps
              me={me}
              request={{ kind: 'remove', wallet: stolen }}
              except={stolen}
              onDone={(outcome) => setStage({ name: 'done', outcome })}
            />
          </>
        )}
        {stage.name === 'done' && stolen && <Afterwards me={me} stolen={stolen} outcome={stage.outcome} onClose={close} />}
      </div>
    </Dialog>
  )
}

type AfterProps = { me: NonNullable<Me>; stolen: string; outcome: ChangeOutcome; onClose: () => void }

function Afterwards({ me, stolen, outcome, onClose }: AfterProps) {
  const t = useTranslations('wallets.theft')
  const format = useFormatter()
  const wasPrimary = me.wallets.some(({ address, primary }) => primary && address === stolen)
  const date = format.dateTime(new Date(outcome.effectiveAt), { dateStyle: 'long' })
  return (
    <>
      <ul className="list-disc space-y-1.5 pl-5 text-[0.9375rem] text-muted">
        <li>{t('leaves', { name: nameOf(me, stolen), date })}</li>
        {wasPrimary && <li>{t('primaryToo')}</li>}
        <li>{t('contested')}</li>
        <li>{t('coins')}</li>
      </ul>
      <div className="flex flex-wrap gap-2">
        <ButtonLink href={`/me/rewards?wallet=${encodeURIComponent(stolen)}`}>{t('toCoins')}</ButtonLink>
        <Button look="quiet" onClick={onClose}>
          {t('finish')}
        </Button>
      </div>
    </>
  )
}
