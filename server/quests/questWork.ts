import type { CompletionStore } from './completionStore.ts'
import type { ParticipationStore } from './participationStore.ts'
import type { QuestStore } from './questStore.ts'
import type { MintTx, SlotQuest } from './slotPort.ts'

/** What a use case of this room works with inside one transaction. */
export type QuestWork = {
  quests: QuestStore
  participations: ParticipationStore
  completions: CompletionStore
  slot: { submitMint(tx: MintTx): Promise<{ id: string }>; openQuest(quest: SlotQuest, requestId?: string): Promise<void> }
  publish(event: { topic: string; kind: string; payload: Record<string, unknown> }): Promise<void>
}

export type QuestDeps = {
  /** One transaction, run again on serialization failures and deadlocks. */
  transact<T>(work: (work: QuestWork) => Promise<T>): Promise<T>
  /** CAIP-2 ids of the chains that this deployment reads: a part of the registry. */
  chains: ReadonlySet<string>
  /** Quests that one space may create within 24 hours. */
  questsPerDay: number
  now(): number
  newId(): string
}
