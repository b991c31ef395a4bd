'use client'

import { useTranslations } from 'next-intl'
import { AddCheck } from './AddCheck.tsx'
import { CheckView } from './CheckView.tsx'
import { changeGroup, type Group, type GroupPart, isGroup, type Part } from './draft.ts'
import { useEditing } from './editing.ts'
import { PartTools } from './PartTools.tsx'
import { below } from './reading.ts'

const groups: readonly Group[] = ['all', 'any', 'atLeast', 'none']

/** Several parts and how many of them it takes. */
function GroupView({ part }: { part: GroupPart }) {
  const t = useTranslations('rule')
  const { draft, edit, reading, paths } = useEditing()
  const name = t(`group.${part.group}`)
  const wrong = below(paths.get(part.id) ?? '', reading.issues).filter(({ field }) =>
    ['', 'all', 'any', 'not', 'atLeast', 'atLeast.n'].includes(field),
  )
  return (
    <fieldset className="min-w-0 rounded-card border border-line bg-surface">
      <legend className="sr-only">{name}</legend>
      <div className="flex flex-wrap items-center gap-2 border-b border-line px-3 py-1.5">
        <select
          aria-label={t('howMany')}
          value={part.group}
          onChange={({ target }) => edit(changeGroup(draft, part.id, target.value as Group, part.n))}
          className="h-8 rounded-lg border border-edge bg-surface px-2 text-sm font-medium"
        >
          {groups.map((group) => (
            <option key={group} value={group}>
              {t(`group.${group}`)}
            </option>
          ))}
        </select>
        {part.group === 'atLeast' && (
          <label className="flex items-center gap-1.5 text-sm text-muted">
            <input
              type="number"
              aria-label={t('least')}
              min={1}
              max={Math.max(1, part.of.length)}
              value={part.n}
              onChange={({ target }) => edit(changeGroup(draft, part.id, 'atLeast', target.valueAsNumber || 1), `n ${part.id}`)}
              className="h-8 w-16 rounded-lg border border-edge bg-surface px-2 text-ink tabular-nums"
            />
            {t('ofThese', { count: part.of.length })}
          </label>
        )}
        <PartTools id={part.id} group name={name} />
      </div>
      <ul className="divide-y divide-line">
        {part.of.map((child) => (
          <li key={child.id} className="p-3">
            <PartView part={child} />
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-3 pt-1 pb-3">
        <AddCheck to={part.id} look="quiet" />
        {wrong.map(({ path, expected }) => (
          <p key={`${path}${expected}`} className="text-sm text-bad">
            {part.of.length === 0 ? t('emptyGroup') : expected}
          </p>
        ))}
      </div>
    </fieldset>
  )
}

export const PartView = ({ part }: { part: Part }) => (isGroup(part) ? <GroupView part={part} /> : <CheckView part={part} />)
