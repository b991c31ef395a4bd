import { useTranslations } from 'next-intl'
import type { Draw } from '#app/_data/views.ts'
import { Section } from '#app/_ui/explorer/Section.tsx'
import { ticketTag } from '#server/quests/draw/draw.ts'

const steps = {
  raffle: ['seed', 'wait', 'block', 'tickets', 'paid'],
  tiers: ['wait', 'order', 'paid'],
} as const

/** How it is drawn, in words, and for a raffle to the byte. */
export function Formula({ draw: { mode, questIndex } }: { draw: Draw }) {
  const t = useTranslations('draw.how')
  return (
    <Section id="how" title={t('title')}>
      <ol className="grid list-decimal gap-2.5 pl-5 leading-relaxed text-muted marker:text-faint">
        {steps[mode].map((step) => (
          <li key={step} className="pl-1">
            {t(step)}
          </li>
        ))}
      </ol>
      {mode === 'raffle' && (
        <>
          <pre className="mt-5 whitespace-pre-wrap rounded-xl bg-sunken p-4 font-mono text-[0.8125rem] leading-relaxed wrap-anywhere">
            {`commitment = sha256(seed)\nticket     = sha256("${ticketTag}" ‖ seed ‖ blockHash ‖ ${questIndex} ‖ cube)`}
          </pre>
          <p className="mt-3 text-sm text-faint">{t('bytes', { tag: String(ticketTag.length) })}</p>
        </>
      )}
    </Section>
  )
}
