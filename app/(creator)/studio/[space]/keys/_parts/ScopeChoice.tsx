'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import type { KeyScope } from '#app/_data/views.ts'

type Props = {
  scopes: readonly KeyScope[]
  chosen: readonly KeyScope[]
  onChange: (next: readonly KeyScope[]) => void
  error: string | null
}

/** What a key may do: each scope with what it opens. */
export function ScopeChoice({ scopes, chosen, onChange, error }: Props) {
  const t = useTranslations('keys')
  const id = useId()
  const toggle = (scope: KeyScope) => onChange(chosen.includes(scope) ? chosen.filter((one) => one !== scope) : [...chosen, scope])
  return (
    <fieldset aria-describedby={`${id}-says`}>
      <legend className="mb-2 text-[0.9375rem] font-medium">{t('scopes')}</legend>
      <div className="grid gap-0.5">
        {scopes.map((scope) => (
          <label key={scope} className="-mx-2 flex cursor-pointer items-start gap-3 rounded-lg px-2 py-1.5 hover:bg-sunken">
            <input type="checkbox" className="mt-1 size-4.5 shrink-0" checked={chosen.includes(scope)} onChange={() => toggle(scope)} />
            <span className="min-w-0">
              <span className="block text-[0.9375rem]">{t(`scope.${scope.replace(':', '-') as ScopeName}`)}</span>
              <span className="block font-mono text-[0.8125rem] text-faint">{scope}</span>
            </span>
          </label>
        ))}
      </div>
      <p id={`${id}-says`} aria-live="polite" className="mt-1.5 text-sm text-bad empty:hidden">
        {error}
      </p>
    </fieldset>
  )
}

/** Names of texts have no colon. */
type ScopeName = KeyScope extends infer S ? (S extends `${infer A}:${infer B}` ? `${A}-${B}` : never) : never
