import { useTranslations } from 'next-intl'
import type { DraftCard, SpaceAccess } from '#app/_data/views.ts'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'

type Found = { rights: SpaceAccess['rights']; quests: readonly DraftCard[]; domainProven: boolean; people: number }
type Step = { name: 'quest' | 'launch' | 'domain' | 'team'; path: string; done: boolean }

/** What a new space still lacks, as far as this role can do something about it. */
export function firstStepsOf({ rights, quests, domainProven, people }: Found): Step[] {
  const launched = quests.some(({ state }) => !['draft', 'review', 'approved'].includes(state))
  const steps = [
    { name: 'quest', path: '/quests', done: quests.length > 0, right: 'author' },
    { name: 'launch', path: '/quests', done: launched, right: 'review' },
    { name: 'domain', path: '/settings', done: domainProven, right: 'team' },
    { name: 'team', path: '/team', done: people > 1, right: 'team' },
  ] as const
  return steps.filter(({ right }) => rights.includes(right)).map(({ right: _, ...step }) => step)
}

/** Each step with what it is good for; those that are done stay, ticked. */
export function FirstSteps({ space, steps }: { space: string; steps: readonly Step[] }) {
  const t = useTranslations('studio.overview.first')
  return (
    <section aria-labelledby="first">
      <h2 id="first" className="mb-4 text-section font-semibold">
        {t('title')}
      </h2>
      <ol className="slab divide-y divide-line px-5">
        {steps.map(({ name, path, done }) => (
          <li key={name} className="flex items-start gap-4 py-4">
            {done ? (
              <Icon name="check" className="mt-0.5 size-5 shrink-0 text-good" />
            ) : (
              <span className="mt-1 ml-0.5 size-4 shrink-0 rounded-full border-2 border-dotted border-edge" aria-hidden="true" />
            )}
            <div className="min-w-0">
              {done ? (
                <p className="font-medium text-muted">
                  {t(`${name}.name`)} <span className="sr-only">{t('done')}</span>
                </p>
              ) : (
                <SiteLink href={`/studio/${space}${path}`} className="font-medium underline underline-offset-4">
                  {t(`${name}.name`)}
                </SiteLink>
              )}
              {!done && <p className="mt-0.5 text-[0.9375rem] text-muted">{t(`${name}.text`)}</p>}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
