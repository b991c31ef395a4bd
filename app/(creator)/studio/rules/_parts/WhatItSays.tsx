'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { RuleReading } from '#app/_data/views.ts'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { say } from '#app/_ui/say.ts'

/** The rule as members will read it, what is wrong with it, and what should be thought of. */
export function WhatItSays({ reading: { sentence, issues, warnings }, late }: { reading: RuleReading; late: boolean }) {
  const t = useTranslations('workbench')
  const locale = useLocale()
  return (
    <section aria-labelledby="says" aria-busy={late} className="slab px-5 py-4">
      <h2 id="says" className="text-section font-semibold">
        {t('says')}
      </h2>
      <div aria-live="polite" className="mt-2">
        {sentence && <p className="leading-relaxed">{say(sentence, locale)}</p>}
        {issues.length > 0 && (
          <>
            <p className="text-bad">{t('problems', { count: issues.length })}</p>
            <ul className="mt-2 grid gap-2 text-sm">
              {issues.slice(0, 8).map(({ path, expected, found }) => (
                <li key={`${path} ${expected}`}>
                  <code className="font-mono text-[0.8125rem] break-all text-faint">{path || t('wholeRule')}</code>
                  <p className="break-words">
                    {expected} <span className="text-muted">{t('found', { found })}</span>
                  </p>
                </li>
              ))}
            </ul>
          </>
        )}
        {!sentence && issues.length === 0 && <p className="text-muted">{t('reading')}</p>}
      </div>
      {warnings.length > 0 && (
        <ul className="mt-4 grid gap-2.5 border-t border-line pt-4 text-[0.9375rem]">
          {warnings.map(({ code, path, message }) => (
            <li key={`${code} ${path}`} className="flex gap-2.5">
              <Icon name="warning" className="mt-0.5 size-4.5 text-accent-text" />
              <span className="min-w-0 break-words">{say(message, locale)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
