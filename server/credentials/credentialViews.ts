import type { Text } from '#server/verify/verdict.ts'

/** Where a credential stands; the order is its life. */
export type CredentialState = 'accepted' | 'batched' | 'proposed' | 'proven' | 'final' | 'refused'

/** A CUBE as pages show it. Times are ISO 8601; `index` (its leaf) and `serial` are known once it is in a batch. */
export type CredentialView = {
  id: string
  index: number | null
  serial: number | null
  quest: { slug: string; title: Text; category: string; points: number }
  holder: { handle: string | null; wallet: string }
  state: CredentialState
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

/** A batch as the explorer shows it. Roots are 0x hex; `timestamp` (the slot's clock) is in unix seconds, the other times ISO 8601. */
export type BatchView = {
  number: number
  circuit: string
  status: 'sealed' | 'proposed' | 'voted' | 'final' | 'pruned'
  credentials: number
  accounts: number
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
  proofMs: number | null
  watcher: 'agrees' | 'disagrees' | 'not-yet'
}

export type SlotStats = { credentials: number; accounts: number; batches: number; finalBatches: number; lastFinalAt: string | null }
