import { randomBytes } from 'node:crypto'
import { transact } from '#drizzle/transact.ts'
import { createQuestClusterStore } from '#server/insights/clusters/questClusterStore.ts'
import { readClusters } from '#server/insights/clusters/readClusters.ts'
import { createFunnelStore } from '#server/insights/funnel/funnelStore.ts'
import { readFunnel } from '#server/insights/funnel/readFunnel.ts'
import { readSources } from '#server/insights/funnel/readSources.ts'
import { createInsightQuestStore } from '#server/insights/insightQuestStore.ts'
import { createParticipantStore } from '#server/insights/people/participantStore.ts'
import { participantsCsv } from '#server/insights/people/participantsCsv.ts'
import { readParticipants } from '#server/insights/people/readParticipants.ts'
import { createRewardStore } from '#server/insights/people/rewardStore.ts'
import { rewardsCsv } from '#server/insights/people/rewardsCsv.ts'
import { readQuest } from '#server/insights/readQuest.ts'
import { readQuestHealth, readReasons } from '#server/insights/reasons/readReasons.ts'
import { createReasonStore } from '#server/insights/reasons/reasonStore.ts'
import { readRevocable } from '#server/insights/revoke/readRevocable.ts'
import { createRevocableStore } from '#server/insights/revoke/revocableStore.ts'
import { createRevocationStore } from '#server/insights/revoke/revocationStore.ts'
import { type RevokeDeps, readRevocations, revokeCredential } from '#server/insights/revoke/revokeCredential.ts'
import { readSpaceQuests, readSpaceWeek } from '#server/insights/space/readSpace.ts'
import { createSpaceStore } from '#server/insights/space/spaceStore.ts'
import { countView } from '#server/insights/views/countView.ts'
import { createViewStore } from '#server/insights/views/viewStore.ts'
import { readChainHealth } from '#server/quests/chainHealth.ts'
import { createChainHealthStore } from '#server/quests/chainHealthStore.ts'
import { createAuditStore } from '#server/spaces/auditStore.ts'
import type { StudioDeps } from '../studio.ts'

/** Who asks for a file: it holds wallets, so the space's log says who took it. */
type By = { accountId: string }

/** What a project learns of its quests. */
export function composeStudioInsights({ db, chains, origin, now }: StudioDeps) {
  const quests = createInsightQuestStore(db)
  const people = createParticipantStore(db)
  const cursors = createChainHealthStore(db)
  const audit = createAuditStore(db)
  const views = { views: createViewStore(db), host: new URL(origin).hostname.replace(/^www\./, ''), now, random: randomBytes }
  const revoking: RevokeDeps = {
    transact: (work) =>
      transact(db, (connection) => work({ revocations: createRevocationStore(connection), audit: createAuditStore(connection) })),
    now,
  }
  return {
    countView: (input: Parameters<typeof countView>[1]) => countView(views, input),
    week: (input: Parameters<typeof readSpaceWeek>[1]) => readSpaceWeek({ space: createSpaceStore(db), now }, input),
    quests: (input: Parameters<typeof readSpaceQuests>[1]) => readSpaceQuests({ space: createSpaceStore(db), now }, input),
    quest: (input: Parameters<typeof readQuest>[1]) => readQuest(quests, input),
    funnel: (input: Parameters<typeof readFunnel>[1]) => readFunnel({ quests, funnels: createFunnelStore(db), now }, input),
    sources: (input: Parameters<typeof readSources>[1]) => readSources({ quests, funnels: createFunnelStore(db), now }, input),
    reasons: (input: Parameters<typeof readReasons>[1]) => readReasons({ quests, reasons: createReasonStore(db) }, input),
    health: (input: Parameters<typeof readQuestHealth>[1]) =>
      readQuestHealth({ quests, health: () => readChainHealth({ chains, health: cursors, now }) }, input),
    participants: (input: Parameters<typeof readParticipants>[1]) => readParticipants({ quests, people }, input),
    async participantsCsv({ accountId, ...of }: Parameters<typeof participantsCsv>[1] & By) {
      const lines = await participantsCsv({ quests, people }, of)
      const after = Object.fromEntries(Object.entries(of.filter).filter(([, value]) => value !== undefined))
      await audit.add({ spaceId: of.spaceId, accountId, action: 'participants.exported', subject: of.quest, after })
      return lines
    },
    async rewardsCsv({ accountId, ...of }: Parameters<typeof rewardsCsv>[1] & By) {
      const lines = await rewardsCsv({ quests, rewards: createRewardStore(db) }, of)
      await audit.add({ spaceId: of.spaceId, accountId, action: 'rewards.exported', subject: of.quest })
      return lines
    },
    clusters: (input: Parameters<typeof readClusters>[1]) => readClusters({ quests, clusters: createQuestClusterStore(db) }, input),
    revoke: (input: Parameters<typeof revokeCredential>[1]) => revokeCredential(revoking, input),
    revocable: (input: Parameters<typeof readRevocable>[1]) => readRevocable(createRevocableStore(db), input),
    revocations: (input: Parameters<typeof readRevocations>[1]) =>
      readRevocations({ quests, revocations: createRevocationStore(db) }, input),
  }
}
