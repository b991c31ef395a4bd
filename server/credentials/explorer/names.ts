import type { TxRefs } from './readTx.ts'
import type { QuestRef, SlotMember, TxSubject } from './txViews.ts'

/** Who and what the numbers of a list stand for. */
export type Names = {
  member(index: number | null): SlotMember | null
  /** By wallet id: the slot account that was opened for it, when there is one. */
  holder(wallet: string): SlotMember
  quest(index: number): QuestRef
  /** Quest of a credential; null when the credential is not one of this site's. */
  credentialQuest(index: number): QuestRef | null
  /** The holder shows the credential to nobody. */
  isHidden(index: number): boolean
}

/** The numbers of a tx with their names. */
export function subjectOf(refs: TxRefs, names: Names): TxSubject {
  const { amount, recipient, quest, credential } = refs
  const ofCredential = credential === null ? null : names.credentialQuest(credential)
  return {
    ...{ amount, recipient, other: names.member(refs.other), quest: quest === null ? ofCredential : names.quest(quest) },
    credential: tellsHolder(refs, names) ? null : credential,
  }
}

/** A tx that an account signed about a credential which it hides: naming both would say whose it is. */
export const tellsHolder = ({ account, credential }: TxRefs, names: Names): boolean =>
  account !== null && credential !== null && names.isHidden(credential)
