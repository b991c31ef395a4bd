import type { AuditStore } from '#server/spaces/auditStore.ts'
import type { CaseStore } from './caseStore.ts'
import type { FeatureStore } from './featureStore.ts'
import type { PlatformLog } from './logStore.ts'
import type { PlatformRole } from './role.ts'
import type { RoleStore } from './roleStore.ts'
import type { StopRow, StopStore } from './stopStore.ts'
import type { SubjectStore } from './subjectStore.ts'

/** What a use case of this room works with inside one transaction. `audit`: the log of the space that an act is about. */
export type PlatformWork = {
  subjects: SubjectStore
  cases: CaseStore
  stops: StopStore
  features: FeatureStore
  roles: RoleStore
  log: PlatformLog
  audit: AuditStore
  told: Told
}

/** Those who run the space are told (room `news`). */
export type Told = {
  stopped(stop: Pick<StopRow, 'id' | 'spaceId' | 'questId' | 'kind'>): Promise<void>
  answered(stop: Pick<StopRow, 'id' | 'spaceId' | 'questId' | 'kind'>, outcome: 'lifted' | 'stays'): Promise<void>
}
export type PlatformDeps = { transact<T>(work: (work: PlatformWork) => Promise<T>): Promise<T>; now(): number }

/** Who acts on the platform, with the role that the call was let in by. */
export type Actor = { accountId: string; role: PlatformRole }
