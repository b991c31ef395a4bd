import type { Sealer } from '#server/auth/sealing.ts'
import type { Hex } from '#server/shared/bytes.ts'
import type { AccessStore } from '#server/spaces/accessStore.ts'
import type { AuditStore } from '#server/spaces/auditStore.ts'
import type { CollectionStore } from './collections/collectionStore.ts'
import type { SeasonStore } from './collections/seasonStore.ts'
import type { CompletionStore } from './completionStore.ts'
import type { CoverStore } from './covers/coverStore.ts'
import type { CubeFile } from './cubeFile.ts'
import type { ListingStore } from './discover/listingStore.ts'
import type { DraftStore } from './drafts/draftStore.ts'
import type { DrawStore } from './draw/drawStore.ts'
import type { FundStore } from './funds/fundStore.ts'
import type { FundViewStore } from './funds/fundViewStore.ts'
import type { ReferralStore } from './funds/referralStore.ts'
import type { ListStore } from './lists/listStore.ts'
import type { Moment } from './moments.ts'
import type { ParticipationStore } from './participationStore.ts'
import type { RequirementStore } from './prerequisites/refuseCycle.ts'
import type { StandingFacts } from './prerequisites/refuseUnmet.ts'
import type { QuestStore } from './questStore.ts'
import type { FamilyStore } from './recurrence/familyStore.ts'
import type { MintTx, SignedTxs, SlotQuest } from './slotPort.ts'
import type { SecretStore } from './spaceSecretStore.ts'
import type { SubmissionStore } from './submissionStore.ts'

/** What a use case of this room works with inside one transaction. */
export type QuestWork = {
  access: AccessStore
  audit: AuditStore
  quests: QuestStore
  drafts: DraftStore
  participations: ParticipationStore
  completions: CompletionStore
  submissions: SubmissionStore
  lists: ListStore
  covers: CoverStore
  secrets: SecretStore
  listings: ListingStore
  collections: CollectionStore
  seasons: SeasonStore
  requirements: RequirementStore
  families: FamilyStore
  facts: StandingFacts
  draws: DrawStore
  slot: {
    submitMint(tx: MintTx): Promise<{ id: string }>
    openQuest(quest: SlotQuest, requestId?: string): Promise<void>
    acceptSigned(txs: SignedTxs): Promise<Hex[]>
    issued(spaceId: string, quest: SlotQuest): Promise<SlotQuest>
    available(account: number, tokens: readonly number[]): Promise<Map<number, bigint>>
  }
  funds: FundStore
  fundViews: FundViewStore
  referrals: ReferralStore
  /** A quest's pools pay for few more completions, or none: those who run it are told. `left`: for how many. */
  tellPoolLow(questId: string, left: number): Promise<void>
  /** The last place of a quest was taken: who is halfway through is told. */
  tellSoldOut(questId: string): Promise<void>
  /** The platform looks at what a space publishes first. */
  noteFirst(published: { spaceId: string; questId: string }, at: Date): Promise<void>
  /** Tells the space's own systems, when and only when the transaction commits. */
  tellSpace(...moments: Moment[]): Promise<void>
  publish(...events: { topic: string; kind: string; payload: Record<string, unknown> }[]): Promise<void>
}

export type QuestDeps = {
  /** One transaction, run again on serialization failures and deadlocks. */
  transact<T>(work: (work: QuestWork) => Promise<T>): Promise<T>
  /** CAIP-2 ids of the chains that this deployment reads: a part of the registry. */
  chains: ReadonlySet<string>
  /** Origins of this machine that rules may name as endpoints over plain http: for local stacks. */
  localEndpoints: ReadonlySet<string>
  /** Seals secrets of spaces; null in a process that may not. */
  sealer: Sealer | null
  /** What the exported file of a CUBE says of itself; nothing of it is proven. Throws `credential.invalid`, `input.too-large`. */
  readCubeFile(text: string): CubeFile
  /** Public key of the platform's issuer, which signs the mints of every quest; null in a process that does not know it: nothing can be signed for there. */
  issuerKey: { x: bigint; y: bigint } | null
  /** Quests that one space may create within 24 hours. */
  questsPerDay: number
  now(): number
  newId(): string
  /** Bytes that nobody can foresee. */
  random(bytes: number): Uint8Array
}
