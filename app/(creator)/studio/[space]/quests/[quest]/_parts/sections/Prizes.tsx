'use client'

import { useTranslations } from 'next-intl'
import type { Json } from '#app/_ui/rule/draft.ts'
import { Pick } from '../fields/ChoiceField.tsx'
import { CoinInput } from '../fields/CoinInput.tsx'
import { NumberInput } from '../fields/NumberField.tsx'
import { AddButton, RemoveButton } from '../fields/rows.tsx'
import { Said } from '../fields/Said.tsx'
import { Section } from '../fields/Section.tsx'
import { isRecord, type JsonRecord } from '../state/document.ts'
import { idOf, useAt } from '../state/editor.ts'
import { problemsAt } from '../state/problems.ts'

const path = 'definition.prize'
const paths = [path] as const
const modes = ['none', 'raffle', 'first', 'tiers'] as const
type Mode = (typeof modes)[number]

/** A tenth of a coin, in its smallest unit. */
const tenth = String(10n ** 17n)

const starts: Record<Mode, Json | undefined> = {
  none: undefined,
  raffle: { mode: 'raffle', winners: 10, token: 0, perWinner: tenth },
  first: { mode: 'tiers', token: 0, tiers: [{ places: 10, perWinner: tenth }] },
  tiers: {
    mode: 'tiers',
    token: 0,
    tiers: [
      { places: 1, perWinner: String(10n ** 18n) },
      { places: 9, perWinner: tenth },
    ],
  },
}

const tiersOf = (record: JsonRecord | null): JsonRecord[] =>
  Array.isArray(record?.tiers) ? record.tiers.map((tier) => (isRecord(tier) ? tier : {})) : []

function modeOf(record: JsonRecord | null): Mode {
  if (!record) return 'none'
  if (record.mode === 'raffle') return 'raffle'
  return tiersOf(record).length > 1 ? 'tiers' : 'first'
}

/** What some of those who complete the quest get: drawn among all, to the first ones, or by rank. */
export function Prizes() {
  const t = useTranslations('editor.prizes')
  const { value, set, problems } = useAt(path)
  const record = isRecord(value) ? value : null
  const mode = modeOf(record)
  const tiers = tiersOf(record)
  const at = (below: string) => problemsAt(`${path}.${below}`, problems)
  const setTiers = (next: JsonRecord[], key?: string) => set({ ...record, tiers: next }, key)
  const own = problems.filter(({ field }) => field === path || field === `${path}.tiers`)
  return (
    <Section title={t('title')} lead={t('lead')} paths={paths} promised fold={{ open: value !== undefined, says: t(`is.${mode}`) }}>
      <Pick
        id={idOf(path)}
        label={t('how')}
        hint={t(`hint.${mode}`)}
        value={mode}
        options={modes.map((each) => ({ value: each, words: t(`is.${each}`) }))}
        onPick={(next) => set(starts[modes.find((each) => each === next) ?? 'none'])}
      />
      {mode === 'raffle' && record && (
        <div className="mt-4 grid gap-4 sm:grid-cols-2">
          <NumberInput
            path={`${path}.winners`}
            label={t('winners')}
            value={record.winners}
            problems={at('winners')}
            onChange={(winners) => set({ ...record, winners: winners ?? '' }, `${path}.winners`)}
          />
          <CoinInput
            path={`${path}.perWinner`}
            label={t('each')}
            value={record.perWinner}
            problems={at('perWinner')}
            onChange={(perWinner) => set({ ...record, perWinner }, `${path}.perWinner`)}
          />
        </div>
      )}
      {tiers.length > 0 && (
        <ol className="mt-4 grid gap-4">
          {tiers.map((tier, i) => {
            const place = `tiers.${i}`
            const change = (name: string, next: Json) => setTiers(tiers.with(i, { ...tier, [name]: next }), `${path}.${place}.${name}`)
            return (
              // Tiers are their places: nothing else tells them apart.
              <li key={place} className="flex items-start gap-3">
                <div className="grid flex-1 gap-3 sm:grid-cols-2">
                  <NumberInput
                    path={`${path}.${place}.places`}
                    label={mode === 'tiers' ? t('tierPlaces', { number: i + 1 }) : t('places')}
                    value={tier.places}
                    problems={at(`${place}.places`)}
                    onChange={(places) => change('places', places ?? '')}
                  />
                  <CoinInput
                    path={`${path}.${place}.perWinner`}
                    label={t('each')}
                    value={tier.perWinner}
                    problems={at(`${place}.perWinner`)}
                    onChange={(perWinner) => change('perWinner', perWinner)}
                  />
                </div>
                {tiers.length > 1 && (
                  <RemoveButton
                    className="mt-6.5"
                    words={t('removeTier', { number: i + 1 })}
                    onClick={() => setTiers(tiers.toSpliced(i, 1))}
                  />
                )}
              </li>
            )
          })}
          {mode === 'tiers' && tiers.length < 10 && (
            <li>
              <AddButton words={t('addTier')} onClick={() => setTiers([...tiers, { places: 10, perWinner: tenth }])} />
            </li>
          )}
        </ol>
      )}
      <Said id={`${idOf(path)}-said`} problems={own} />
    </Section>
  )
}
