'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { SignedQuest, Signer } from '#app/_data/studio/signer.ts'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { Button } from '#app/_ui/base/Button.tsx'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { say } from '#app/_ui/say.ts'
import { useSignerDeed } from './useSignerDeed.ts'

type Props = { space: string; signers: readonly Signer[]; quests: readonly SignedQuest[]; owns: boolean; now: number }

/** Quests in the slot: whose key each names, what waits for it, and the way to another key. */
export function QuestKeys({ space, signers, quests, owns, now }: Props) {
  const t = useTranslations('signer.quests')
  return (
    <section aria-labelledby="quests">
      <h2 id="quests" className="text-section font-semibold">
        {t('title')}
      </h2>
      <p className="mt-1 mb-4 max-w-2xl text-[0.9375rem] text-muted">{quests.length === 0 ? t('none') : t('text')}</p>
      {quests.length > 0 && (
        <ul className="slab divide-y divide-line px-5">
          {quests.map((quest) => (
            <QuestRow key={quest.slug} space={space} quest={quest} signers={signers} owns={owns} now={now} />
          ))}
        </ul>
      )}
    </section>
  )
}

type RowProps = Omit<Props, 'quests'> & { quest: SignedQuest }

function QuestRow({ space, quest, signers, owns, now }: RowProps) {
  const t = useTranslations('signer')
  const locale = useLocale()
  const { run, busy, problem } = useSignerDeed(space)
  const held = quest.signer ?? 'platform'
  const nameOf = (id: string) =>
    id === 'platform' ? t('platform') : (signers.find((signer) => signer.id === id)?.name ?? t('quests.unknown'))
  const choices = ['platform', ...signers.filter(({ state }) => state !== 'new').map(({ id }) => id)].filter(
    (id) => id !== (quest.next ?? held),
  )
  const [to, setTo] = useState('')
  const chosen = choices.includes(to) ? to : (choices[0] ?? '')
  const move = () => run('move', (api) => api.moveQuest.mutate({ space, quest: quest.slug, id: chosen === 'platform' ? null : chosen }))
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-2.5 py-4">
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-medium [overflow-wrap:anywhere]">{say(quest.title, locale)}</p>
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-[0.875rem] text-faint">
          {quest.opened ? `${t('quests.signer')}: ${nameOf(held)}` : t('quests.opening')}
          {quest.next !== null && <Tag tone="accent">{t('quests.moving', { name: nameOf(quest.next) })}</Tag>}
        </p>
      </div>
      {quest.waiting > 0 && quest.since !== null && (
        <p className="text-[0.9375rem] text-bad">
          {t('waits', { count: quest.waiting })} · <Ago at={quest.since} now={now} />
        </p>
      )}
      {owns && quest.movable && choices.length > 0 && (
        <div className="flex items-center gap-2">
          <select
            aria-label={t('quests.moveTo', { quest: say(quest.title, locale) })}
            value={chosen}
            onChange={(event) => setTo(event.target.value)}
            className="h-8 max-w-44 rounded-lg border border-edge bg-surface px-2 text-sm"
          >
            {choices.map((id) => (
              <option key={id} value={id}>
                {nameOf(id)}
              </option>
            ))}
          </select>
          <Button look="quiet" size="small" disabled={busy !== null} onClick={move}>
            {t('quests.move')}
          </Button>
        </div>
      )}
      <p aria-live="polite" className="w-full text-sm text-bad empty:hidden">
        {problem}
      </p>
    </li>
  )
}
