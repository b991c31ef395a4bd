import { CairnError } from '#server/shared/errors.ts'
import { refuseUnfunded, refuseUnlessPlace } from './completeQuest.ts'
import { referralFor } from './funds/referrals.ts'
import { refuseUnmet } from './prerequisites/refuseUnmet.ts'
import type { QuestRow } from './questStore.ts'
import type { QuestDeps, QuestWork } from './questWork.ts'

/**
 * Puts the member on a quest, once; what was already done counts from here on. Throws `not-found`, `quest.delisted`, `quest.prerequisite`, and the refusals of a quest
 * without a place.
 */
export function startQuest(
  deps: QuestDeps,
  input: { accountId: string; slug: string; ref?: string | undefined; requestId?: string | undefined },
): Promise<{ participationId: string; startedAt: string }> {
  return deps.transact(async (work) => {
    const quest = await work.quests.findBySlug(input.slug)
    if (!quest || quest.status === 'draft' || quest.prizeOf !== null)
      throw new CairnError('not-found', 'There is no such quest.', { meta: { field: 'slug', found: input.slug } })
    const known = await work.participations.find(quest.id, input.accountId)
    if (known) return { participationId: known.id, startedAt: known.startedAt.toISOString() }
    await refuseStopped(work, quest)
    refuseUnlessPlace(quest, deps.now())
    refuseUnfunded(quest, await work.funds.paidPlaces(quest))
    // A later version changes words only: what members are judged by is what the slot's leaf was opened with.
    const judged = quest.rulesVersion ?? quest.publishedVersion ?? 1
    const version = await work.quests.findVersion(quest.id, judged)
    if (!version) throw new CairnError('internal', 'The quest has no version.')
    await refuseUnmet(work, { accountId: input.accountId, definition: version.definition, now: deps.now() })
    const { row, created } = await work.participations.start({
      questId: quest.id,
      accountId: input.accountId,
      version: judged,
      requestId: input.requestId ?? null,
      referral: await referralFor(work, { quest, accountId: input.accountId, ref: input.ref }),
    })
    if (created) {
      await work.publish({ topic: `account:${input.accountId}`, kind: 'quest.started', payload: { slug: quest.slug } })
      await work.tellSpace({ type: 'participation.started', participationId: row.id })
      await work.participations.wake({ participation: row.id })
    }
    return { participationId: row.id, startedAt: row.startedAt.toISOString() }
  })
}

/** Who is on a quest already goes on; nobody else begins one that is held or delisted. */
async function refuseStopped({ quests }: Pick<QuestWork, 'quests'>, quest: QuestRow) {
  const stop = await quests.stopOn(quest)
  if (stop)
    throw new CairnError('quest.delisted', 'This quest is not listed now, and nobody new starts it.', {
      meta: { field: 'slug', found: `${stop.of} ${stop.kind}`, expected: 'a listed quest of a listed space' },
    })
}
