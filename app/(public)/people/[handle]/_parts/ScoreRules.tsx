import { useTranslations } from 'next-intl'
import { formulaV1 } from '#server/reputation/formula/v1.ts'

/** The formula in five sentences, with its own numbers. */
export function ScoreRules() {
  const t = useTranslations('reputation.score')
  const { caps, decay } = formulaV1
  return (
    <details className="mt-5 max-w-2xl text-[0.9375rem]">
      <summary className="w-fit py-1 font-medium text-muted underline-offset-4 hover:text-ink hover:underline">{t('rulesTitle')}</summary>
      <ol className="mt-2 grid list-decimal gap-1.5 pl-6 text-muted marker:text-faint">
        <li>{t('rules.newest')}</li>
        <li>{t('rules.caps', { family: caps.family, project: caps.project })}</li>
        <li>{t('rules.weight')}</li>
        <li>{t('rules.category', { category: caps.category })}</li>
        <li>{t('rules.decay', { weeks: String(decay.halfLife) })}</li>
      </ol>
    </details>
  )
}
