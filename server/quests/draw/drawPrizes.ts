import type { Hex } from '#server/shared/bytes.ts'
import { CairnError } from '#server/shared/errors.ts'
import type { Definition } from '../definition.ts'
import type { QuestRow } from '../questStore.ts'
import type { QuestDeps, QuestWork } from '../questWork.ts'
import { commitmentOf, drawWinners } from './draw.ts'
import type { DrawRow, Entrant } from './drawStore.ts'
import { seedContext } from './openPrizes.ts'
import { type Prize, tierByRank } from './prize.ts'

export type Block = { number: number; hash: Hex }

export type DrawDeps = QuestDeps & {
  /** The first block of L2 at that time (unix seconds) or later; null until it is finalized. */
  finalizedBlockAt(seconds: number): Promise<Block | null>
}

/**
 * Draws what is due: once the block that decides is finalized, and no CUBE of the quest can still become final or not. Each draw is one transaction and
 * happens once, however often and by how many processes this is called. One that fails holds up no other. Answers how many were drawn; throws the first
 * failure when all had their turn.
 */
export async function drawPrizes(deps: DrawDeps): Promise<number> {
  let drawn = 0
  const failures: unknown[] = []
  for (const { questId, drawsAt } of await deps.transact((work) => work.draws.due(new Date(deps.now())))) {
    try {
      const block = await deps.finalizedBlockAt(drawsAt.getTime() / 1000)
      if (block && (await deps.transact((work) => drawOne(deps, work, { questId, block })))) drawn++
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
  return drawn
}

async function drawOne(deps: QuestDeps, work: QuestWork, { questId, block }: { questId: string; block: Block }): Promise<boolean> {
  const draw = await work.draws.lock(questId)
  if (!draw || draw.drawnAt !== null || (await work.draws.unsettled(questId)) > 0) return false
  const quest = await work.quests.findById(questId)
  const version = quest?.publishedVersion ? await work.quests.findVersion(questId, quest.publishedVersion) : null
  const prize = version?.definition.prize
  if (!quest || !prize)
    throw new CairnError('internal', 'A draw belongs to no quest with a prize.', { meta: { field: 'quest', found: questId } })
  const entrants = await allEntrants(work, questId)
  const seed = draw.sealedSeed === null ? null : openSeed(deps, draw)
  const winners = winnersOf({ prize, quest, seed, block, entrants })
  const at = new Date(deps.now())
  await work.draws.record(
    questId,
    { seed, blockNumber: block.number, blockHash: block.hash, entrants: entrants.length, drawnAt: at },
    winners,
  )
  await work.publish({ topic: `quest:${quest.slug}`, kind: 'quest.drawn', payload: { slug: quest.slug, winners: winners.length } })
  return true
}

/** Read at once. */
const chunk = 10_000

async function allEntrants(work: QuestWork, questId: string): Promise<Entrant[]> {
  const all: Entrant[] = []
  for (let after = -1; ; ) {
    const page = await work.draws.entrants(questId, { after, limit: chunk })
    for (const entrant of page) all.push(entrant)
    const last = page.at(-1)
    if (page.length < chunk || !last) return all
    after = last.index
  }
}

function openSeed({ sealer }: QuestDeps, { questId, sealedSeed, commitment }: DrawRow): Hex {
  if (!sealer || sealedSeed === null)
    throw new CairnError('config.invalid', 'CAIRN_SEAL_KEY is not set, so no seed can be opened.', { meta: { field: 'CAIRN_SEAL_KEY' } })
  const seed = sealer.open(sealedSeed, seedContext(questId)) as Hex
  if (commitmentOf(seed) !== commitment)
    throw new CairnError('internal', 'The seed is not the one that was committed to.', { meta: { field: 'commitment', found: commitment } })
  return seed
}

type Draw = { prize: Definition['prize'] & Prize; quest: QuestRow; seed: Hex | null; block: Block; entrants: readonly Entrant[] }

/** A raffle draws; tiers go to the first ones, in the order of their CUBEs in the slot. */
function winnersOf({ prize, quest, seed, block, entrants }: Draw) {
  const tiers = tierByRank(prize)
  const ids = new Map(entrants.map(({ index, credentialId }) => [index, credentialId]))
  const all = entrants.map(({ index }) => index)
  const won =
    seed === null
      ? all.slice(0, tiers.length).map((credential) => ({ credential, ticket: null }))
      : drawWinners({ seed, blockHash: block.hash, quest: quest.slotIndex ?? -1 }, all, tiers.length)
  return won.map(({ credential, ticket }, rank) => ({
    rank,
    tier: tiers[rank] ?? 0,
    credentialId: ids.get(credential) ?? '',
    slotIndex: credential,
    ticket,
  }))
}
