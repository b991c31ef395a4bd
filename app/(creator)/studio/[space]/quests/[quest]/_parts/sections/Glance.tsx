'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Length } from '#app/_ui/rule/controls/Seconds.tsx'
import { Pick, PickField, SelectField } from '../fields/ChoiceField.tsx'
import { NumberField } from '../fields/NumberField.tsx'
import { isWrong, Said } from '../fields/Said.tsx'
import { Section } from '../fields/Section.tsx'
import { idOf, useAt, useEditor } from '../state/editor.ts'

const paths = [
  'definition.category',
  'definition.difficulty',
  'definition.minutes',
  'definition.points',
  'definition.expiresAfterSeconds',
] as const

/** In the order of the slot's own numbers, which the server keeps. */
const categories = ['defi', 'nft', 'identity', 'learn', 'social', 'infrastructure'] as const
const difficulties = [1, 2, 3] as const

/** What a card of the quest says at a glance, and what its CUBE is worth. */
export function Glance() {
  const t = useTranslations('editor.glance')
  const tQuests = useTranslations('quests')
  const { launched } = useEditor()
  return (
    <Section title={t('title')} paths={paths}>
      <div className="grid gap-x-4 gap-y-4 sm:grid-cols-2">
        <Promised>
          <SelectField
            path="definition.category"
            label={t('category')}
            choose={t('choose')}
            options={categories.map((value) => ({ value, words: tQuests(`category.${value}`) }))}
          />
        </Promised>
        <PickField
          path="definition.difficulty"
          label={t('difficulty')}
          options={difficulties.map((value) => ({ value, words: tQuests(`difficulty.${value}`) }))}
        />
        <NumberField path="definition.minutes" label={t('minutes')} hint={t('minutesHint')} unit={t('minutesUnit')} />
        <Promised>
          <NumberField path="definition.points" label={t('points')} hint={t('pointsHint')} unit={t('pointsUnit')} />
        </Promised>
        <div className="sm:col-span-2">
          <Promised>
            <Expiry />
          </Promised>
        </div>
      </div>
      {launched && <p className="mt-4 text-sm text-faint">{t('promised')}</p>}
    </Section>
  )
}

/** What the launch promised stays as it is. */
const Promised = ({ children }: { children: ReactNode }) => (
  <fieldset disabled={useEditor().launched} className="min-w-0">
    {children}
  </fieldset>
)

const month = 30 * 86_400

/** How long a CUBE counts: 0 seconds is for good. */
function Expiry() {
  const t = useTranslations('editor.glance')
  const path = 'definition.expiresAfterSeconds'
  const { value, set, problems } = useAt(path)
  const mode = value === undefined ? undefined : value === 0 ? 'good' : 'time'
  return (
    <div>
      <Pick
        id={idOf(path)}
        label={t('expiry')}
        value={mode}
        options={[
          { value: 'good', words: t('forGood') },
          { value: 'time', words: t('forTime') },
        ]}
        onPick={(next) => set(next === 'good' ? 0 : month)}
      />
      {mode === 'time' && (
        <div className="mt-2 max-w-72">
          <Length label={t('forTime')} value={value} onChange={(next) => set(next ?? '')} invalid={isWrong(problems)} />
        </div>
      )}
      <Said id={`${idOf(path)}-what`} problems={problems} hint={t('expiryHint')} />
    </div>
  )
}
