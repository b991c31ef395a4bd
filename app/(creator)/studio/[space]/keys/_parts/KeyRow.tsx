'use client'

import { useTranslations } from 'next-intl'
import type { ApiKey } from '#app/_data/views.ts'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { RevokeKey } from './RevokeKey.tsx'

const tones = { active: 'good', expired: 'plain', revoked: 'bad' } as const

/** A key as it can be told from others: its name and first letters, what it may do, when it was used and until when it counts. */
export function KeyRow({ space, apiKey, now }: { space: string; apiKey: ApiKey; now: number }) {
  const t = useTranslations('keys')
  const { name, prefix, scopes, paused, by, state, createdAt, expiresAt, lastUsedAt, revokedAt } = apiKey
  return (
    <li className="grid gap-3 py-5" data-key={prefix}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5">
        <div className="min-w-0 flex-1 basis-48">
          <h3 className="font-medium [overflow-wrap:anywhere]">{name}</h3>
          <p className="font-mono text-[0.8125rem] text-faint">{prefix}…</p>
        </div>
        <Tag tone={tones[state]}>{t(`state.${state}`)}</Tag>
        {state === 'active' && <RevokeKey space={space} apiKey={apiKey} />}
      </div>
      <ul aria-label={t('scopes')} className="flex flex-wrap gap-1.5">
        {scopes.map((scope) => (
          <li
            key={scope}
            className={`rounded-md bg-sunken px-2 py-0.5 font-mono text-[0.8125rem] ${paused.includes(scope) ? 'text-faint line-through' : 'text-muted'}`}
          >
            {scope}
          </li>
        ))}
      </ul>
      {state === 'active' && paused.length > 0 && <p className="text-sm text-muted">{t('paused')}</p>}
      <p className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-faint">
        <span>{lastUsedAt ? t.rich('used', { ago: () => <Ago at={lastUsedAt} now={now} /> }) : t('unused')}</span>
        <span>{t.rich(state === 'active' ? 'expires' : state, { ago: () => <Ago at={revokedAt ?? expiresAt} now={now} /> })}</span>
        <span>
          {by
            ? t.rich('madeBy', { by, ago: () => <Ago at={createdAt} now={now} /> })
            : t.rich('madeAt', { ago: () => <Ago at={createdAt} now={now} /> })}
        </span>
      </p>
    </li>
  )
}
