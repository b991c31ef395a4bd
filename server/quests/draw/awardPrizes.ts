import { CairnError } from '#server/shared/errors.ts'
import { refuseUnlessPlace, takePlace } from '../completeQuest.ts'
import type { CompletionEvidence } from '../evidenceFile.ts'
import type { QuestDeps, QuestWork } from '../questWork.ts'
import type { WinnerRow } from './drawStore.ts'

/** Given before the caller has its turn again. */
const together = 50

/**
 * Gives winners their prize: a completion of the quest that pays it, with its mint, each winner in a transaction. One that fails is tried again at the next
 * call and holds up no other. Answers how many were given; throws the first failure when all had their turn.
 */
export async function awardPrizes(deps: QuestDeps): Promise<number> {
  const waiting = await deps.transact((work) => work.draws.unawarded(new Date(deps.now()), together))
  const failures: unknown[] = []
  for (const { winner, prizeId } of waiting) {
    try {
      await deps.transact((work) => awardOne(deps, work, { winner, prizeId }))
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
  return waiting.length
}

async function awardOne(deps: QuestDeps, work: QuestWork, given: { winner: WinnerRow; prizeId: string }): Promise<void> {
  const prize = await work.quests.lock(given.prizeId)
  const winner = await work.draws.lockWinner(given.winner.questId, given.winner.rank)
  if (!prize || !winner || winner.awardedAt !== null) return
  const [draw, quest] = [await work.draws.find(winner.questId), await work.quests.findById(winner.questId)]
  const version = await work.quests.findVersion(prize.id, 1)
  const holder = await work.draws.holderOf(winner.credentialId)
  if (!draw || !quest || !version || !holder)
    throw new CairnError('internal', 'A winner has no holder or no prize.', { meta: { field: 'winner', found: winner.rank } })
  const { accountId, steps } = holder
  // Two accounts that won and were made one since have one place: a quest is completed once by an account.
  if (!(await work.completions.find(prize.id, accountId))) {
    refuseUnlessPlace(prize, deps.now())
    const { row } = await work.participations.start({ questId: prize.id, accountId, version: 1, requestId: null })
    const evidence: CompletionEvidence = {
      ...{ kind: 'quest', quest: prize.slug, version: 1, rulesHash: version.rulesHash, steps },
      won: {
        ...{ quest: quest.slug, rank: winner.rank, credential: winner.slotIndex, block: draw.blockHash ?? '' },
        ...(draw.seed !== null && winner.ticket !== null ? { seed: draw.seed, ticket: winner.ticket } : {}),
      },
    }
    await takePlace(deps, work, { quest: prize, participation: row, evidence })
  }
  await work.draws.award(winner.questId, winner.rank, new Date(deps.now()))
}
