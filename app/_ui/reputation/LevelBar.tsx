import { useTranslations } from 'next-intl'
import type { Standing } from '#app/_data/views.ts'

/** Level, and how far it is to the next one. */
export function LevelBar({ standing, className = '' }: { standing: Pick<Standing, 'xp' | 'level' | 'from' | 'next'>; className?: string }) {
  const t = useTranslations('reputation')
  const { xp, level, from, next } = standing
  const share = next === null ? 1 : (xp - from) / (next - from)
  const says = next === null ? t('progressLast', { xp, level }) : t('progress', { xp, level, next: level + 1, at: next })
  return (
    <div className={className}>
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="text-lg font-semibold">{t('level', { level })}</span>
        <span className="text-[0.9375rem] font-medium">{t('xp', { xp })}</span>
      </p>
      <meter className="sr-only" aria-label={t('yourLevel')} min={from} max={next ?? xp} value={xp}>
        {says}
      </meter>
      <div aria-hidden="true" className="mt-2 h-2.5 overflow-hidden rounded-full border border-edge bg-surface">
        <div className="h-full bg-accent" style={{ width: `${Math.min(1, share) * 100}%` }} />
      </div>
      <p className="mt-1.5 text-sm text-muted">{next === null ? t('lastLevel') : t('toNext', { xp: next - xp, level: level + 1 })}</p>
    </div>
  )
}
