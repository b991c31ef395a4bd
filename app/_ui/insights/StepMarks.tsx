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

/** What the signs mean, below a list of them. */
export function MarkLegend() {
  const t = useTranslations('insights.people.verdicts')
  return (
    <ul className="mt-4 flex flex-wrap gap-x-5 gap-y-2 text-sm text-muted">
      {(['pass', 'fail', 'pending', 'error', 'none'] as const).map((verdict) => (
        <li key={verdict} className="flex items-center gap-2">
          <Sign verdict={verdict === 'none' ? undefined : verdict} />
          {t(verdict)}
        </li>
      ))}
    </ul>
  )
}

function Sign({ verdict }: { verdict: keyof typeof marks | undefined }) {
  const mark = verdict === undefined ? null : marks[verdict]
  return (
    <span className={`grid size-6 place-items-center rounded-md ${mark?.look ?? 'border border-dashed border-edge'}`} aria-hidden="true">
      {mark && <Icon name={mark.icon} className="size-4" />}
    </span>
  )
}

/** The verdict on each step of the quest, in its order: a sign of its own shape for each, and the words for who points at it or listens. */
export function StepMarks({ steps, verdicts }: { steps: InsightQuest['steps']; verdicts: ParticipantRow['verdicts'] }) {
  const t = useTranslations('insights.people.verdicts')
  const locale = useLocale()
  return (
    <ol className="flex flex-wrap gap-1">
      {steps.map((step) => {
        const verdict = verdicts[step.id]
        const words = `${say(step.title, locale)}: ${t(verdict ?? 'none')}`
        return (
          <li key={step.id} data-step={step.id} data-verdict={verdict ?? 'none'} title={words}>
            <Sign verdict={verdict} />
            <span className="sr-only">{words}</span>
          </li>
        )
      })}
    </ol>
  )
}
