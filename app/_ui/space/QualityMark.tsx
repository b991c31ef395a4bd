import { useTranslations } from 'next-intl'
import type { QualityReason, SpacePage } from '#app/_data/views.ts'
import { Icon, type IconName } from '#app/_ui/base/Icon.tsx'

const looks = {
  low: { icon: 'warning', tone: 'bg-bad-soft text-bad' },
  new: { icon: 'clock', tone: 'bg-sunken text-muted' },
  steady: { icon: 'shield', tone: 'bg-good-soft text-good' },
} as const satisfies Record<string, { icon: IconName; tone: string }>

const signs = {
  good: { icon: 'check', tone: 'text-good' },
  neutral: { icon: 'clock', tone: 'text-faint' },
  bad: { icon: 'warning', tone: 'text-bad' },
} as const satisfies Record<string, { icon: IconName; tone: string }>

/** The mark of a space and every reason for it, those that nobody has looked at included. */
export function QualityMark({ quality }: { quality: SpacePage['quality'] }) {
  const t = useTranslations('space.quality')
  const { icon, tone } = looks[quality.level]
  return (
    <section className="slab p-6 lg:sticky lg:top-24" aria-labelledby="quality">
      <h2 id="quality" className="text-section font-semibold">
        {t('title')}
      </h2>
      <p className={`mt-4 flex items-center gap-2.5 rounded-xl px-4 py-3 font-medium ${tone}`}>
        <Icon name={icon} /> {t(`level.${quality.level}.name`)}
      </p>
      <p className="mt-3 text-[0.9375rem] leading-relaxed text-muted">{t(`level.${quality.level}.text`)}</p>
      <div className="mt-5 border-t border-line pt-5">
        <ReasonList reasons={quality.reasons} />
      </div>
    </section>
  )
}

/** Every reason of a mark, with what was found. */
export function ReasonList({ reasons }: { reasons: readonly QualityReason[] }) {
  return (
    <ul className="grid gap-3 text-[0.9375rem]">
      {reasons.map((reason) => (
        <Reason key={reason.kind} reason={reason} />
      ))}
    </ul>
  )
}

function Reason({ reason }: { reason: QualityReason }) {
  const t = useTranslations('space.quality')
  const look = reason.sign === 'unchecked' ? null : signs[reason.sign]
  return (
    <li className="flex items-start gap-3">
      {look ? (
        <Icon name={look.icon} className={`mt-0.5 size-5 ${look.tone}`} />
      ) : (
        <span className="mt-1.5 ml-1 size-3 shrink-0 rounded-full border-2 border-dotted border-edge" aria-hidden="true" />
      )}
      <span className={`min-w-0 ${look ? '' : 'ml-1'}`}>
        <span className="block font-medium">{t(`reason.${reason.kind}.name`)}</span>
        <span className="block text-sm leading-relaxed text-muted">{useFinding(reason)}</span>
      </span>
    </li>
  )
}

/** What was found, in words and numbers. */
function useFinding(reason: QualityReason): string {
  const t = useTranslations('space.quality')
  switch (reason.kind) {
    case 'age':
      return t('reason.age.found', { count: reason.days })
    case 'completions':
      return t('reason.completions.found', { count: reason.count })
    case 'payouts': {
      const { due, final, refused } = reason
      if (due + final + refused === 0) return t('reason.payouts.none')
      return refused > 0 ? t('reason.payouts.refused', { count: refused }) : t('reason.payouts.found', { final, all: due + final })
    }
    case 'domain':
      return reason.host === null ? t('reason.domain.none') : t('reason.domain.found', { host: reason.host })
    case 'reports':
      return t('reason.reports.found', { count: reason.upheld })
    default:
      return t('unchecked')
  }
}
