'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { inputClass, textOf } from '#app/_ui/rule/controls/control.ts'
import { isWrong, Said } from '../fields/Said.tsx'
import { Section } from '../fields/Section.tsx'
import { isRecord } from '../state/document.ts'
import { idOf, useAt } from '../state/editor.ts'
import { problemsAt } from '../state/problems.ts'

const path = 'definition.split'
const paths = [path] as const
const whom = ['creator', 'publisher', 'referrer'] as const

/** Who shares the fees that the slot takes for the quest. Kept in basis points, written in percent. */
export function Fees() {
  const t = useTranslations('editor.fees')
  const { value, set, problems } = useAt(path)
  const record = isRecord(value) ? value : null
  const shares = whom.map((each) => Number(record?.[each] ?? 0))
  const left = 10_000 - shares.reduce((sum, share) => sum + share, 0)
  const change = (who: (typeof whom)[number], share: number | string) => {
    const next = { creator: 0, publisher: 0, referrer: 0, ...record, [who]: share }
    set(whom.every((each) => next[each] === 0) ? undefined : next, `${path}.${who}`)
  }
  const own = problems.filter(({ field }) => field === path)
  return (
    <Section
      title={t('title')}
      lead={t('lead')}
      paths={paths}
      promised
      fold={{ open: value !== undefined, says: t(record ? 'shared' : 'none') }}
    >
      <div id={idOf(path)} className="grid gap-4 sm:grid-cols-3">
        {whom.map((who) => (
          <Percent
            key={who}
            path={`${path}.${who}`}
            label={t(who)}
            hint={t(`${who}Hint`)}
            value={record?.[who] ?? 0}
            problems={problemsAt(`${path}.${who}`, problems)}
            onChange={(share) => change(who, share)}
          />
        ))}
      </div>
      <p className="mt-3 text-sm text-muted">{Number.isFinite(left) && left >= 0 && t('left', { percent: left / 100 })}</p>
      <Said id={`${idOf(path)}-said`} problems={own} />
    </Section>
  )
}

type Props = {
  path: string
  label: string
  hint: string
  value: Parameters<typeof textOf>[0]
  problems: Parameters<typeof Said>[0]['problems']
  onChange: (share: number | string) => void
}

function Percent({ path: at, label, hint, value, problems, onChange }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  const id = idOf(at)
  const shown = typed ?? (typeof value === 'number' ? String(value / 100) : textOf(value))
  const change = (text: string) => {
    setTyped(text)
    const percent = /^\d{1,3}(?:[.,]\d{1,2})?$/.test(text.trim()) ? Number(text.replace(',', '.')) : null
    onChange(text.trim() === '' ? 0 : percent === null ? text : Math.round(percent * 100))
  }
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {label}
      </label>
      <div className="flex items-center gap-2">
        <input
          id={id}
          inputMode="decimal"
          value={shown}
          onChange={({ target }) => change(target.value)}
          onBlur={() => typeof value === 'number' && setTyped(null)}
          aria-describedby={`${id}-says`}
          aria-invalid={isWrong(problems)}
          className={`h-10 ${inputClass}`}
        />
        <span className="text-sm text-muted">%</span>
      </div>
      <Said id={`${id}-says`} problems={problems} hint={hint} />
    </div>
  )
}
