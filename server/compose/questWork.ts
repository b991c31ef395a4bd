import type { Connection } from '#drizzle/client.ts'
import { publishEvents } from '#drizzle/publishEvents.ts'
import { writeKey } from '#server/issuers/contract.ts'
import { createSignerStore } from '#server/issuers/signerStore.ts'
import { tellPoolLow, tellSoldOut } from '#server/news/tellStore.ts'
import { createCaseStore } from '#server/platform/caseStore.ts'
import { createCollectionStore } from '#server/quests/collections/collectionStore.ts'
import { createSeasonStore } from '#server/quests/collections/seasonStore.ts'
import { createCompletionStore } from '#server/quests/completionStore.ts'
import { createCoverStore } from '#server/quests/covers/coverStore.ts'
import { createListingStore } from '#server/quests/discover/listingStore.ts'
import { createDraftStore } from '#server/quests/drafts/draftStore.ts'
import { createDrawStore } from '#server/quests/draw/drawStore.ts'
import { createFundStore } from '#server/quests/funds/fundStore.ts'
import { createFundViewStore } from '#server/quests/funds/fundViewStore.ts'
import { createReferralStore } from '#server/quests/funds/referralStore.ts'
import { createListStore } from '#server/quests/lists/listStore.ts'
import { createParticipationStore } from '#server/quests/participationStore.ts'
import type { StandingFacts } from '#server/quests/prerequisites/refuseUnmet.ts'
import { createRequirementStore } from '#server/quests/prerequisites/requirementStore.ts'
import { createQuestStore } from '#server/quests/questStore.ts'
import type { QuestWork } from '#server/quests/questWork.ts'
import { createFamilyStore } from '#server/quests/recurrence/familyStore.ts'
import type { SlotPort, SlotQuest } from '#server/quests/slotPort.ts'
import { createSecretStore } from '#server/quests/spaceSecretStore.ts'
import { createSubmissionStore } from '#server/quests/submissionStore.ts'
import { submitTx } from '#server/rollup/sequencer/txStore.ts'
import { createAccessStore } from '#server/spaces/accessStore.ts'
import { createAuditStore } from '#server/spaces/auditStore.ts'
import { tellMoments } from '#server/webhooks/tellStore.ts'
import { acceptSigned, availableIn } from './signedTxs.ts'

/** What one connection is given to work with: the slot, and what other rooms know of members as its transaction sees it. */
type Others = { slot: SlotPort; factsOn(connection: Connection): StandingFacts }

/** The stores of a quest use case on one connection, and the other rooms bound to it. */
export function questWork(connection: Connection, { slot, factsOn }: Others): QuestWork {
  return {
    access: createAccessStore(connection),
    audit: createAuditStore(connection),
    quests: createQuestStore(connection),
    drafts: createDraftStore(connection),
    participations: createParticipationStore(connection),
    completions: createCompletionStore(connection),
    submissions: createSubmissionStore(connection),
    lists: createListStore(connection),
    covers: createCoverStore(connection),
    secrets: createSecretStore(connection),
    listings: createListingStore(connection),
    collections: createCollectionStore(connection),
    seasons: createSeasonStore(connection),
    requirements: createRequirementStore(connection),
    families: createFamilyStore(connection),
    facts: factsOn(connection),
    draws: createDrawStore(connection),
    slot: {
      submitMint: (tx) => slot.submitMint(connection, tx),
      openQuest: (quest, requestId) => slot.openQuest(connection, quest, requestId),
      acceptSigned: (txs) => slot.acceptSigned(connection, txs),
      issued: (spaceId, quest) => slot.issued(connection, spaceId, quest),
      available: (account, tokens) => slot.available(connection, account, tokens),
    },
    funds: createFundStore(connection),
    fundViews: createFundViewStore(connection),
    referrals: createReferralStore(connection),
    tellPoolLow: (questId, left) => tellPoolLow(connection, questId, left),
    tellSoldOut: (questId) => tellSoldOut(connection, questId),
    noteFirst: (published, at) => createCaseStore(connection).openFirst(published, at),
    tellSpace: (...moments) => tellMoments(connection, moments),
    publish: (...events) => publishEvents(connection, ...events),
  }
}

/** A signer may be away for so long after a quest's end: what was completed before is still minted then. Seconds. */
const signerGraceSeconds = 7 * 24 * 3600

/** A quest's terms with the key of the space's own signer, where it has chosen one. For members a quest ends when it said so, whatever its leaf says. */
async function issued(connection: Connection, spaceId: string, quest: SlotQuest): Promise<SlotQuest> {
  const signer = await createSignerStore(connection).inUse(spaceId)
  if (!signer) return quest
  return { ...quest, closesAt: quest.closesAt + signerGraceSeconds, issuerKey: writeKey({ x: signer.keyX, y: signer.keyY }) }
}

/** The slot through its table of txs: the sequencer takes mints from it, the publisher the openings of quests. */
export const slotByTable: SlotPort = {
  submitMint: (connection, { key, payload, requestId }) => submitTx(connection, { key, kind: 'mint', payload, requestId }),
  async openQuest(connection, quest, requestId) {
    const of = await createSignerStore(connection).questAt(quest.questIndex)
    const payload = of ? await issued(connection, of.spaceId, quest) : quest
    await submitTx(connection, { key: `openQuest:${quest.questIndex}`, kind: 'openQuest', payload, requestId })
  },
  issued,
  acceptSigned,
  available: availableIn,
}
