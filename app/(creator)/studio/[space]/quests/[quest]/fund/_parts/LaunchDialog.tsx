'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { api } from '#app/_client/api.ts'
import { openingTx } from '#app/_client/money/questTxs.ts'
import type { DraftView } from '#app/_data/views.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Dialog } from '#app/_ui/base/Dialog.tsx'
import { type SignedProblem, useSigned } from '#app/_ui/funds/useSigned.ts'
import { WithKey } from '#app/_ui/funds/WithKey.tsx'
import { useMoney } from '#app/_ui/money/moneyContext.ts'
import { Notice } from '#app/_ui/wallet/Notice.tsx'

type Props = { space: string; draft: DraftView; places: number; amount: string; mayOverride: boolean; onClose: () => void }

/** Signs the openings of the quest and its prizes, and launches it with them in one step. */
export default function LaunchDialog({ space, draft, places, amount, mayOverride, onClose }: Props) {
  const t = useTranslations('funds')
  const router = useRouter()
  const { done } = useMoney()
  const { busy, problem, sign } = useSigned()
  const name = { space, slug: draft.slug, revision: draft.revision }
  const launch = async (anyway: boolean) => {
    const taken = await sign(
      async () => (await api.studio.funds.prepare.mutate({ ...name, places })).openings.map(openingTx),
      (signed) => api.studio.quests.launch.mutate({ ...name, signed, ...(anyway ? { anyway } : {}) }),
    )
    if (!taken) return
    done(t('launch.done'))
    router.push(`/studio/${space}/funds`)
  }
  return (
    <Dialog
      title={t('launch.confirmTitle')}
      description={t('launch.confirmLead', { amount })}
      closeLabel={t('dialog.close')}
      onClose={onClose}
    >
      <WithKey>
        <div className="grid gap-3">
          {problem && <Notice tone={problem.calm ? 'calm' : 'bad'}>{wordsOf(problem)}</Notice>}
          <Button size="large" className="w-full" disabled={busy} onClick={() => launch(false)}>
            {busy ? t('dialog.signing') : t('launch.submit')}
          </Button>
          {problem?.code === 'draft.address' && mayOverride && (
            <Button look="quiet" className="w-full" disabled={busy} onClick={() => launch(true)}>
              {t('launch.anyway')}
            </Button>
          )}
        </div>
      </WithKey>
    </Dialog>
  )

  function wordsOf({ code, words, field }: SignedProblem): string {
    if (code === 'draft.address') return t('launch.address')
    if (code === 'draft.stale' || code === 'draft.state') return t('launch.stale')
    if (code === 'rollup.refused') return t('launch.taken')
    return code === 'quest.malformed' ? t('launch.other', { words: field ?? words }) : words
  }
}
