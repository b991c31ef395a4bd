import { useTranslations } from 'next-intl'

const steps = ['one', 'two', 'three', 'four'] as const

export function HowItWorks() {
  const t = useTranslations('signer.how')
  return (
    <section aria-labelledby="how">
      <h2 id="how" className="mb-4 text-section font-semibold">
        {t('title')}
      </h2>
      <ol className="grid gap-4 text-[0.9375rem] text-muted">
        {steps.map((step, i) => (
          <li key={step} className="flex gap-3.5">
            <span
              aria-hidden="true"
              className="grid size-6 shrink-0 place-items-center rounded-full bg-sunken text-[0.8125rem] font-semibold"
            >
              {i + 1}
            </span>
            <span>{t(step)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
