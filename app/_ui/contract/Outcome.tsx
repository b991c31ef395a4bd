'use client'

import { useTranslations } from 'next-intl'
import { Button } from '#app/_ui/base/Button.tsx'
import { Icon } from '#app/_ui/base/Icon.tsx'

type Props = {
  /** Null while no rule comes of what is written. */
  sentence: string | null
  warnings: readonly string[]
  /** What is wrong beyond the fields. */
  problem: string | null
  late: boolean
  onAdd: () => void
}

/** What the rule will say to members, what is weak about it, and the way to take it. */
export function Outcome({ sentence, warnings, problem, late, onAdd }: Props) {
  const t = useTranslations('contract.picker')
  return (
    <div className="mt-5">
      <p className="text-sm font-medium text-faint">{t('says')}</p>
      <div aria-live="polite" aria-busy={late} className="mt-1 min-h-12">
        {sentence !== null && <p className="leading-relaxed break-words">{sentence}</p>}
        {sentence === null && <p className="text-muted">{problem ?? t(late ? 'reading' : 'notYet')}</p>}
        {[...new Set(warnings)].map((words) => (
          <p key={words} className="mt-2 flex gap-2 text-sm text-accent-text">
            <Icon name="warning" className="mt-0.5 size-4" />
            <span>{words}</span>
          </p>
        ))}
      </div>
      <Button className="mt-4 w-full sm:w-auto" disabled={sentence === null || late} onClick={onAdd}>
        {t('add')}
      </Button>
    </div>
  )
}
