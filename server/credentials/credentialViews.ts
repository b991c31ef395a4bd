import type { Text } from '#server/verify/verdict.ts'

/** Where a credential stands; the order is its life. */
export type CredentialState = 'accepted' | 'batched' | 'proposed' | 'proven' | 'final' | 'refused'

/** A CUBE as pages show it. Times are ISO 8601; `index` (its leaf) and `serial` are known once it is in a batch. */
export type CredentialView = {
  id: string
  index: number | null
  serial: number | null
  quest: { slug: string; title: Text; category: string; points: number }
  space: { slug: string; name: string }
  /** `wallet`: the primary one. `mintedTo`: the one that the slot minted it to, which never changes; its stone is drawn from it. */
  holder: { handle: string | null; wallet: string; mintedTo: string }
  /** The holder hides it: others are not shown it at all. */
  hidden: boolean
  state: CredentialState
  /** `issuer`: the project's own signer has not signed it yet; null when nothing but the next batch is waited for. */
  waitsFor: 'issuer' | null
  batch: number | null
  issuedAt: string | null
  createdAt: string
  times: {
    acceptedAt: string
    sealedAt: string | null
    proposedAt: string | null
    provenAt: string | null
    finalAt: string | null
  }
}

/**
 * A batch as the explorer shows it. Roots are 0x hex; `timestamp` (the slot's clock) is in unix seconds, the other times ISO 8601.
 * `dataBytes`: its words as sent. `gasPerCredential`: L2 gas of proposal, proof and finality together, once it is final.
 */
export type BatchView = {
  number: number
  circuit: string
  status: 'sealed' | 'proposed' | 'voted' | 'final' | 'pruned'
  credentials: number
  accounts: number
  inboxItems: number
  dataBytes: number
  oldRoot: string
  newRoot: string
  timestamp: number
  sealedAt: string
  proposedAt: string | null
  provenAt: string | null
  finalAt: string | null
  proposeTx: string | null
  voteTx: string | null
  proposeGas: number | null
  verifyGas: number | null
  gasPerCredential: number | null
  proofMs: number | null
  watcher: 'agrees' | 'disagrees' | 'not-yet'
}

export type SlotStats = { credentials: number; accounts: number; batches: number; finalBatches: number; lastFinalAt: string | null }
