import { CairnError } from '#server/shared/errors.ts'
import { requireRight } from '#server/spaces/enterSpace.ts'
import { withSalts } from '../createQuest.ts'
import type { Definition } from '../definition.ts'
import { checkDraft, requireWhole } from '../drafts/checkDraft.ts'
import type { PublishedTerms } from '../drafts/document.ts'
import { type DraftName, type Entered, enterFor } from '../drafts/enterDraft.ts'
import { stale } from '../drafts/saveDraft.ts'
import { tiersOf } from '../draw/prize.ts'
import { malformed } from '../problem.ts'
import type { QuestDeps, QuestWork } from '../questWork.ts'
import { type Estimate, estimate, missing, type Priced } from './estimate.ts'
import { leavesOfQuest, type OpeningTerms, openingTerms, plannedTerms } from './openings.ts'

export type PrepareInput = DraftName & {
  revision: number
  /** Completions that the pools pay from the start; left out: all. Prizes are always paid whole. */
  places?: number | undefined
}

export type Prepared = {
  slotAccount: number
  /** What the holder of the vault signs, in this order, with nonces one after the other and no fee. */
  openings: OpeningTerms[]
  estimate: Estimate
  missing: Estimate['needed']
}

/** What a quest costs, as its definition and terms say it. */
export const pricedOf = (definition: Pick<Definition, 'split' | 'prize'>, terms: Omit<PublishedTerms, 'opensAt' | 'closesAt'>): Priced => ({
  ...{ supply: terms.supply, token: 0, rewardPerMint: terms.rewardPerMint, feePerMint: terms.feePerMint },
  split: definition.split ?? null,
  prizes: definition.prize ? tiersOf(definition.prize) : [],
})

/**
 * Gets an approved draft ready to be signed: its salts are made, its leaves are kept free. The same draft prepared again gives the same openings unless
 * their leaves are taken. Throws `draft.state`, `draft.stale`, `quest.malformed`, `auth.forbidden`, `conflict` (no vault, another's vault, or a quest that
 * costs nothing).
 */
export function prepareOpenings(deps: QuestDeps, input: PrepareInput): Promise<Prepared> {
  return deps.transact(async (work) => {
    await requireRight(work.access, { spaceId: input.spaceId, accountId: input.accountId, right: 'funds', field: 'space' })
    const entered = await enterFor(deps, work, input, 'launch')
    const { draft } = entered
    if (draft.revision !== input.revision) throw await stale(work, draft, input.revision)
    if (entered.published) throw costsNothing('a quest that runs', 'a quest that was not launched: its pools are added to instead')
    const { definition, terms } = requireWhole(await checkDraft(deps, work, entered))
    const priced = pricedOf(definition, terms)
    if (estimate(priced).needed.length === 0) throw costsNothing('nothing', 'a reward, a fee or a prize')
    const { places = terms.supply } = input
    if (places < 1 || places > terms.supply) throw malformed('places', `1 to ${terms.supply}`, places)
    const slotAccount = await ownVault(work, input)
    const kept = await work.funds.preparation(draft.id)
    const current = kept?.revision === draft.revision ? kept : null
    const salted = current?.definition ?? withSalts(definition, deps.newId)
    const slotIndices = await freeLeaves(work, current?.slotIndices ?? [], leavesOfQuest(definition))
    const at = new Date(deps.now())
    const { id: draftId, revision } = draft
    await work.funds.prepare({ draftId, revision, definition: salted, slotIndices, places, slotAccount, createdAt: at })
    const planned = plannedTerms({ quest: { ...terms, slug: draft.slug }, definition: salted, slotIndices, places })
    const issued = await Promise.all(planned.map((terms) => work.slot.issued(draft.spaceId, terms)))
    const cost = estimate(priced, places)
    const available = await work.slot.available(slotAccount, [0])
    return {
      ...{ slotAccount, estimate: cost, missing: missing(cost.needed, (token) => available.get(token) ?? 0n) },
      openings: issued.map((one) => openingTerms(one, requireIssuer(deps))),
    }
  })
}

const costsNothing = (found: string, expected: string) =>
  new CairnError('conflict', 'There is nothing to sign for this quest.', { meta: { field: 'reward', found, expected } })

/** The space's vault, when it is the caller's own. Throws `conflict`. */
export async function ownVault({ funds }: Pick<QuestWork, 'funds'>, { spaceId, accountId }: { spaceId: string; accountId: string }) {
  const vault = await funds.vault(spaceId)
  if (vault?.accountId === accountId) return vault.slotAccount
  throw new CairnError('conflict', vault ? 'Another member holds the vault of this space.' : 'This space has no vault yet.', {
    meta: { field: 'vault', found: vault ? 'another member’s' : 'none', expected: 'your own slot account' },
  })
}

/** The leaves that were kept, if nobody took one of them meanwhile; else the next ones. */
async function freeLeaves({ funds, quests }: QuestWork, kept: readonly number[], count: number): Promise<number[]> {
  if (kept.length === count && !(await funds.anyOpened(kept))) return [...kept]
  const first = await quests.nextSlotIndex()
  return Array.from({ length: count }, (_, i) => first + i)
}

/** The key that signs a quest's mints. Throws `config.invalid` where it is not known. */
export function requireIssuer({ issuerKey }: Pick<QuestDeps, 'issuerKey'>) {
  if (issuerKey) return issuerKey
  throw new CairnError('config.invalid', 'The issuer’s key is not known here, so no quest can be signed for.', {
    meta: { field: 'CAIRN_ISSUER_KEY', found: 'nothing' },
  })
}

type Costs = Pick<Entered, 'draft'> & { definition: Definition; terms: PublishedTerms }

/**
 * What a quest that costs money was prepared with, when it was signed by the vault's holder; null for one that costs nothing. Throws `quest.funds-short`
 * when nothing was signed, `draft.stale` when another text was.
 */
export async function requireSigned(
  work: QuestWork,
  { draft, definition, terms }: Costs,
  { accountId, signed }: { accountId: string; signed?: readonly unknown[] | undefined },
) {
  const { needed } = estimate(pricedOf(definition, terms))
  if (needed.length === 0) return null
  if (!signed)
    throw new CairnError('quest.funds-short', 'This quest costs money, and nobody has signed for it.', {
      meta: { field: 'funds', found: '0', expected: needed.map(({ amount, token }) => `${amount} of token ${token}`).join(', ') },
    })
  await requireRight(work.access, { spaceId: draft.spaceId, accountId, right: 'funds', field: 'space' })
  const account = await ownVault(work, { spaceId: draft.spaceId, accountId })
  const prepared = await work.funds.preparation(draft.id)
  if (prepared?.revision !== draft.revision || prepared.slotAccount !== account) throw await stale(work, draft, prepared?.revision ?? 0)
  const { slotIndices, places } = prepared
  return { account, slotIndices, places, definition: prepared.definition }
}
