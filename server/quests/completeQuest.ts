import type { Hex } from '#server/shared/bytes.ts'
import { canonicalDigest } from '#server/shared/canonical.ts'
import { CairnError } from '#server/shared/errors.ts'
import type { Definition } from './definition.ts'
import type { ParticipationRow, StepVerdictRow } from './participationStore.ts'
import { refuseUnmet } from './prerequisites/refuseUnmet.ts'
import type { QuestRow, VersionRow } from './questStore.ts'
import type { QuestDeps, QuestWork } from './questWork.ts'

export type Completed = { credentialId: string; requestId: string | null; repeated: boolean }

/**
 * Takes a place in a quest whose steps all passed, and asks the slot for the credential: one transaction, so there is never a place without a
 * mint or a mint without a place. The quest's row is locked first: supply holds however many finish at once, and a repeated call answers the
 * same credential. Throws `quest.not-started`, `quest.incomplete`, `quest.not-published`, `quest.not-open`, `quest.sold-out`, `wallet.counted`,
 * `quest.prerequisite`.
 */
export function completeQuest(deps: QuestDeps, input: { participationId: string }): Promise<Completed> {
  return deps.transact(async (work) => {
    const seen = await work.participations.findById(input.participationId)
    if (!seen) throw new CairnError('quest.not-started', 'You have not started this quest.')
    const quest = await work.quests.lock(seen.questId)
    // A prize is won, not done.
    if (!quest || quest.prizeOf !== null) throw new CairnError('not-found', 'There is no such quest.')
    const known = await work.completions.find(quest.id, seen.accountId)
    if (known) return { credentialId: known.credentialId, requestId: seen.requestId, repeated: true }
    const version = await work.quests.findVersion(quest.id, seen.version)
    if (!version) throw new CairnError('internal', 'The version of this quest is gone.')
    const evidence = await collectEvidence(work, { quest, participation: seen, version })
    refuseUnlessPlace(quest, deps.now(), underWay)
    refuseUnfunded(quest, await work.funds.paidPlaces(quest))
    const counted = await work.completions.countedElsewhere(seen)
    if (counted !== null)
      throw new CairnError('wallet.counted', 'A wallet of yours has completed this quest with another account.', {
        meta: { field: 'wallet', found: counted, expected: 'wallets that have not earned this CUBE before' },
      })
    await refuseUnmet(work, { accountId: seen.accountId, definition: version.definition, now: deps.now() })
    return takePlace(deps, work, { quest, participation: seen, evidence })
  })
}

/** The digests that the steps passed by, or `quest.incomplete` naming the first step that did not. */
async function collectEvidence(
  work: QuestWork,
  { quest, participation, version }: { quest: QuestRow; participation: ParticipationRow; version: VersionRow },
) {
  const verdicts = await work.participations.verdicts(participation.id)
  const missing = firstMissing(version.definition, verdicts)
  if (missing)
    throw new CairnError('quest.incomplete', 'Not every step has passed.', {
      meta: { field: `steps.${missing}`, found: 'not passed', expected: 'pass' },
    })
  const steps = Object.fromEntries(verdicts.map(({ stepId, evidenceDigest }) => [stepId, evidenceDigest]))
  return { kind: 'quest', quest: quest.slug, version: participation.version, rulesHash: version.rulesHash, steps }
}

/** Id of the first step without a passing verdict; null when all passed. */
export function firstMissing(definition: Definition, verdicts: readonly StepVerdictRow[]): string | null {
  const passed = new Set(verdicts.filter(({ verdict }) => verdict.status === 'pass').map(({ stepId }) => stepId))
  return definition.steps.find(({ id }) => !passed.has(id))?.id ?? null
}

/** For those who began while it was live: a pause or an early end takes nothing from them. */
export const underWay: readonly QuestRow['status'][] = ['live', 'paused', 'ended']

