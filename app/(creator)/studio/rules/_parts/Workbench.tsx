'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { addRule, type Draft, isGroup, type Json, toDraft, toRule } from '#app/_ui/rule/draft.ts'
import { type Facts, RuleFacts } from '#app/_ui/rule/facts.ts'
import { begin, record, redo, undo } from '#app/_ui/rule/history.ts'
import { RuleEditor } from '#app/_ui/rule/RuleEditor.tsx'
import { useReading } from '#app/_ui/rule/useReading.ts'
import { PickRule } from './PickRule.tsx'
import { RuleText } from './RuleText.tsx'
import { TryRule } from './TryRule.tsx'
import { WhatItSays } from './WhatItSays.tsx'

/** Where this browser keeps the rule that is being written. */
const place = 'cairn.workbench.rule'

/** The rule that was being written here last. Whatever else stands there is no rule to go on with. */
function kept(): Draft {
  try {
    const text = localStorage.getItem(place)
    return toDraft(text === null ? null : (JSON.parse(text) as Json))
  } catch {
    return toDraft(null)
  }
}

/** `spaces`: those whose contracts may be used. */
type Props = { facts: Facts; wallet: string; spaces: readonly { slug: string; name: string }[] }

/** The editor with what the rule says, and the way to try it. Every change is kept in this browser. */
export function Workbench({ facts, wallet, spaces }: Props) {
  const t = useTranslations('workbench')
  const [history, setHistory] = useState(() => begin(toDraft(null)))
  useEffect(() => setHistory(begin(kept())), [])
  const draft = history.present
  const rule = toRule(draft.root)
  const empty = isGroup(draft.root) && draft.root.of.length === 0
  const { reading, late } = useReading(empty ? null : rule)

  const change = (next: typeof history) => {
    setHistory(next)
    try {
      localStorage.setItem(place, JSON.stringify(toRule(next.present.root)))
    } catch {
      // A browser that keeps nothing: the page itself still does.
    }
  }
  return (
    <RuleFacts value={facts}>
      <div className="page grid grid-cols-[minmax(0,1fr)] items-start gap-x-10 gap-y-10 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-6">
          <PickRule
            spaces={spaces}
            onRule={(picked) => change(record(history, empty ? toDraft(picked) : addRule(draft, draft.root.id, picked)))}
          />
          <RuleEditor
            draft={draft}
            reading={reading}
            onEdit={(next, key) => change(record(history, next, key))}
            onUndo={history.past.length > 0 ? () => change(undo(history)) : null}
            onRedo={history.future.length > 0 ? () => change(redo(history)) : null}
          />
          <RuleText rule={rule} onRead={(read) => change(record(history, toDraft(read)))} />
        </div>
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-8 lg:sticky lg:top-22">
          {empty ? <p className="text-muted">{t('begin')}</p> : <WhatItSays reading={reading} late={late} />}
          {!empty && <TryRule rule={rule} wallet={wallet} ready={reading.sentence !== null && !late} />}
        </div>
      </div>
    </RuleFacts>
  )
}
