import { CairnError } from '#server/shared/errors.ts'
import { leavesOf, type Rule } from '#server/verify/rule.ts'
import { refuseForeignCover } from './covers/keepCover.ts'
import { type Definition, parseDefinition } from './definition.ts'
import { prizeSlugs, tiersOf } from './draw/prize.ts'
import { rulesHashOf } from './evidenceFile.ts'
import { refuseForeignRule, refuseUnreadChains } from './foreignRule.ts'
import { spaceOf } from './ownSpace.ts'
import { refuseCycle } from './prerequisites/refuseCycle.ts'
import { type Problem, refuseFirst } from './problem.ts'
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
  /** What each completion costs beside that. */
  feePerMint?: bigint
  /** Whether prizes may be paid: by the platform for its own quests, by projects for those of the studio. */
  prizes?: boolean
}

export const maxSupply = 2 ** 32 - 1

/**
 * Makes a quest that nobody sees yet, with its first version. Throws `quest.malformed`, `auth.forbidden` (another's space), `conflict` (slug taken, chain
 * switched off), `rate.limited`.
 */
export async function createQuest(deps: QuestDeps, input: CreateQuestInput): Promise<{ id: string; slug: string; version: number }> {
  const definition = withSalts(parseDefinition(input.definition), deps.newId)
  for (const { rule } of definition.steps) refuseUnreadChains(deps, rule, 'definition.steps')
  refuseFirst(termProblems(input, definition))
  return deps.transact(async (work) => {
    const space = await spaceOf(work, input, 'author')
    if (await work.drafts.find(space.id, input.slug)) throw slugTaken(input.slug)
    const { quest, version } = await createIn(deps, work, { ...input, spaceId: space.id, definition })
    return { id: quest.id, slug: quest.slug, version: version.version }
  })
}

export type ParsedQuest = Omit<CreateQuestInput, 'accountId' | 'space' | 'definition' | 'prizes'> & {
  spaceId: string
  definition: Definition
}

/** The same for one whose definition and terms are read, in the transaction of whoever makes it. */
export async function createIn(deps: QuestDeps, work: QuestWork, input: ParsedQuest) {
  const { spaceId, slug, supply, opensAt, closesAt, rewardPerMint, feePerMint, definition } = input
  await refuseForeignRules(deps, work, { spaceId, definition })
  await refuseForeignCover(work, { spaceId, definition })
  await refuseCycle(work.requirements, { slug, definition })
  await refuseOverQuota(deps, work, spaceId)
  const id = deps.newId()
  const quest = await work.quests.create({
    ...{ id, spaceId, slug, supply, opensAt, closesAt },
    ...(rewardPerMint === undefined ? {} : { rewardPerMint }),
    ...(feePerMint === undefined ? {} : { feePerMint }),
    ...(definition.recurrence ? { familyId: id, period: 0 } : {}),
  })
  if (!quest) throw slugTaken(slug)
  const version = { version: 1, definition, rulesHash: rulesHashOf(definition) }
  await work.quests.addVersion({ questId: quest.id, ...version })
  return { quest, version }
}

export const slugTaken = (slug: string) =>
  new CairnError('conflict', 'This slug is taken.', { meta: { field: 'slug', found: slug, expected: 'a free slug' } })

/** Throws `quest.malformed` naming the first step whose rule names what is not this space's. */
export async function refuseForeignRules(
  deps: Pick<QuestDeps, 'localEndpoints'>,
  work: Pick<QuestWork, 'lists'>,
  { spaceId, definition }: { spaceId: string; definition: Definition },
): Promise<void> {
  for (const [i, { rule }] of definition.steps.entries())
    await refuseForeignRule(deps, work, rule, { at: `definition.steps.${i}.rule`, spaceId })
}

/** A quiz without a salt gets one: without it, the published rules hash would let anyone try the few possible answers at home. */
export function withSalts(definition: Definition, newId: () => string): Definition {
  const copy = structuredClone(definition)
  for (const { leaf } of copy.steps.flatMap(({ rule }: { rule: Rule }) => leavesOf(rule))) {
    if (leaf.kind === 'quiz') leaf.params.salt ??= newId()
  }
  return copy
}

