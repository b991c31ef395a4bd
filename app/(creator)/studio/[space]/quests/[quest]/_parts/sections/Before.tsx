'use client'

import { useTranslations } from 'next-intl'
import { inputClass } from '#app/_ui/rule/controls/control.ts'
import type { Json } from '#app/_ui/rule/draft.ts'
import { NumberInput } from '../fields/NumberField.tsx'
import { QuestInput } from '../fields/QuestInput.tsx'
import { AddButton, RemoveButton } from '../fields/rows.tsx'
import { Said } from '../fields/Said.tsx'
import { Section } from '../fields/Section.tsx'
import { isRecord, type JsonRecord } from '../state/document.ts'
import { idOf, useAt } from '../state/editor.ts'
import { problemsAt } from '../state/problems.ts'

const path = 'definition.prerequisites'
const paths = [path] as const
const kinds = ['quest', 'credential', 'score'] as const
const most = 5

/** What somebody must have before the quest: another quest, its CUBE, or a reputation. */
export function Before() {
  const t = useTranslations('editor.before')
  const { value, set, problems } = useAt(path)
  const rows: JsonRecord[] = Array.isArray(value) ? value.map((row) => (isRecord(row) ? row : {})) : []
  const change = (next: JsonRecord[], key?: string) => set(next.length === 0 ? undefined : next, key)
  const own = problems.filter(({ field }) => !/\.\d+\./.test(field))
  return (
    <Section
      title={t('title')}
      lead={t('lead')}
      paths={paths}
      promised
      fold={{ open: rows.length > 0, says: rows.length === 0 ? t('none') : t('count', { count: rows.length }) }}
    >
      <ul id={idOf(path)} className="grid gap-4">
        {rows.map((row, i) => {
          const at = `${path}.${i}`
          const number = i + 1
          const put = (next: JsonRecord, key?: string) => change(rows.with(i, next), key)
          return (
            // Rows are their places: nothing else tells them apart.
            <li key={at} className="flex items-start gap-2">
              <div className="grid flex-1 gap-x-4 gap-y-2 sm:grid-cols-2">
                <label className="block min-w-0">
                  <span className="mb-1 block text-sm font-medium">{t('kind', { number })}</span>
                  <select
                    value={String(row.kind)}
                    onChange={({ target }) =>
                      put(target.value === 'score' ? { kind: 'score', min: 100 } : withQuest(target.value, row.quest))
                    }
                    className={`h-10 ${inputClass}`}
                  >
                    {kinds.map((kind) => (
                      <option key={kind} value={kind}>
                        {t(`kinds.${kind}`)}
                      </option>
                    ))}
                  </select>
                </label>
                {row.kind === 'score' ? (
                  <NumberInput
                    path={`${at}.min`}
                    label={t('least', { number })}
                    value={row.min}
                    problems={problemsAt(`${at}.min`, problems)}
                    onChange={(min) => put({ ...row, min: min ?? '' }, `${at}.min`)}
                  />
                ) : (
                  <QuestInput
                    path={`${at}.quest`}
                    label={t('quest', { number })}
                    hint={t('questHint')}
                    value={row.quest}
                    problems={problemsAt(`${at}.quest`, problems)}
                    onChange={(quest) => put({ ...row, quest: quest ?? '' }, `${at}.quest`)}
                  />
                )}
              </div>
              <RemoveButton className="mt-6.5" words={t('remove', { number })} onClick={() => change(rows.toSpliced(i, 1))} />
            </li>
          )
        })}
      </ul>
      <Said id={`${idOf(path)}-said`} problems={own} />
      {rows.length < most && (
        <AddButton
          className={rows.length > 0 ? 'mt-3' : ''}
          words={t('add')}
          onClick={() => change([...rows, { kind: 'quest', quest: '' }])}
        />
      )}
    </Section>
  )
}

const withQuest = (kind: string, quest: Json | undefined): JsonRecord => ({ kind, quest: typeof quest === 'string' ? quest : '' })
