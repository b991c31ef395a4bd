'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useContext } from 'react'
import { api } from '#app/_client/api.ts'
import { sayError } from '#app/_client/sayError.ts'
import type { RuleTemplate } from '#app/_data/views.ts'
import { Skeleton } from '#app/_ui/base/Skeleton.tsx'
import { RuleFacts } from '#app/_ui/rule/facts.ts'
import { say } from '#app/_ui/say.ts'
import { SearchLine } from './SearchLine.tsx'
import { useAnswer } from './useAnswer.ts'

type Props = { sought: string; onSought: (text: string) => void; onChoose: (template: RuleTemplate) => void }

/** Common actions by what they are about. Those of chains that are not read here say so: their rules could not be tried. */
export function TemplateList({ sought, onSought, onChoose }: Props) {
  const t = useTranslations('contract')
  const tErrors = useTranslations('errors')
  const locale = useLocale()
  const { chains } = useContext(RuleFacts)
  const { answer, error } = useAnswer('templates', () => api.studio.contracts.templates.query())
  const words = sought.toLowerCase().split(/\s+/)
  const found = (answer ?? []).filter(({ id, category, title, summary, sources }) => {
    const names = sources.map(({ name }) => name)
    const text = [id, t(`category.${category}`), title.en, title.ja, summary.en, summary.ja, ...names].join(' ').toLowerCase()
    return words.every((word) => text.includes(word))
  })
  const groups = [...Map.groupBy(found, ({ category }) => category)]
  const isRead = (template: RuleTemplate) => template.chains.some((id) => chains.some((chain) => chain.id === id))
  return (
    <>
      <SearchLine label={t('picker.searchTemplates')} value={sought} onChange={onSought} />
      {error !== null && <p className="text-bad">{sayError(error, tErrors)}</p>}
      {answer === null && error === null && <ListShape />}
      <div className="-mx-3 max-h-[54dvh] overflow-y-auto">
        {groups.map(([category, templates]) => (
          <section key={category} aria-label={t(`category.${category}`)}>
            <h3 className="px-3 pt-2 pb-1 text-sm font-medium text-faint">{t(`category.${category}`)}</h3>
            <ul>
              {templates.map((template) => (
                <li key={template.id}>
                  <button
                    type="button"
                    data-template={template.id}
                    className="w-full rounded-lg px-3 py-2 text-left -outline-offset-2 hover:bg-sunken"
                    onClick={() => onChoose(template)}
                  >
                    <span className="flex flex-wrap items-baseline gap-x-3">
                      <span className="font-medium">{say(template.title, locale)}</span>
                      {!isRead(template) && <span className="text-sm text-faint">{t('picker.notRead')}</span>}
                    </span>
                    <span className="block text-sm text-muted">{say(template.summary, locale)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      {answer !== null && found.length === 0 && <p className="py-4 text-muted">{t('picker.noTemplate')}</p>}
    </>
  )
}

/** Still rows in the place of a list that is on its way. */
export const ListShape = () => (
  <div className="grid gap-4 py-2">
    {[0, 1, 2, 3, 4].map((row) => (
      <div key={row} className="grid gap-1.5">
        <Skeleton className="h-4 w-2/5" />
        <Skeleton className="h-3.5 w-4/5" />
      </div>
    ))}
  </div>
)
