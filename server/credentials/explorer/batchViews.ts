import type { BatchView } from '#server/credentials/credentialViews.ts'

/** What the publisher does for a batch on L2, in order. */
export const sendSteps = ['propose', 'vote', 'finalize', 'pay', 'refund'] as const
export type SendStep = (typeof sendSteps)[number]

/** An L2 transaction of a batch. `bytes`: its call data; `blobBytes`: of the blob beside it. Times are ISO 8601. */
export type BatchSend = {
  step: SendStep
  status: 'queued' | 'sent' | 'mined' | 'reverted'
  hash: string | null
  gas: number | null
  bytes: number
  blobBytes: number | null
  minedAt: string | null
}

/** One batch with all that L2 did with it. `previous` and `next`: its neighbours, null at the ends. */
export type BatchDetail = BatchView & {
  requestIds: string[]
  dataCommit: string
  wordsHash: string
  entries: number
  sends: BatchSend[]
  previous: number | null
  next: number | null
}

type Costs = Pick<BatchView, 'credentials' | 'proposeGas' | 'verifyGas' | 'finalAt'> & { finalizeGas: number | null }

/**
 * L2 gas that one credential of a batch cost: proposal, proof and finality, shared by all its credentials. Null until the batch is final,
 * while the proposal's gas is not known, and for a batch without credentials. A proof that came with the proposal is part of its gas.
 */
export function gasPerCredential({ credentials, proposeGas, verifyGas, finalizeGas, finalAt }: Costs): number | null {
  if (credentials === 0 || proposeGas === null || finalAt === null) return null
  return Math.round((proposeGas + (verifyGas ?? 0) + (finalizeGas ?? 0)) / credentials)
}
