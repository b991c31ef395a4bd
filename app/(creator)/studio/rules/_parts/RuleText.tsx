'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#app/_ui/base/Button.tsx'
import type { Json } from '#app/_ui/rule/draft.ts'

/** The rule as JSON: to be taken elsewhere, or put here. */
export function RuleText({ rule, onRead }: { rule: Json; onRead: (rule: Json) => void }) {
  const t = useTranslations('workbench.text')
  const [typed, setTyped] = useState<string | null>(null)
  const [wrong, setWrong] = useState(false)
  const shown = typed ?? JSON.stringify(rule, null, 2)
  const use = () => {
    try {
      onRead(JSON.parse(shown) as Json)
      setTyped(null)
      setWrong(false)
    } catch {
      setWrong(true)
    }
  }
  return (
    <details className="slab px-5 py-3">
      <summary className="cursor-pointer py-1 font-medium">{t('title')}</summary>
      <p className="mt-1 mb-3 text-[0.9375rem] text-muted">{t('lead')}</p>
      <textarea
        aria-label={t('title')}
        aria-invalid={wrong}
        rows={Math.min(24, Math.max(6, shown.split('\n').length))}
        value={shown}
        onChange={({ target }) => setTyped(target.value)}
        spellCheck={false}
        className="w-full rounded-[0.625rem] border border-edge bg-surface px-3 py-2 font-mono text-[0.8125rem] aria-invalid:border-bad"
      />
      <p aria-live="polite" className="mt-1 text-sm text-bad empty:hidden">
        {wrong && t('notJson')}
      </p>
      <div className="mt-2 mb-1 flex gap-2">
        <Button look="quiet" size="small" disabled={typed === null} onClick={use}>
          {t('use')}
        </Button>
        <Button look="plain" size="small" disabled={typed === null} onClick={() => setTyped(null)}>
          {t('drop')}
        </Button>
      </div>
    </details>
  )
}