/** Throws unless the quest is live (or in one of these states), inside its window, and has a place left. `now` in milliseconds. */
export function refuseUnlessPlace(quest: QuestRow, now: number, states: readonly QuestRow['status'][] = ['live']) {
  if (!states.includes(quest.status) || quest.slotIndex === null)
    throw new CairnError('quest.not-published', 'This quest is not live.', {
      meta: { field: 'status', found: quest.status, expected: 'live' },
    })
  if (now < quest.opensAt.getTime() || now > quest.closesAt.getTime())
    throw new CairnError('quest.not-open', 'This quest is not open now.', {
      meta: {
        field: 'time',
        found: new Date(now).toISOString(),
        expected: `${quest.opensAt.toISOString()} to ${quest.closesAt.toISOString()}`,
      },
    })
  if (quest.completed >= quest.supply)
    throw new CairnError('quest.sold-out', 'Every place of this quest is taken.', {
      meta: { field: 'supply', found: quest.completed, expected: `less than ${quest.supply}` },
    })
}

/** Said at a tenth of the places, and when nothing is left. Places are taken one by one, so each count is passed once until money is added. */
async function warnOfPool(work: QuestWork, quest: QuestRow) {
  const paid = quest.prizeOf === null ? await work.funds.paidPlaces(quest) : null
  if (paid === null || paid >= BigInt(quest.supply)) return
  const left = Number(paid) - quest.completed - 1
  if (left === 0 || left === Math.ceil(quest.supply / 10)) await work.tellPoolLow(quest.id, left)
}

/** Throws when the quest's pools pay for no more than were taken. `paid`: places that they pay in all, null without a limit. */
export function refuseUnfunded({ completed }: Pick<QuestRow, 'completed'>, paid: bigint | null) {
  if (paid === null || BigInt(completed) < paid) return
  throw new CairnError('quest.unfunded', 'The money for this quest has run out for now.', {
    meta: { field: 'funds', found: completed, expected: `less than ${paid}, the places that are paid for` },
  })
}

type Place = { quest: QuestRow; participation: ParticipationRow; evidence: Record<string, unknown> }

/** Writes the completion, its credential and its mint. The quest must be held, and have a place. */
export async function takePlace(deps: QuestDeps, work: QuestWork, place: Place): Promise<Completed> {
  const { quest, participation } = place
  const { accountId } = participation
  const createdAt = new Date(deps.now())
  const evidenceDigest: Hex = canonicalDigest(place.evidence)
  const wallet = await work.completions.primaryWallet(accountId)
  if (wallet === null) throw new CairnError('conflict', 'This account is being moved into another one.')
  if (quest.slotIndex === null) throw new CairnError('internal', 'The quest has no place in the slot.')
  const [completionId, credentialId] = [deps.newId(), deps.newId()]
  const added = await work.completions.add({
    id: completionId,
    questId: quest.id,
    accountId,
    version: participation.version,
    evidenceDigest,
    createdAt,
  })
  if (!added) throw new CairnError('conflict', 'This quest is already completed.')
  await work.participations.saveEvidence([{ digest: evidenceDigest, bundle: place.evidence }])
  const tx = await work.slot.submitMint({
    key: `mint:${quest.id}:${accountId}`,
    payload: { credentialId, accountId, wallet, questIndex: quest.slotIndex, evidenceDigest },
    requestId: participation.requestId ?? undefined,
  })
  await work.completions.addCredential({
    id: credentialId,
    completionId,
    questId: quest.id,
    accountId,
    txId: tx.id,
    evidenceDigest,
    createdAt,
  })
  await work.quests.update(quest.id, { completed: quest.completed + 1 })
  await work.participations.complete(participation.id, createdAt)
  if (quest.completed + 1 >= quest.supply) await work.tellSoldOut(quest.id)
  else await warnOfPool(work, quest)
  const { slug } = quest
  await work.tellSpace({ type: 'quest.completed', credentialId })
  await work.publish(
    { topic: `account:${accountId}`, kind: 'quest.completed', payload: { slug, credentialId } },
    { topic: `quest:${slug}`, kind: 'quest.place-taken', payload: { slug, completed: quest.completed + 1 } },
  )
  return { credentialId, requestId: participation.requestId, repeated: false }
}
