'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import type { KeyScope, MadeApiKey } from '#app/_data/views.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { CopyCode } from '#app/_ui/share/CopyCode.tsx'

type Props = { made: MadeApiKey; scopes: readonly KeyScope[]; space: string; origin: string; onKept: () => void }

/** A read that a key of this scope opens, for a first try; keys that only write have nothing to read. */
const tries: readonly (readonly [KeyScope, string])[] = [
  ['quests:read', '/quests'],
  ['webhooks:read', '/webhooks'],
  ['lists:read', '/lists'],
]

/** A key, this once. It stays until somebody says that it was kept; no reload brings it back. */
export function MadeKey({ made, scopes, space, origin, onKept }: Props) {
  const t = useTranslations('keys.made')
  const head = useRef<HTMLHeadingElement>(null)
  // The form is gone: without this the keyboard would be nowhere.
  useEffect(() => head.current?.focus(), [])
  const words = { copy: t('copy'), copied: t('copied'), failed: t('copyFailed') }
  const path = tries.find(([scope]) => scopes.includes(scope))?.[1]
  const snippet = `curl ${origin}/v1/spaces/${space}${path} \\\n  -H "authorization: Bearer $CAIRN_KEY"`
  return (
    <div className="grid gap-5" data-made-key="">
      <div>
        <h3 ref={head} tabIndex={-1} className="font-semibold outline-none">
          {t('title')}
        </h3>
        <p className="mt-1 text-[0.9375rem] text-muted">{t('text')}</p>
      </div>
      <CopyCode label={t('key')} code={made.key} words={words} />
      {path && <CopyCode label={t('try')} code={snippet} words={words} />}
      <Button onClick={onKept}>{t('kept')}</Button>
    </div>
  )
}
