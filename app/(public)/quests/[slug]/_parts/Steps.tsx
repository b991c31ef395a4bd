'use client'

import dynamic from 'next/dynamic'
import { useLocale, useTranslations } from 'next-intl'
import type { QuestStep } from '#app/_data/views.ts'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { buttonClass } from '#app/_ui/base/Button.tsx'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { Lesson, type LessonCard } from '#app/_ui/quest/LessonCards.tsx'
import { FormTeaser, hasForm, StepForm } from '#app/_ui/quest/StepForm.tsx'
import { say } from '#app/_ui/say.ts'
import { useLive } from './QuestProgress.tsx'

const VerdictTrace = dynamic(() => import('#app/_ui/quest/VerdictTrace.tsx').then(({ VerdictTrace }) => VerdictTrace), {
  loading: () => null,
})

/** The steps, each with its rule in words and, once a member is here, the verdict that explains itself. */
export function Steps({ lessons }: { lessons: Record<string, LessonCard[]> }) {
  const t = useTranslations('quest')
  const { quest } = useLive()
  return (
    <section aria-labelledby="steps">
      <div className="mb-4 flex items-baseline justify-between gap-4">
        <h2 id="steps" className="text-section font-semibold">
          {t('steps')}
        </h2>
        <p className="text-sm text-faint">{quest.stepList.length > 1 ? t(`order.${quest.order}`) : ''}</p>
      </div>
      <ol className="grid gap-3">
        {quest.stepList.map((step, i) => (
          <Step key={step.id} step={step} number={i + 1} cards={lessons[step.id] ?? []} />
        ))}
      </ol>
    </section>
  )
}

function Step({ step, number, cards }: { step: QuestStep; number: number; cards: LessonCard[] }) {
  const t = useTranslations('quest')
  const locale = useLocale()
  const { quest, me, progress, now, missing, refetch, started } = useLive()
  const mine = progress?.steps.find((each) => each.id === step.id)
  const status = mine?.verdict?.status
  const passed = status === 'pass'
  // Nothing is taken or looked at for a member who may not begin yet.
  const here = me !== null && (progress?.started || missing === null)
  // The trace says what is wanted, too, with what was seen: one of the two is enough. A form shows its questions instead, a poll the very question
  // that its rule is said by.
  const shown = mine?.verdict && !(hasForm(step) && !passed) ? mine.verdict.trace : null
  return (
    <li className={`slab p-5 sm:p-6 ${passed ? 'border-good/40' : ''}`}>
      <div className="flex gap-4">
        <span
          aria-hidden="true"
          className={`grid size-8 shrink-0 place-items-center rounded-full text-sm font-semibold transition-colors duration-500 ${passed ? 'bg-good-soft text-good' : 'bg-sunken text-muted'}`}
        >
          {passed ? <Icon name="check" className="size-4.5" /> : number}
        </span>
        <div className="min-w-0 flex-1">
          <h3 className="pt-0.5 text-lg font-semibold tracking-tight">
            {say(step.title, locale)}
            <span className="sr-only">{status ? `: ${t(`verdict.${status}`)}` : ''}</span>
          </h3>
          {!shown && !(here && step.poll) && <p className="mt-1 text-muted">{say(step.describe, locale)}</p>}
          {step.hint && !passed && <p className="mt-2 text-[0.9375rem] text-muted">{say(step.hint, locale)}</p>}
          {cards.length > 0 && <Lesson cards={cards} place={`${quest.slug}.${step.id}`} done={passed} />}
          {step.link && !passed && (
            <a href={step.link} target="_blank" rel="noopener noreferrer" className={buttonClass('quiet', 'small', 'mt-4')}>
              {t('go')} <Icon name="out" className="size-4" />
            </a>
          )}
          {(!passed || step.poll) && here && <StepForm slug={quest.slug} step={step} started={started} onDone={refetch} />}
          {!passed && !me && <FormTeaser step={step} />}
          {shown && (
            <div className="mt-4 rounded-xl bg-sunken p-4" aria-live="polite">
              <VerdictTrace trace={shown} />
              {mine?.judgedAt && (
                <p className="mt-3 text-[0.8125rem] text-faint">
                  {t('judged')} <Ago at={mine.judgedAt} now={now} />
                </p>
              )}
            </div>
          )}
          {here && !mine?.verdict && !hasForm(step) && !step.visit && (
            <p className="mt-4 flex items-center gap-2 text-[0.9375rem] text-faint">
              <span className="size-2 animate-breathe rounded-full bg-accent" aria-hidden="true" />
              {t('looking')}
            </p>
          )}
        </div>
      </div>
    </li>
  )
}
