import { maxClockDriftSeconds } from '#server/rollup/protocol/constants.gen.ts'
import { toHex } from '#server/shared/bytes.ts'
import { CairnError } from '#server/shared/errors.ts'
import type { Text } from '#server/verify/verdict.ts'
import type { Definition } from '../definition.ts'
import { rulesHashOf } from '../evidenceFile.ts'
import { type Opening, openInSlot, seconds } from '../openInSlot.ts'
import type { QuestDeps, QuestWork } from '../questWork.ts'
import { commitmentOf } from './draw.ts'
import { prizeSlugs, tiersOf } from './prize.ts'

/** So long after the end of its quest a prize can be given. */
const openForMs = 90 * 24 * 3_600_000

/** A sealed seed opens only as that of its own quest. */
export const seedContext = (questId: string) => `draw-seed:${questId}`

/**
 * When the prizes of a quest that closes then may be drawn. A batch may reach L2 with a time that is so much older than its block, and a mint before the
 * end counts: only in a block after that are the entrants beyond anybody's choice, and that block's hash is what the draw takes.
 */
export const drawsAt = (closesAt: Date): Date => new Date((seconds(closesAt) + maxClockDriftSeconds + 1) * 1000)

/**
 * Opens the quests that pay this one's prizes, all of their money set aside, and commits to the seed of a raffle; in the transaction that publishes the
 * quest. Nothing for a quest without a prize. Throws `conflict` (the slug of a prize is taken), `config.invalid` (nothing to seal a seed with).
 */
export async function openPrizes(deps: QuestDeps, work: QuestWork, { quest, version, requestId, opener }: Opening): Promise<void> {
  const { prize } = version.definition
  if (!prize) return
  const seed = prize.mode === 'raffle' ? newSeed(deps, quest.id) : { commitment: null, sealedSeed: null }
  await work.draws.open({ questId: quest.id, ...seed, drawsAt: drawsAt(quest.closesAt) })
  const { tiers, version: first } = prizeQuests(quest, version.definition)
  for (const [prizeTier, tier] of tiers.entries()) {
    const paying = await work.quests.create({ spaceId: quest.spaceId, ...tier, prizeOf: quest.id, prizeTier })
    if (!paying)
      throw new CairnError('conflict', 'The slug of a prize is taken.', {
        meta: { field: 'slug', found: tier.slug, expected: 'a free slug' },
      })
    await work.quests.addVersion({ questId: paying.id, ...first })
    await openInSlot(work, { quest: paying, version: first, requestId, opener })
  }
}

/** The quests that pay the prizes of a quest, best tier first, and the version that all of them have. */
export function prizeQuests({ slug, closesAt }: { slug: string; closesAt: Date }, definition: Definition) {
  const { prize } = definition
  const slugs = prize ? prizeSlugs(slug, prize) : []
  const content = prizeDefinition(definition)
  return {
    tiers: (prize ? tiersOf(prize) : []).map(({ places, perWinner }, tier) => ({
      ...{ slug: slugs[tier] ?? '', supply: places, rewardPerMint: perWinner, feePerMint: 0n },
      ...{ opensAt: closesAt, closesAt: new Date(closesAt.getTime() + openForMs) },
    })),
    version: { version: 1, definition: content, rulesHash: rulesHashOf(content) },
  }
}

function newSeed({ sealer, random }: QuestDeps, questId: string) {
  if (!sealer)
    throw new CairnError('config.invalid', 'CAIRN_SEAL_KEY is not set, so no seed can be kept.', {
      meta: { field: 'CAIRN_SEAL_KEY', found: 'nothing' },
    })
  const seed = toHex(random(32))
  return { commitment: commitmentOf(seed), sealedSeed: sealer.seal(seed, seedContext(questId)) }
}

/** What a prize's CUBE stands for: the steps that its holder did for the quest, and having won. It brings no points a second time. */
function prizeDefinition({ prize: _, split: _split, prerequisites: _before, ...quest }: Definition): Definition {
  return {
    ...quest,
    title: { en: cut('Prize: ', quest.title, 'en'), ja: cut('賞品：', quest.title, 'ja') },
    summary: {
      en: 'Given to the winners among those who completed the quest.',
      ja: 'クエストを達成した人のうち、当選した人に贈られます。',
    },
    points: 0,
    expiresAfterSeconds: 0,
    steps: quest.steps.map(({ cards: _cards, ...step }) => step),
  }
}

const mostTitle = 80

/** Titles are at most 80 UTF-16 units; no character is cut in two. */
function cut(before: string, title: Text, language: keyof Text): string {
  const whole = before + title[language]
  if (whole.length <= mostTitle) return whole
  const segments = [...new Intl.Segmenter(language).segment(whole)]
  const last = segments.findLast(({ index, segment }) => index + segment.length < mostTitle)
  return `${whole.slice(0, last ? last.index + last.segment.length : mostTitle - 1).trimEnd()}…`
}
