import { useLocale, useTranslations } from 'next-intl'
import type { FunnelView } from '#app/_data/studio/insights.ts'
import { say } from '#app/_ui/say.ts'

const named = ['view', 'connect', 'start', 'complete', 'final'] as const

/** What a stage of a funnel is called: those of every quest by our words, steps by their titles. */
export function useStageWords(steps: FunnelView['steps']): (id: string) => string {
  const t = useTranslations('insights.stage')
  const locale = useLocale()
  return (id) => {
    const name = named.find((each) => each === id)
    if (name) return t(name)
    const step = steps.find((each) => `step:${each.id}` === id)
    return t('step', { title: step ? say(step.title, locale) : id })
  }
}
