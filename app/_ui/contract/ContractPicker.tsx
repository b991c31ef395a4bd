'use client'

import { Tabs } from '@base-ui/react/tabs'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ContractItem, RuleTemplate } from '#app/_data/views.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Dialog } from '#app/_ui/base/Dialog.tsx'
import type { Json } from '#app/_ui/rule/draft.ts'
import { ItemForm } from './ItemForm.tsx'
import { ItemSearch } from './ItemSearch.tsx'
import { TemplateForm } from './TemplateForm.tsx'
import { TemplateList } from './TemplateList.tsx'

type Props = {
  /** Whose contracts are offered; templates alone without one. */
  space: string | null
  /** A rule that holds as it stands (one check or a group), and what it says in the reader's language. */
  onRule: (rule: Json, said: string) => void
  onClose: () => void
}
type Chosen = { template: RuleTemplate } | { item: ContractItem }
const tabs = ['templates', 'contracts'] as const

/** Makes a rule of a common action, or of a function or event of a contract that the space imported. Inside `RuleFacts`. */
export function ContractPicker({ space, onRule, onClose }: Props) {
  const t = useTranslations('contract.picker')
  const [tab, setTab] = useState<(typeof tabs)[number]>('templates')
  const [sought, setSought] = useState({ templates: '', contracts: '' })
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const add = (rule: Json, said: string) => {
    onRule(rule, said)
    onClose()
  }
  return (
    <Dialog wide title={t('title')} closeLabel={t('close')} onClose={onClose}>
      {chosen && (
        <>
          <Button look="plain" size="small" className="-ml-3 mb-3" onClick={() => setChosen(null)}>
            <span aria-hidden="true">←</span> {t('back')}
          </Button>
          {'template' in chosen ? (
            <TemplateForm key={chosen.template.id} template={chosen.template} onAdd={add} />
          ) : (
            <ItemForm key={`${chosen.item.address} ${chosen.item.declaration ?? chosen.item.selector}`} item={chosen.item} onAdd={add} />
          )}
        </>
      )}
      {/* Kept while a form is filled in, so that going back finds what was sought. */}
      <Tabs.Root value={tab} onValueChange={(next) => setTab(next)} hidden={chosen !== null}>
        <Tabs.List aria-label={t('title')} className="mb-4 flex gap-1 rounded-xl bg-sunken p-1">
          {tabs.map((name) => (
            <Tabs.Tab
              key={name}
              value={name}
              className="h-9 flex-1 rounded-lg px-3 text-[0.9375rem] font-medium text-muted hover:text-ink data-[active]:bg-surface data-[active]:text-ink data-[active]:shadow-sm"
            >
              {t(`tab.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="templates">
          <TemplateList
            sought={sought.templates}
            onSought={(templates) => setSought({ ...sought, templates })}
            onChoose={(template) => setChosen({ template })}
          />
        </Tabs.Panel>
        <Tabs.Panel value="contracts">
          {space === null ? (
            <p className="py-8 text-center text-muted">{t('noSpace')}</p>
          ) : (
            <ItemSearch
              space={space}
              sought={sought.contracts}
              onSought={(contracts) => setSought({ ...sought, contracts })}
              onChoose={(item) => setChosen({ item })}
            />
          )}
        </Tabs.Panel>
      </Tabs.Root>
    </Dialog>
  )
}
