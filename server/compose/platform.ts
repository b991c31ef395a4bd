import type { Connection, Database } from '#drizzle/client.ts'
import { transact } from '#drizzle/transact.ts'
import { tellAnswered, tellStopped } from '#server/news/tellStudioStore.ts'
import { createCaseStore, type QueueChoice } from '#server/platform/caseStore.ts'
import { delist, relist } from '#server/platform/delist.ts'
import { enterPlatform } from '#server/platform/enterPlatform.ts'
import { endFeature, featureQuest, orderFeatures } from '#server/platform/feature.ts'
import { createFeatureStore } from '#server/platform/featureStore.ts'
import { createPlatformLog } from '#server/platform/logStore.ts'
import type { PlatformDeps, PlatformWork } from '#server/platform/platformWork.ts'
import { readCase } from '#server/platform/readCase.ts'
import { reportSubject } from '#server/platform/reportSubject.ts'
import { resolveCase, takeCase } from '#server/platform/resolveCase.ts'
import { reviewAlikes, reviewName } from '#server/platform/reviewName.ts'
import { createRoleStore } from '#server/platform/roleStore.ts'
import { createStopStore } from '#server/platform/stopStore.ts'
import { createSubjectStore } from '#server/platform/subjectStore.ts'
import type { ChainHealth } from '#server/quests/chainHealth.ts'
import { readAilingQuests } from '#server/quests/questHealth.ts'
import { createQuestHealthStore } from '#server/quests/questHealthStore.ts'
import { listSpaces } from '#server/quests/spaces/listSpaces.ts'
import { createSpaceStore, type SpaceChoice } from '#server/quests/spaces/spaceStore.ts'
import { createAuditStore } from '#server/spaces/auditStore.ts'
import { createDomainStore } from '#server/spaces/domainStore.ts'
import type { SpaceNames } from '#server/spaces/makeSpace.ts'
import { createProfileStore } from '#server/spaces/profileStore.ts'

/** The stores of the platform on one connection. */
export const platformWork = (connection: Connection): PlatformWork => ({
  subjects: createSubjectStore(connection),
  cases: createCaseStore(connection),
  stops: createStopStore(connection),
  features: createFeatureStore(connection),
  roles: createRoleStore(connection),
  log: createPlatformLog(connection),
  audit: createAuditStore(connection),
  told: {
    stopped: (stop) => tellStopped(connection, stop),
    answered: (stop, outcome) => tellAnswered(connection, stop, outcome),
  },
})

export const platformDeps = ({ db, now }: { db: Database; now(): number }): PlatformDeps => ({
  transact: (work) => transact(db, (connection) => work(platformWork(connection))),
  now,
})

/** What a space that is named anew is looked at by, within the transaction that names it. */
export const nameReview = (connection: Connection, now: () => number) => (space: SpaceNames) =>
  reviewName({ ...platformWork(connection), domains: createDomainStore(connection), now }, space)

/** What is looked at when a space has proven its domain, within that transaction. */
export const alikesReview = (connection: Connection, now: () => number) => async (proven: Omit<SpaceNames, 'names'> & { host: string }) => {
  const names = (await createProfileStore(connection).read(proven.id))?.names
  const known = [names?.en, names?.ja].filter((name) => typeof name === 'string')
  await reviewAlikes({ cases: createCaseStore(connection), domains: createDomainStore(connection), now }, { ...proven, names: known })
}

/** What those do who look after the site, and what members tell them. */
export function composePlatform(parts: { db: Database; now(): number; chainHealth(): Promise<ChainHealth[]> }) {
  const deps = platformDeps(parts)
  const read = platformWork(parts.db)
  const spaces = createSpaceStore(parts.db)
  return {
    enter: (input: Parameters<typeof enterPlatform>[1]) => enterPlatform(read.roles, input),
    roleOf: (accountId: string) => read.roles.roleOf(accountId),
    report: (input: Parameters<typeof reportSubject>[1]) => reportSubject(deps, input),
    queue: (choice: QueueChoice) => read.cases.queue(choice),
    case: (id: string) => readCase(read, id),
    take: (input: Parameters<typeof takeCase>[1]) => takeCase(deps, input),
    resolve: (input: Parameters<typeof resolveCase>[1]) => resolveCase(deps, input),
    delist: (input: Parameters<typeof delist>[1]) => delist(deps, input),
    relist: (input: Parameters<typeof relist>[1]) => relist(deps, input),
    features: () => read.features.list(new Date(parts.now())),
    feature: (input: Parameters<typeof featureQuest>[1]) => featureQuest(deps, input),
    orderFeatures: (input: Parameters<typeof orderFeatures>[1]) => orderFeatures(deps, input),
    spaces: (choice: SpaceChoice) => listSpaces({ spaces, now: parts.now }, choice),
    ailingQuests: () => readAilingQuests({ health: parts.chainHealth, quests: createQuestHealthStore(parts.db), now: parts.now }),
    endFeature: (input: Parameters<typeof endFeature>[1]) => endFeature(deps, input),
    log: (before: number | null, limit: number) => read.log.list(before, limit),
  }
}
