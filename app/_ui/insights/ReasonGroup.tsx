import { useLocale, useTranslations } from 'next-intl'
import type { ReasonsView } from '#app/_data/studio/insights.ts'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { say } from '#app/_ui/say.ts'

type Reason = ReasonsView['reasons'][number]
type Props = {
  step: ReasonsView['steps'][number]
  reasons: readonly Reason[]
  /** Most members behind one reason, of all steps: bars of different steps can be compared. */
  most: number
  now: number
  /** Address of the members behind a verdict on the step, for those who may see people. */
  whoHref: ((status: Reason['status']) => string) | null
}

const tones = { fail: 'bad', pending: 'accent', error: 'plain' } as const

/** Why members are not through with one step: how many, what they saw, and when. */
export function ReasonGroup({ step, reasons, most, now, whoHref }: Props) {
  const t = useTranslations('insights.reasons')
  const locale = useLocale()
  return (
    <section className="slab p-5 sm:p-6" data-step={step.id}>
      <h3 className="font-semibold [overflow-wrap:anywhere]">{say(step.title, locale)}</h3>
      {reasons.length === 0 ? (
        <p className="mt-2 text-muted">{t('clear')}</p>
      ) : (
        <ul className="mt-3 divide-y divide-line">
          {reasons.map(({ status, code, members, example, judgedAt }) => (
            <li key={`${status} ${code}`} className="grid gap-2 py-4 last:pb-0" data-reason={code ?? ''} data-status={status}>
              <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
                <span className="flex items-center gap-3">
                  <Tag tone={tones[status]}>{t(`status.${status}`)}</Tag>
                  <span className="font-semibold">{t('members', { count: members })}</span>
                </span>
                <span className="flex items-center gap-4 text-sm text-faint">
                  <span>
                    {t('when')} <Ago at={judgedAt} now={now} />
                  </span>
                  {whoHref && (
                    <SiteLink
                      href={whoHref(status)}
                      aria-label={`${t('who')}: ${t(`status.${status}`)}`}
                      className="py-1 text-muted underline decoration-line decoration-2 underline-offset-4 hover:decoration-accent"
                    >
                      {t('who')}
                    </SiteLink>
                  )}
                </span>
              </div>
              <div className="h-2 overflow-hidden rounded bg-sunken" aria-hidden="true">
                <div className="h-full rounded border border-accent-text bg-accent" style={{ width: `${(members / most) * 100}%` }} />
              </div>
              <p className="[overflow-wrap:anywhere]">
                <span className="sr-only">{t('saw')}: </span>“{say(example, locale)}”
              </p>
              {code !== null && (
                <p className="text-xs text-faint">
                  {t('code')} <code className="font-mono [overflow-wrap:anywhere]">{code}</code>
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
