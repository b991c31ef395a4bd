import { useTranslations } from 'next-intl'
import type { RevocationRow } from '#app/_data/studio/insights.ts'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { BatchLink } from '#app/_ui/credential/BatchLink.tsx'
import { StageLine } from '#app/_ui/credential/StageLine.tsx'

const stages = ['asked', 'accepted', 'batched', 'proven', 'final'] as const
/** Index of the last stage that is done; a proposed batch is on L2 but not proven yet. */
const doneAt = { asked: 0, accepted: 1, batched: 2, proposed: 2, proven: 3, final: 4, refused: -1 } as const satisfies Record<
  RevocationRow['state'],
  number
>

/** What was taken back: which, why, by whom, what its holder was told, and how far it is in the slot. */
export function RevocationList({ items, now }: { items: readonly RevocationRow[]; now: number }) {
  const t = useTranslations('revocation')
  return (
    <ul className="grid gap-4">
      {items.map(({ id, credential, reason, words, by, state, batch, refusal, at }) => (
        <li key={id} className="slab p-5 sm:p-6" data-revocation={credential.index ?? ''} data-state={state}>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5">
            {credential.index === null ? (
              <span className="font-medium">{t('credential')}</span>
            ) : (
              <SiteLink
                href={`/explorer/credentials/${credential.index}`}
                className="font-medium underline decoration-line decoration-2 underline-offset-4 hover:decoration-accent"
              >
                {t('credential')} #{credential.index}
              </SiteLink>
            )}
            <Tag tone="bad">{t(`reasons.${reason}`)}</Tag>
            <span className="ml-auto text-sm text-faint">
              {t('by', { name: by ?? t('someone') })} · <Ago at={at} now={now} />
            </span>
          </div>
          <p className="mt-2 text-muted [overflow-wrap:anywhere]">{t('toHolder', { words })}</p>
          <div className="mt-4">
            {state === 'refused' ? (
              <p className="rounded-lg bg-bad-soft px-3 py-2 text-sm text-bad">{t('refusedTx', { reason: refusal ?? '–' })}</p>
            ) : (
              <StageLine
                steps={stages.map((stage) => ({
                  name: stage,
                  words: stage === 'batched' && batch !== null ? <BatchLink number={batch} /> : t(`stage.${stage}`),
                  at: stage === 'asked' ? at : null,
                }))}
                done={doneAt[state]}
                label={t('states')}
                now={now}
                left={state === 'asked' ? t('waitsFinal') : null}
              />
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
