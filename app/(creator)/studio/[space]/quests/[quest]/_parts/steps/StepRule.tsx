'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { addRule, type Draft, isGroup, type Json, toDraft, toRule } from '#app/_ui/rule/draft.ts'
import { RuleEditor } from '#app/_ui/rule/RuleEditor.tsx'
import type { Reading } from '#app/_ui/rule/reading.ts'
import { say } from '#app/_ui/say.ts'
import { Said } from '../fields/Said.tsx'
import { same } from '../state/document.ts'
import { idOf, useAt } from '../state/editor.ts'
import { PickRule } from './PickRule.tsx'

/** The rule of a draft; nothing yet where it is an empty group. */
const ruleOf = ({ root }: Draft): Json => (isGroup(root) && root.of.length === 0 ? null : toRule(root))

type Props = { path: string; rule: Json; reading: Reading; late: boolean }

/** The rule of a step, as sentences that are changed where they stand. The quest's own undo takes changes back. */
export function StepRule({ path, rule, reading, late }: Props) {
  const t = useTranslations('editor.steps')
  const locale = useLocale()
  const { set, problems } = useAt(path)
  const [held, setHeld] = useState(() => ({ rule, draft: toDraft(rule) }))
  // Changed from elsewhere: undone, merged, or restored. Parts get new ids then.
  const draft = same(held.rule, rule) ? held.draft : toDraft(rule)
  if (draft !== held.draft) setHeld({ rule, draft })
  const edit = (next: Draft, key?: string) => {
    const written = ruleOf(next)
    setHeld({ rule: written, draft: next })
    set(written ?? undefined, key === undefined ? undefined : `${path} ${key}`)
  }
  // What the rule itself says is beside its fields already; these are about the rule within its quest.
  const around = problems.filter(({ field, found }) => field === path && found !== 'nothing')
  return (
    <div id={idOf(path)} tabIndex={-1} className="min-w-0 outline-none">
      <RuleEditor
        name={t('ruleOf', { number: Number(path.split('.')[2]) + 1 })}
        draft={draft}
        reading={reading}
        onEdit={edit}
        more={<PickRule onRule={(picked) => edit(ruleOf(draft) === null ? toDraft(picked) : addRule(draft, draft.root.id, picked))} />}
      />
      {reading.sentence && isGroup(draft.root) && (
        <p aria-busy={late} className="mt-3 rounded-lg bg-sunken px-3.5 py-2.5 text-[0.9375rem] break-words">
          <span className="text-muted">{t('says')} </span>
          {say(reading.sentence, locale)}
        </p>
      )}
      <Said id={`${idOf(path)}-said`} problems={around} className="mt-2" />
    </div>
  )
}
