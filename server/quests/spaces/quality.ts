/** What the database knows of a space that a member may want to know before a wallet is touched. */
export type SpaceFacts = {
  createdAt: Date
  /** Verified completions of its quests. */
  completions: number
  /** Rewards of its paying quests by where their mints stand: `due` waits for finality, `final` is set aside in the slot for good, `refused` was not taken. */
  rewards: { due: number; final: number; refused: number }
  /** The domain that it has proven to be its own; null without one. */
  domain: string | null
  /** Reports against it that were upheld in the last half year. */
  upheld: number
}

export type Sign = 'good' | 'neutral' | 'bad' | 'unchecked'

/** One reason of a mark, with the numbers that it rests on. */
export type QualityReason = { sign: Sign } & (
  | { kind: 'age'; days: number }
  | { kind: 'completions'; count: number }
  | { kind: 'payouts'; due: number; final: number; refused: number }
  | { kind: 'domain'; host: string | null }
  | { kind: 'reports'; upheld: number }
  | { kind: 'contracts' }
  | { kind: 'clusters' }
)

/** `low` warns; `new`: not enough is known; `steady`: what can be checked is good. */
export type Quality = { level: 'low' | 'new' | 'steady'; reasons: QualityReason[] }

/** From where on a fact speaks for a space. */
export const qualityBars = { days: 30, completions: 100, payouts: 20 } as const

const dayMs = 24 * 3_600_000

/** The mark of a space. `now` in milliseconds. What nobody checks yet is said to be unchecked and moves the mark nowhere. */
export function qualityOf({ createdAt, completions, rewards, domain, upheld }: SpaceFacts, now: number): Quality {
  const days = Math.max(0, Math.floor((now - createdAt.getTime()) / dayMs))
  const checked: QualityReason[] = [
    { kind: 'age', sign: days >= qualityBars.days ? 'good' : 'neutral', days },
    { kind: 'completions', sign: completions >= qualityBars.completions ? 'good' : 'neutral', count: completions },
    { kind: 'payouts', sign: payoutSign(rewards), ...rewards },
    { kind: 'domain', sign: domain === null ? 'neutral' : 'good', host: domain },
    // None is what everybody has: it speaks for nobody.
    { kind: 'reports', sign: upheld > 0 ? 'bad' : 'neutral', upheld },
  ]
  const unchecked = (['contracts', 'clusters'] as const).map((kind) => ({ kind, sign: 'unchecked' as const }))
  return { level: levelOf(checked), reasons: [...checked, ...unchecked] }
}

const payoutSign = ({ final, refused }: SpaceFacts['rewards']): Sign => {
  if (refused > 0) return 'bad'
  return final >= qualityBars.payouts ? 'good' : 'neutral'
}

function levelOf(reasons: readonly QualityReason[]): Quality['level'] {
  if (reasons.some(({ sign }) => sign === 'bad')) return 'low'
  return reasons.filter(({ sign }) => sign === 'good').length >= 2 ? 'steady' : 'new'
}
