import { useLocale, useTranslations } from 'next-intl'
import type { InsightQuest, ParticipantRow } from '#app/_data/studio/insights.ts'
import { Icon, type IconName } from '#app/_ui/base/Icon.tsx'
import { say } from '#app/_ui/say.ts'

const marks = {
  pass: { icon: 'check', look: 'bg-good-soft text-good' },
  fail: { icon: 'cross', look: 'bg-bad-soft text-bad' },
  pending: { icon: 'clock', look: 'bg-accent-soft text-accent-text' },
  error: { icon: 'warning', look: 'bg-sunken text-muted' },
} as const satisfies Record<string, { icon: IconName; look: string }>

/** The verdict on each step of the quest, in its order: a sign of its own shape for each, and the words for who points at it or listens. */
export function StepMarks({ steps, verdicts }: { steps: InsightQuest['steps']; verdicts: ParticipantRow['verdicts'] }) {
  const t = useTranslations('insights.people.verdicts')
  const locale = useLocale()
  return (
    <ol className="flex flex-wrap gap-1">
      {steps.map((step) => {
        const verdict = verdicts[step.id]
        const mark = verdict === undefined ? null : marks[verdict]
        const words = `${say(step.title, locale)}: ${t(verdict ?? 'none')}`
        return (
          <li key={step.id} data-step={step.id} data-verdict={verdict ?? 'none'} title={words}>
            <span className={`grid size-6 place-items-center rounded-md ${mark?.look ?? 'border border-dashed border-edge'}`}>
              {mark && <Icon name={mark.icon} className="size-4" />}
              <span className="sr-only">{words}</span>
            </span>
          </li>
        )
      })}
    </ol>
  )
}
