import type { Definition } from '../definition.ts'

type Category = Definition['category']

/** A quest as ranking sees it. */
export type Candidate = {
  id: string
  /** Slug of its space. */
  space: string
  /** Can be begun now. */
  ready: boolean
  opensAt: Date
  left: number
  supply: number
  /** Each completion reserves coins. */
  paid: boolean
  /** The mark of its space is low. */
  caution: boolean
  /** Its place among those that the platform put in front for now; null for all others. */
  featured: number | null
  category: Category
  difficulty: number
  minutes: number
  points: number
  steps: number
  chains: string[]
  /** Verified completions of the last days. */
  recent: number
  begun: boolean
  done: boolean
  /** Steps that passed. */
  passed: number
}

/** What is known of a member: what was completed and what is linked. Nothing that was only looked at. */
export type Taste = {
  /** CUBEs by category. */
  cubes: Partial<Record<Category, number>>
  /** CAIP-2 ids of chains of completed quests. */
  chains: ReadonlySet<string>
  /** Namespaces of linked wallets; null when nobody is signed in. */
  namespaces: ReadonlySet<string> | null
  /** The next quest of each path that was begun, by the quest's id. */
  next: ReadonlyMap<string, { slug: string; title: { en: string; ja: string } }>
}

export const strangerTaste: Taste = { cubes: {}, chains: new Set(), namespaces: null, next: new Map() }

/** Why a quest stands where it stands. The score of a quest is the sum of its reasons' weights. */
export type Reason = { weight: number } & (
  | { kind: 'passed'; passed: number; steps: number }
  | { kind: 'next'; path: { slug: string; title: { en: string; ja: string } } }
  | { kind: 'category'; category: Category; cubes: number }
  | { kind: 'chain'; chains: string[] }
  | { kind: 'first'; minutes: number }
  | { kind: 'trending'; completions: number }
  | { kind: 'paid' }
  | { kind: 'wallet'; namespaces: string[] }
  | { kind: 'caution' }
)

/** What each reason weighs at most. `wallet`: a kind of wallet that the member would have to link first. `caution` outweighs all that speaks for a quest. */
export const reasonWeights = {
  passed: 60,
  next: 32,
  category: 24,
  chain: 16,
  first: 14,
  trending: 12,
  paid: 6,
  wallet: -20,
  caution: -200,
} as const

/** Members with fewer CUBEs are shown short and easy quests first. */
const firstCubes = 3
const cubeWeight = 8

/** The reasons for one quest, heaviest first. A quest that the member has completed has none. */
export function reasonsFor(quest: Candidate, taste: Taste): Reason[] {
  if (quest.done) return []
  const held = taste.cubes[quest.category] ?? 0
  const cubes = Object.values(taste.cubes).reduce((sum, count) => sum + count, 0)
  const path = taste.next.get(quest.id)
  const known = quest.chains.filter((chain) => taste.chains.has(chain))
  const missing = missingNamespaces(quest, taste)
  const reasons: (Reason | null)[] = [
    quest.passed > 0
      ? { kind: 'passed', weight: share(reasonWeights.passed, quest.passed, quest.steps), passed: quest.passed, steps: quest.steps }
      : null,
    path ? { kind: 'next', weight: reasonWeights.next, path } : null,
    held > 0
      ? { kind: 'category', weight: Math.min(held * cubeWeight, reasonWeights.category), category: quest.category, cubes: held }
      : null,
    known.length > 0 ? { kind: 'chain', weight: reasonWeights.chain, chains: known } : null,
    quest.difficulty === 1 && cubes < firstCubes ? { kind: 'first', weight: reasonWeights.first, minutes: quest.minutes } : null,
    quest.recent > 0 ? { kind: 'trending', weight: Math.min(quest.recent, reasonWeights.trending), completions: quest.recent } : null,
    quest.paid ? { kind: 'paid', weight: reasonWeights.paid } : null,
    quest.caution ? { kind: 'caution', weight: reasonWeights.caution } : null,
    missing.length > 0 ? { kind: 'wallet', weight: reasonWeights.wallet, namespaces: missing } : null,
  ]
  return reasons.filter((reason) => reason !== null).sort((a, b) => b.weight - a.weight)
}

const share = (whole: number, part: number, of: number) => Math.floor((whole * Math.min(part, of)) / Math.max(1, of))

/** Kinds of wallets that the quest's chains ask for and the member has not linked. */
function missingNamespaces({ chains }: Candidate, { namespaces }: Taste): string[] {
  if (namespaces === null) return []
  const asked = new Set(chains.map((chain) => chain.split(':')[0] ?? ''))
  return [...asked].filter((namespace) => !namespaces.has(namespace)).sort()
}

export type Ranked = { quest: Candidate; score: number; reasons: Reason[] }

/** Quests with the best first: by score, then the newer one. The order that they come in does not matter. */
export function rankForYou(quests: readonly Candidate[], taste: Taste): Ranked[] {
  return quests
    .map((quest) => {
      const reasons = reasonsFor(quest, taste)
      return { quest, reasons, score: reasons.reduce((sum, { weight }) => sum + weight, 0) }
    })
    .sort(compareRanked)
}

/** What decides between two places in the order; the id last, so that no two are equal. */
export const rankKey = ({ quest, score }: Ranked): string[] => [String(score), String(quest.opensAt.getTime()), quest.id]

const compareRanked = (a: Ranked, b: Ranked) => compareKeys(rankKey(a), rankKey(b))

/** Negative when `a` comes first: higher numbers first, then the higher id. */
export function compareKeys(
  [score = '0', opened = '0', id = '']: readonly string[],
  [score2 = '0', opened2 = '0', id2 = '']: readonly string[],
) {
  return Number(score2) - Number(score) || Number(opened2) - Number(opened) || (id < id2 ? 1 : id > id2 ? -1 : 0)
}
