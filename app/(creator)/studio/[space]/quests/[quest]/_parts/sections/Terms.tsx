'use client'

import { useTranslations } from 'next-intl'
import { Pick } from '../fields/ChoiceField.tsx'
import { MomentField } from '../fields/MomentField.tsx'
import { NumberInput, TermNumber } from '../fields/NumberField.tsx'
import { Said } from '../fields/Said.tsx'
import { Section } from '../fields/Section.tsx'
import { isRecord } from '../state/document.ts'
import { idOf, useAt } from '../state/editor.ts'

const paths = ['opensAt', 'closesAt', 'supply'] as const
const recurring = ['definition.recurrence'] as const

/** From when until when, and for how many. */
export function Terms() {
  const t = useTranslations('editor.terms')
  return (
    <Section title={t('title')} paths={paths} promised>
      <div className="grid gap-x-4 gap-y-4 sm:grid-cols-2">
        <MomentField path="opensAt" label={t('opens')} />
        <MomentField path="closesAt" label={t('closes')} />
        <TermNumber path="supply" label={t('supply')} hint={t('supplyHint')} unit={t('supplyUnit')} wrong="expected int" />
      </div>
    </Section>
  )
}

const everies = ['once', 'day', 'week'] as const

/** Whether the quest comes again each day or week, with a streak for those who keep it up. */
export function Recurrence() {
  const t = useTranslations('editor.recurrence')
  const path = 'definition.recurrence'
  const { value, set, problems } = useAt(path)
  const record = isRecord(value) ? value : null
  const every = record?.every === 'day' || record?.every === 'week' ? record.every : 'once'
  const rest = problems.filter(({ field }) => field !== `${path}.periods`)
  return (
    <Section title={t('title')} lead={t('lead')} paths={recurring} promised fold={{ open: value !== undefined, says: t(`says.${every}`) }}>
      <div className="grid gap-x-4 gap-y-4 sm:grid-cols-2">
        <Pick
          id={idOf(path)}
          label={t('every')}
          value={every}
          options={everies.map((each) => ({ value: each, words: t(`is.${each}`) }))}
          onPick={(next) => set(next === 'once' ? undefined : { periods: 7, ...record, every: next })}
        />
        {record && (
          <NumberInput
            path={`${path}.periods`}
            label={t('periods')}
            hint={t('periodsHint')}
            value={record.periods}
            problems={problems.filter(({ field }) => field === `${path}.periods`)}
            onChange={(periods) => set({ ...record, periods: periods ?? '' }, `${path}.periods`)}
          />
        )}
      </div>
      <Said id={`${idOf(path)}-said`} problems={rest} />
    </Section>
  )
}
