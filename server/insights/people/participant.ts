import type { CredentialState } from '#server/credentials/credentialViews.ts'
import type { Flag } from '#server/reputation/sybil/clusters.ts'

/** `reserved` waits for its holder to claim it, `returned` went back with the credential. */
export type Paid = 'coming' | 'reserved' | 'claimed' | 'returned' | 'refused'

/** How far a participant may be: everybody, or those not through, through, with a final credential, with one that is taken back. */
export const participantStates = ['open', 'completed', 'final', 'revoked'] as const
export type ParticipantState = (typeof participantStates)[number]

/** The verdict on a step; `none`: nobody judged it yet. */
export const stepStates = ['pass', 'fail', 'pending', 'error', 'none'] as const
export type StepState = (typeof stepStates)[number]

/** Which participants: all that is said must hold. `wallet`: how the primary one begins, `0x…` or base58. `day`: of the start, UTC. */
export type ParticipantFilter = {
  state?: ParticipantState | undefined
  step?: string | undefined
  verdict?: StepState | undefined
  wallet?: string | undefined
  day?: string | undefined
}

/** Someone on a quest. `wallet`: the primary one; null when the account became part of another. Times are ISO 8601. */
export type Participant = {
  id: string
  account: { id: string; handle: string | null; wallet: string | null }
  version: number
  startedAt: string
  completedAt: string | null
  /** Ids of the steps that passed, in order of their names. */
  passed: string[]
  /** The verdict on each step that was judged, by the step's id. */
  verdicts: Record<string, Exclude<StepState, 'none'>>
  credential: {
    id: string
    index: number | null
    serial: number | null
    state: CredentialState
    revocation: 'asked' | 'done' | null
  } | null
  /** What the completion set aside in the slot; null where the quest pays nothing or nobody completed it. `amount`: in the token's smallest unit. */
  reward: { token: number; amount: string; paid: Paid } | null
  from: { referrer: string | null; ref: string | null }
  cluster: Flag | null
}

/** Where a list stands: start (as Postgres writes it, to the microsecond) and id of the last one. */
export type ParticipantPlace = { at: string; id: string }