/** What a quest says beside its definition. `prizes`: whether its prizes are paid by the platform. */
export type Terms = Pick<CreateQuestInput, 'slug' | 'supply' | 'opensAt' | 'closesAt' | 'prizes' | 'rewardPerMint' | 'feePerMint'>

/** Every term that does not hold, by itself or with the definition; without one the terms alone are looked at. */
export function termProblems(terms: Terms, definition: Definition | null): Problem[] {
  const { slug, supply, opensAt, closesAt } = terms
  const problems: Problem[] = []
  const refuse = (field: string, found: unknown, expected: string) => problems.push({ field, found: String(found), expected })
  if (!slugPattern.test(slug)) refuse('slug', slug, 'a–z, 0–9 and inner dashes, 3 to 64')
  if (!Number.isInteger(supply) || supply < 1 || supply > maxSupply) refuse('supply', supply, `1 to ${maxSupply}`)
  if (closesAt.getTime() <= opensAt.getTime()) refuse('closesAt', closesAt.toISOString(), 'later than opensAt')
  if (!definition) return problems
  return [...problems, ...recurrenceProblems(terms, definition), ...prizeProblems(terms, definition), ...paidProblems(terms, definition)]
}

/** `-366` goes behind the slug of a recurring quest. */
const periodSuffix = 4

/** A recurring quest's window is that of its first period; the later ones have the same, a period on. */
function recurrenceProblems({ slug, opensAt, closesAt }: Terms, { recurrence }: Definition): Problem[] {
  if (!recurrence) return []
  const most = maxSlug - periodSuffix
  const expected = `an instant of the same UTC ${recurrence.every} as opensAt`
  return [
    ...(isWithinPeriod(recurrence, { opensAt, closesAt }) ? [] : [{ field: 'closesAt', found: closesAt.toISOString(), expected }]),
    ...(slug.length > most ? [{ field: 'slug', found: slug, expected: `at most ${most} characters for a recurring quest` }] : []),
  ]
}

/** A vault holds less; a quest's pool is paid from one. */
const mostInVault = 1n << 96n

function prizeProblems({ slug, prizes = false }: Terms, { prize, recurrence }: Definition): Problem[] {
  if (!prize) return []
  const field = 'definition.prize'
  const tooLong = prizeSlugs(slug, prize).find((name) => !slugPattern.test(name))
  const tooMuch = tiersOf(prize).some(({ places, perWinner }) => BigInt(places) * perWinner >= mostInVault)
  return [
    ...(recurrence ? [{ field, found: 'a prize', expected: 'no prize on a quest that recurs' }] : []),
    ...(prizes ? [] : [{ field, found: 'a prize', expected: 'no prize: quests with prizes are made in the studio' }]),
    ...(tooMuch ? [{ field, found: 'more', expected: 'less than 2^96 for all places of a tier together' }] : []),
    ...(tooLong === undefined ? [] : [{ field: 'slug', found: slug, expected: `short enough for ${tooLong} to be one, too` }]),
  ]
}

/** `prizes`: the platform pays for its own quests itself, also for those that recur. */
function paidProblems({ supply, prizes = false, rewardPerMint = 0n, feePerMint = 0n }: Terms, { recurrence }: Definition): Problem[] {
  const paid = { rewardPerMint, feePerMint }
  return (['rewardPerMint', 'feePerMint'] as const).flatMap((field) => {
    const amount = paid[field]
    if (amount === 0n) return []
    const tooMuch = amount * BigInt(supply) >= mostInVault
    return [
      ...(recurrence && prizes
        ? [{ field, found: String(amount), expected: 'nothing on a quest that recurs: each period would have to be signed' }]
        : []),
      ...(tooMuch ? [{ field, found: String(amount), expected: 'less than 2^96 for all places together' }] : []),
    ]
  })
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
