'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useContext, useState } from 'react'
import type { ContractItem } from '#app/_data/views.ts'
import { CheckFields } from '#app/_ui/rule/CheckFields.tsx'
import { type Draft, isGroup, type Json, toDraft, toRule } from '#app/_ui/rule/draft.ts'
import { EditingContext } from '#app/_ui/rule/editing.ts'
import { RuleFacts } from '#app/_ui/rule/facts.ts'
import { below } from '#app/_ui/rule/reading.ts'
import { useReading } from '#app/_ui/rule/useReading.ts'
import { say } from '#app/_ui/say.ts'
import { checkOf, formFor } from './checkOf.ts'
import { FormHead } from './FormHead.tsx'
import { Outcome } from './Outcome.tsx'

type Props = { item: ContractItem; onAdd: (rule: Json, said: string) => void }

/** A check of one function or event: the form of its kind, with the contract and the declaration settled. */
export function ItemForm({ item, onAdd }: Props) {
  const t = useTranslations('contract')
  const locale = useLocale()
  const { kinds, chains } = useContext(RuleFacts)
  const kind = kinds.find(({ id }) => id === item.kind)
  const [draft, setDraft] = useState<Draft>(() => toDraft(checkOf(item) as Json | null))
  const { root } = draft
  const rule = toRule(root)
  const { reading, late } = useReading(rule)
  if (isGroup(root) || !kind) return <p className="text-muted">{t('picker.unusable')}</p>
  const chain = chains.find(({ id }) => id === item.chain)?.name ?? item.chain
  const form = formFor(kind, item)
  return (
    <EditingContext value={{ draft, reading, paths: new Map([[root.id, '']]), edit: setDraft }}>
      <FormHead
        title={item.name || item.selector}
        lead={
          <>
            <span className="block font-mono text-[0.8125rem] break-all">{item.declaration ?? t('picker.bare')}</span>
            <span className="block text-sm">{t('picker.at', { chain, address: item.address })}</span>
          </>
        }
      />
      <CheckFields part={root} kind={form} issues={below('', reading.issues)} warnings={[]} />
      <Outcome
        sentence={reading.sentence && say(reading.sentence, locale)}
        warnings={reading.warnings.map(({ message }) => say(message, locale))}
        problem={null}
        late={late}
        onAdd={() => reading.sentence && onAdd(rule, say(reading.sentence, locale))}
      />
    </EditingContext>
  )
}
