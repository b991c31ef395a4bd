import fc from 'fast-check'
import { categories, type Definition, type Step } from '#server/quests/definition.ts'
import type { QuestFilter } from '#server/quests/discover/filter.ts'
import { minuteSteps, noChain, questStates } from '#server/quests/discover/filter.ts'
import { parseRule } from '#server/verify/rule.ts'
import { Browser, evmWallet, type Site } from '#tests/support/members.ts'
import { definition, liveQuest } from '#tests/support/questFixture.ts'

const dayMs = 86_400_000
const chains = ['eip155:31339', 'eip155:31340', 'solana:localnet'] as const
const enWords = ['Swap', 'Bridge', 'Stake', 'Vote', 'Café', 'stone-cutter'] as const
const jaWords = ['スワップする', '橋を渡る', '預け入れ', '投票', '石を積む'] as const

/** What a quest is made of, and what then happens to it. Days count from now. */
type Plan = {
  en: string
  ja: string
  summary: string
  category: Definition['category']
  difficulty: 1 | 2 | 3
  minutes: number
  points: number
  chain: (typeof chains)[number] | null
  reward: bigint
  opened: number
  closes: number
  supply: number
  completed: number
  status: 'live' | 'paused' | 'ended'
  my: 'none' | 'started' | 'completed'
  /** Days ago at which others completed it. */
  completions: number[]
  owner: 0 | 1
}

const plans: fc.Arbitrary<Plan> = fc.record({
  en: fc.constantFrom(...enWords),
  ja: fc.constantFrom(...jaWords),
  summary: fc.constantFrom(...enWords),
  category: fc.constantFrom(...categories),
  difficulty: fc.constantFrom(1 as const, 2 as const, 3 as const),
  minutes: fc.constantFrom(1, 5, 6, 15, 30, 60, 90),
  points: fc.constantFrom(10, 20),
  chain: fc.option(fc.constantFrom(...chains)),
  reward: fc.constantFrom(0n, 0n, 5n, 10n ** 20n),
  opened: fc.constantFrom(-3, -2, -1, 1),
  closes: fc.constantFrom(-0.5, 2, 5, 9),
  supply: fc.constantFrom(3, 100),
  completed: fc.constantFrom(0, 3),
  status: fc.constantFrom('live' as const, 'live' as const, 'live' as const, 'paused' as const, 'ended' as const),
  my: fc.constantFrom('none' as const, 'none' as const, 'started' as const, 'completed' as const),
  completions: fc.array(fc.constantFrom(0.5, 3, 6.9, 7.1, 20), { maxLength: 5 }),
  owner: fc.constantFrom(0 as const, 1 as const),
})

/** A quest as the test knows it, from what it wrote itself. */
export type Known = Plan & { id: string; slug: string; space: string; recent: number; opensAt: number; closesAt: number }

const quiz = definition().steps[0] as Step
const step = (chain: string): Step => ({
  id: 'act',
  title: { en: 'Act', ja: '行動する' },
  rule: parseRule(
    chain.startsWith('solana')
      ? { kind: 'solana.transfer', chain, params: { gte: '10000000' } }
      : {
          ...{ kind: 'evm.event', chain },
          params: {
            addresses: [`0x${'5f'.repeat(20)}`],
            event: 'event Deposit(address indexed dst, uint256 wad)',
            claimant: 'dst',
            where: [{ arg: 'wad', op: 'gte', value: '1000' }],
          },
        },
  ),
})

