'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useContext, useState } from 'react'
import { api } from '#app/_client/api.ts'
import { codeOf, expectedOf, fieldOf, sayError } from '#app/_client/sayError.ts'
import type { RuleTemplate } from '#app/_data/views.ts'
import { Select } from '#app/_ui/rule/controls/Choices.tsx'
import { isRecord } from '#app/_ui/rule/controls/control.ts'
import type { Json } from '#app/_ui/rule/draft.ts'
import { RuleFacts } from '#app/_ui/rule/facts.ts'
import { jsonAt, withJsonAt } from '#app/_ui/rule/jsonAt.ts'
import { say } from '#app/_ui/say.ts'
import { FormHead } from './FormHead.tsx'
import { Outcome } from './Outcome.tsx'
import { TemplateField } from './TemplateField.tsx'
import { TemplateSources } from './TemplateSources.tsx'
import { unitOf } from './unitOf.ts'
import { useAnswer } from './useAnswer.ts'

type Props = { template: RuleTemplate; onAdd: (rule: Json, said: string) => void }

/** Typing pauses for so long before the server is asked. */
const pauseMs = 300

/** The fields of a template, what the rule will say, and on which contracts it stands. */
export function TemplateForm({ template, onAdd }: Props) {
  const t = useTranslations('contract.picker')
  const tRule = useTranslations('rule')
  const tErrors = useTranslations('errors')
  const locale = useLocale()
  const { chains } = useContext(RuleFacts)
  const nameOf = (id: string) => chains.find((chain) => chain.id === id)?.name ?? id
  // Those that are read here first: with them the rule can be tried.
  const [read, others] = [
    template.chains.filter((id) => chains.some((chain) => chain.id === id)),
    template.chains.filter((id) => !chains.some((chain) => chain.id === id)),
  ]
  const [chain, setChain] = useState(read.includes(template.example.chain) ? template.example.chain : (read[0] ?? template.example.chain))
  const [params, setParams] = useState<Json>(() => structuredClone(template.example.params) as Json)
  const { answer, error, late } = useAnswer(
    JSON.stringify([chain, params]),
    () => api.studio.contracts.build.mutate({ template: template.id, chain, params: isRecord(params) ? params : {} }),
    pauseMs,
  )
  const wrongField = error !== null && codeOf(error) === 'input.invalid' ? fieldOf(error) : null
  const errorAt = (field: string) =>
    wrongField === field || wrongField?.startsWith(`${field}.`) ? t('wrong', { expected: expectedOf(error) ?? '' }) : null
  const placed = ['chain', ...template.fields.map(({ path }) => `params.${path}`)]
  const elsewhere = error !== null && !placed.some((field) => errorAt(field) !== null)
  return (
    <>
      <FormHead title={say(template.title, locale)} lead={say(template.summary, locale)} />
      <div className="grid gap-x-5 gap-y-4 rounded-xl bg-sunken/60 p-4 sm:grid-cols-2">
        <Select
          field={{ path: 'chain', control: 'chain', label: { en: '', ja: '' }, required: true }}
          label={tRule('chain')}
          {...(read.length === 0 ? { hint: t('chainNotRead') } : {})}
          value={chain}
          onChange={(next) => typeof next === 'string' && setChain(next)}
          error={errorAt('chain')}
          options={[...read, ...others].map((id) => ({ value: id, words: nameOf(id) }))}
        />
        {template.fields.map((field) => (
          <div key={field.path} data-field={field.path} className={`min-w-0 ${field.control === 'token' ? 'sm:col-span-2' : ''}`}>
            <TemplateField
              field={field}
              label={say(field.label, locale)}
              {...(field.help ? { hint: say(field.help, locale) } : {})}
              value={jsonAt(params, field.path)}
              onChange={(value) => setParams(withJsonAt(params, field.path, value))}
              error={errorAt(`params.${field.path}`)}
              unit={unitOf(template, params)}
            />
          </div>
        ))}
      </div>
      <Outcome
        sentence={answer ? say(answer.sentence, locale) : null}
        warnings={(answer?.warnings ?? []).map(({ message }) => say(message, locale))}
        problem={elsewhere ? sayError(error, tErrors) : null}
        late={late}
        onAdd={() => answer && onAdd(answer.rule as unknown as Json, say(answer.sentence, locale))}
      />
      <TemplateSources sources={template.sources} chain={chain} nameOf={nameOf} />
    </>
  )
}
