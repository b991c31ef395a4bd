'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#app/_ui/base/Button.tsx'
import { ContractPicker } from '#app/_ui/contract/ContractPicker.tsx'
import type { Json } from '#app/_ui/rule/draft.ts'

/** A rule from a template, or from a contract of one of the spaces that the member writes for. */
export function PickRule({ spaces, onRule }: { spaces: readonly { slug: string; name: string }[]; onRule: (rule: Json) => void }) {
  const t = useTranslations('workbench.pick')
  const [open, setOpen] = useState(false)
  const [space, setSpace] = useState(spaces[0]?.slug ?? null)
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Button look="quiet" size="small" onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      {spaces.length > 1 && (
        <label className="flex min-w-0 items-center gap-2 text-sm text-muted">
          {t('contractsOf')}
          <select
            value={space ?? ''}
            onChange={({ target }) => setSpace(target.value)}
            className="h-8 min-w-0 max-w-48 rounded-lg border border-edge bg-surface px-2 text-ink"
          >
            {spaces.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {open && <ContractPicker space={space} onRule={onRule} onClose={() => setOpen(false)} />}
    </div>
  )
}