/** Many quests of two spaces, the same in every run, and what a member, `viewer`, and others did on them. */
export async function questWorld(site: Site, count: number): Promise<{ known: Known[]; viewer: string; others: string[] }> {
  const accounts: string[] = []
  for (let i = 0; i < 8; i++) accounts.push((await new Browser(site).signIn(evmWallet())).accountId)
  const [first = '', second = '', viewer = '', ...others] = accounts
  const known: Known[] = []
  for (const [i, plan] of fc.sample(plans, { numRuns: count, seed: 20_261_128 }).entries()) {
    const owner = plan.owner === 0 ? first : second
    const [opensAt, closesAt] = [site.clock.ms + plan.opened * dayMs, site.clock.ms + plan.closes * dayMs]
    const { slug } = await liveQuest(site, {
      accountId: owner,
      slug: `quest-${i}`,
      supply: plan.supply,
      opensAt: new Date(opensAt),
      // Published while it was still to come; moved to its own time below.
      closesAt: new Date(site.clock.ms + 30 * dayMs),
      definition: definition({
        title: { en: plan.en, ja: plan.ja },
        summary: { en: plan.summary, ja: '概要' },
        ...{ category: plan.category, difficulty: plan.difficulty, minutes: plan.minutes, points: plan.points },
        steps: [quiz, ...(plan.chain === null ? [] : [step(plan.chain)])],
      }),
    })
    const { rows } = await site.pool.query(
      'update quests set status = $2, closes_at = $3, completed = $4, reward_per_mint = $5 where slug = $1 returning id',
      [slug, plan.status, new Date(closesAt), plan.completed, String(plan.reward)],
    )
    const id = String(rows[0].id)
    if (plan.my !== 'none')
      await site.pool.query('insert into participations (quest_id, account_id, version, completed_at) values ($1, $2, 1, $3)', [
        ...[id, viewer, plan.my === 'completed' ? new Date(site.clock.ms) : null],
      ])
    for (const [j, days] of plan.completions.entries())
      await complete(site, id, { accountId: others[j] ?? '', at: site.clock.ms - days * dayMs })
    known.push({ ...plan, id, slug, space: `m-${owner}`, opensAt, closesAt, recent: plan.completions.filter((days) => days < 7).length })
  }
  return { known, viewer, others }
}

export const complete = (site: Site, questId: string, { accountId, at }: { accountId: string; at: number }) =>
  site.pool.query(
    `insert into completions (quest_id, account_id, version, evidence_digest, created_at) values ($1, $2, 1, '0x', $3) on conflict do nothing`,
    [...[questId, accountId, new Date(at)]],
  )

export const filters = (spaces: string[]): fc.Arbitrary<QuestFilter> =>
  fc.record(
    {
      q: fc.constantFrom(
        'swap',
        'Bri',
        'ｓｔａｋｅ',
        'cafe',
        'stone cut',
        'ワップ',
        '橋',
        '渡る',
        '預け入れ',
        '石を',
        'vote 投票',
        'swap bridge',
        'defi',
        'tone',
        '入預',
        '—',
      ),
      category: fc.constantFrom(...categories),
      difficulty: fc.constantFrom(1 as const, 2 as const, 3 as const),
      minutes: fc.constantFrom(...minuteSteps, 1, 599),
      chain: fc.constantFrom(...chains, noChain, 'eip155:1'),
      reward: fc.constant('paid' as const),
      state: fc.constantFrom(...questStates),
      space: fc.constantFrom(...spaces, 'nowhere'),
    },
    { requiredKeys: [] },
  )

/** The same question, asked of what the test knows, as plainly as it can be asked. */
export function fits(quest: Known, filter: QuestFilter, { now, signedIn }: { now: number; signedIn: boolean }): boolean {
  const open = quest.status === 'live' && quest.closesAt > now && quest.completed < quest.supply
  const my = signedIn ? quest.my : 'none'
  const inState = {
    ...{ open, closed: !open, unstarted: open && my === 'none' },
    ...{ started: my === 'started', completed: my === 'completed' },
  }
  return (
    (filter.q === undefined || says(quest, filter.q)) &&
    (filter.category === undefined || quest.category === filter.category) &&
    (filter.difficulty === undefined || quest.difficulty === filter.difficulty) &&
    (filter.minutes === undefined || quest.minutes <= filter.minutes) &&
    (filter.chain === undefined || (quest.chain ?? noChain) === filter.chain) &&
    (filter.reward === undefined || quest.reward > 0n) &&
    (filter.space === undefined || quest.space === filter.space) &&
    (filter.state === undefined || inState[filter.state])
  )
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll('é', 'e')

/** Latin words by their beginning, Japanese anywhere; every word must be there. */
function says(quest: Known, q: string): boolean {
  const steps = ['Answer', 'Answer。', ...(quest.chain === null ? [] : ['Act', '行動する'])]
  const texts = [quest.en, quest.ja, quest.summary, '概要', 'Personal', quest.category, ...steps].map(plain)
  const words = texts.flatMap((text) => text.split(/[^a-z]+/))
  const terms = plain(q).match(/[a-z]+|[^a-z\s—-]+/g)
  return (
    terms?.every((term) =>
      /[a-z]/.test(term) ? words.some((word) => word.startsWith(term)) : texts.some((text) => text.includes(term)),
    ) ?? false
  )
}
