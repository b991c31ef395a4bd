import { useLocale, useTranslations } from 'next-intl'
import { shortened, wordDiff } from '#app/_ui/draft/wordDiff.ts'

type Props = { before: string | null; after: string | null }

/** A text with what was taken out struck through and what came in underlined; colour says it a second time. */
export function Differing({ before, after }: Props) {
  const t = useTranslations('drafts.versions')
  const locale = useLocale()
  const stretches = wordDiff(before ?? '', after ?? '', locale)
  return (
    <p className="leading-relaxed [overflow-wrap:anywhere] whitespace-pre-line">
      {stretches.map(({ kind, text }, i) => {
        // Stretches have no name of their own and never move.
        const key = `${i} ${kind}`
        if (kind === 'same') return <span key={key}>{shortened(text)}</span>
        if (kind === 'removed')
          return (
            <del key={key} className="rounded-sm bg-bad-soft text-bad decoration-1">
              <span className="sr-only">{t('removed')} </span>
              {text}
            </del>
          )
        return (
          <ins key={key} className="rounded-sm bg-good-soft text-good decoration-1 underline-offset-3">
            <span className="sr-only">{t('added')} </span>
            {text}
          </ins>
        )
      })}
    </p>
  )
}
