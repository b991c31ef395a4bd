'use client'

import { useTranslations } from 'next-intl'
import { Button } from '#app/_ui/base/Button.tsx'
import { Drawing } from '#app/_ui/base/Icon.tsx'
import { Bilingual } from '../fields/Bilingual.tsx'
import { MarkdownField } from '../fields/MarkdownField.tsx'
import { RemoveButton } from '../fields/rows.tsx'
import { Said } from '../fields/Said.tsx'
import { idOf, useAt } from '../state/editor.ts'
import { moved } from './steps.ts'

const most = 12
const strokes = { up: 'M10 16V5M5.5 9.5L10 5l4.5 4.5', down: 'M10 4v11M5.5 10.5L10 15l4.5-4.5' } as const

/** Cards that are read before a step is done: a title and a text in Markdown each, in both languages. */
export function LessonCards({ path }: { path: string }) {
  const t = useTranslations('editor.cards')
  const { value, set, problems } = useAt(path)
  const cards = Array.isArray(value) ? value : []
  const put = (next: typeof cards) => set(next.length === 0 ? undefined : next, `${path} list`)
  const own = problems.filter(({ field }) => field === path)
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-[0.9375rem] font-medium">{t('title')}</legend>
      <p className="mb-3 text-sm text-faint">{t('hint')}</p>
      <ol id={idOf(path)} className="grid gap-4">
        {cards.map((_, i) => {
          const at = `${path}.${i}`
          const number = i + 1
          const tool = (what: 'up' | 'down', to: number) => (
            <button
              type="button"
              aria-label={t(what, { number })}
              title={t(what, { number })}
              disabled={to < 0 || to >= cards.length}
              onClick={() => put(moved(cards, i, to))}
              className="grid size-9 place-items-center rounded-lg text-muted hover:bg-sunken hover:text-ink disabled:opacity-35"
            >
              <Drawing path={strokes[what]} className="size-4" />
            </button>
          )
          return (
            // Cards are their places: nothing else tells them apart.
            <li key={at} className="rounded-xl bg-sunken/60 p-4">
              <div className="mb-2 flex items-center">
                <p className="mr-auto font-medium">{t('card', { number })}</p>
                {tool('up', i - 1)}
                {tool('down', i + 1)}
                <RemoveButton words={t('remove', { number })} onClick={() => put(cards.toSpliced(i, 1))} />
              </div>
              <div className="grid gap-4">
                <Bilingual path={`${at}.title`} label={t('name', { number })} />
                <MarkdownField path={`${at}.text`} label={t('text', { number })} rows={5} />
              </div>
            </li>
          )
        })}
      </ol>
      <Said id={`${idOf(path)}-said`} problems={own} />
      {cards.length < most && (
        <Button look="quiet" size="small" className="mt-3" onClick={() => put([...cards, {}])}>
          {t('add')}
        </Button>
      )}
    </fieldset>
  )
}
