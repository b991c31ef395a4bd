import { CairnError } from '#server/shared/errors.ts'
import { leavesOf, type Rule } from '#server/verify/rule.ts'
import { type Definition, parseDefinition } from './definition.ts'
import { prizeSlugs, tiersOf } from './draw/prize.ts'
import { rulesHashOf } from './evidenceFile.ts'
import { refuseForeignRule, refuseUnreadChains } from './foreignRule.ts'
import { spaceOf } from './ownSpace.ts'
import { refuseCycle } from './prerequisites/refuseCycle.ts'
import type { QuestDeps, QuestWork } from './questWork.ts'
import { isWithinPeriod } from './recurrence/recurrence.ts'
import { maxSlug, slugPattern } from './slug.ts'

export type CreateQuestInput = {
  accountId: string
  slug: string
  /** Space that the quest belongs to; without one, the member's own space, made when needed. */
  space?: string | undefined
  definition: unknown
  supply: number
  opensAt: Date
  closesAt: Date
  /** Coins (wei) for each completion, paid from the platform's own vault: only the platform's quests have any so far. */
  rewardPerMint?: bigint
  /** Likewise: whether prizes are paid from there. */
  prizes?: boolean
}

export const maxSupply = 2 ** 32 - 1

/** Makes a draft with its first version. Throws `quest.malformed`, `auth.forbidden` (another's space), `conflict` (slug taken, chain switched off), `rate.limited`. */
export async function createQuest(deps: QuestDeps, input: CreateQuestInput): Promise<{ id: string; slug: string; version: number }> {
  const definition = withSalts(parseDefinition(input.definition), deps.newId)
  for (const { rule } of definition.steps) refuseUnreadChains(deps, rule, 'definition.steps')
  refuseTerms(input)
  refuseRecurrence(definition, input)
  refusePrize(input, definition)
  return deps.transact(async (work) => {
    const space = await spaceOf(work, input, 'author')
    for (const [i, { rule }] of definition.steps.entries())
      await refuseForeignRule(deps, work, rule, { at: `definition.steps.${i}.rule`, spaceId: space.id })
    await refuseCycle(work.requirements, { slug: input.slug, definition })
    await refuseOverQuota(deps, work, space.id)
    const id = deps.newId()
    const quest = await work.quests.create({
      id,
      spaceId: space.id,
      slug: input.slug,
      supply: input.supply,
      opensAt: input.opensAt,
      closesAt: input.closesAt,
      ...(input.rewardPerMint === undefined ? {} : { rewardPerMint: input.rewardPerMint }),
      ...(definition.recurrence ? { familyId: id, period: 0 } : {}),
    })
    if (!quest)
      throw new CairnError('conflict', 'This slug is taken.', { meta: { field: 'slug', found: input.slug, expected: 'a free slug' } })
    await work.quests.addVersion({ questId: quest.id, version: 1, definition, rulesHash: rulesHashOf(definition) })
    return { id: quest.id, slug: quest.slug, version: 1 }
  })
}

/** A quiz without a salt gets one: without it, the published rules hash would let anyone try the few possible answers at home. */
function withSalts(definition: Definition, newId: () => string): Definition {
  const copy = structuredClone(definition)
  for (const { leaf } of copy.steps.flatMap(({ rule }: { rule: Rule }) => leavesOf(rule))) {
    if (leaf.kind === 'quiz') leaf.params.salt ??= newId()
  }
  return copy
}

function refuseTerms(input: CreateQuestInput) {
  if (!slugPattern.test(input.slug)) throw malformed('slug', 'a–z, 0–9 and inner dashes, 3 to 64')
  if (!Number.isInteger(input.supply) || input.supply < 1 || input.supply > maxSupply) throw malformed('supply', `1 to ${maxSupply}`)
  if (input.closesAt.getTime() <= input.opensAt.getTime()) throw malformed('closesAt', 'later than opensAt')
}

/** `-366` goes behind the slug of a recurring quest. */
const periodSuffix = 4

/** A recurring quest's window is that of its first period; the later ones have the same, a period on. */
function refuseRecurrence({ recurrence }: Definition, input: CreateQuestInput) {
  if (!recurrence) return
  if (!isWithinPeriod(recurrence, input)) throw malformed('closesAt', `an instant of the same UTC ${recurrence.every} as opensAt`)
  const most = maxSlug - periodSuffix
  if (input.slug.length > most) throw malformed('slug', `at most ${most} characters for a recurring quest`)
}

/** A vault holds less; a quest's pool is paid from one. */
const mostInVault = 1n << 96n

function refusePrize({ slug, prizes = false }: CreateQuestInput, { prize, recurrence }: Definition) {
  if (!prize) return
  if (recurrence) throw malformed('definition.prize', 'no prize on a quest that recurs')
  if (!prizes) throw malformed('definition.prize', 'no prize: only quests of the platform have any so far')
  if (tiersOf(prize).some(({ places, perWinner }) => BigInt(places) * perWinner >= mostInVault))
    throw malformed('definition.prize', 'less than 2^96 for all places of a tier together')
  const tooLong = prizeSlugs(slug, prize).find((name) => !slugPattern.test(name))
  if (tooLong !== undefined) throw malformed('slug', `short enough for ${tooLong} to be one, too`)
}

const dayMs = 24 * 3_600_000

async function refuseOverQuota(deps: QuestDeps, work: QuestWork, spaceId: string) {
  const created = await work.quests.createdSince(spaceId, new Date(deps.now() - dayMs))
  const [oldest] = created.slice(-deps.questsPerDay)
  if (created.length < deps.questsPerDay || !oldest) return
  throw new CairnError('rate.limited', 'This space has created its quests for today.', {
    meta: {
      field: 'space',
      found: created.length,
      expected: `at most ${deps.questsPerDay} in 24 hours`,
      retryAfterSeconds: Math.max(1, Math.ceil((oldest.getTime() + dayMs - deps.now()) / 1000)),
    },
  })
}

const malformed = (field: string, expected: string) =>
  new CairnError('quest.malformed', `${field} does not hold.`, { meta: { field, expected } })
