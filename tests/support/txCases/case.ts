import { issuerKey } from '../slotFixture.ts'
import type { StateVector, TxVector } from '../txVectors.ts'

export type Leaves = Record<string, Record<string, bigint>>
export type StateCase = Omit<StateVector, 'root'>
export type Batch = Partial<TxVector['batch']>
export type Expected =
  | { batch: 'refused'; section: string; position: number; reason: string }
  | { batch: 'applied'; effects: number; reasons: (string | null)[]; after: StateCase }
/** Every expectation is written by hand from the README's table, never recorded from the engine; roots are computed from the leaves. */
export type TxCase = { name: string; why: string; before: StateCase; batch: Batch; expect: Expected }

export const T = 1_800_000_000
export const ACCOUNTS = 3 ** 16
export const CREDENTIALS = 3 ** 20
export const SOLANA = (1n << 248n) + 0x5eedn
export const MAX = (1n << 96n) - 1n

export const empty: StateCase = {
  accountCount: 0,
  credentialCount: 0,
  inboxIndex: 0,
  accounts: {},
  credentials: {},
  quests: {},
  vaults: {},
}
export const quest: Record<string, bigint> = {
  owner: 0n,
  issuerKeyX: issuerKey.x,
  issuerKeyY: issuerKey.y,
  opensAt: BigInt(T - 100),
  closesAt: BigInt(T + 100),
  supply: 12n,
  points: 50n,
  category: 3n,
  revocable: 1n,
  rewardPerMint: 2n,
  feePerMint: 1n,
  rulesHash: 0xabcdefn,
  minted: 1n,
  groupNonce: 4n,
  pool: 22n,
  feePool: 11n,
}
/** Accounts 0 and 1, seven skipped leaves, account 9; one quest; account 9 is rich to the limit. */
export const base: StateCase = {
  accountCount: 10,
  credentialCount: 9,
  inboxIndex: 5,
  accounts: { 0: { evm: 0x1000n }, 1: { solanaDigest: 0x77n }, 9: { evm: 0x1009n } },
  credentials: { 0: { account: 9n, quest: 3n, issuedAt: BigInt(T - 50), evidenceRoot: 8n } },
  quests: { 3: quest },
  vaults: { 0: 1000n, 729: MAX - 9n },
}
export const withQuest = (fields: Record<string, bigint>): StateCase => ({ ...base, quests: { 3: { ...quest, ...fields } } })
export const merge = (state: StateCase, changes: Partial<StateCase>): StateCase => ({
  ...state,
  ...changes,
  accounts: { ...state.accounts, ...changes.accounts },
  credentials: { ...state.credentials, ...changes.credentials },
  quests: { ...state.quests, ...changes.quests },
  vaults: { ...state.vaults, ...changes.vaults },
})

export const refusedBatch = (section: 'opens' | 'groups' | 'fees', position: number, reason: string): Expected => ({
  batch: 'refused',
  section,
  position,
  reason,
})
export const applied = (after: StateCase): Expected => ({ batch: 'applied', effects: 0, reasons: [], after })
export const accepted = (before: StateCase, changes: Partial<StateCase>): Expected => ({
  batch: 'applied',
  effects: 1,
  reasons: [null],
  after: merge(before, { ...changes, inboxIndex: before.inboxIndex + 1 }),
})
export const noOp = (before: StateCase, reason: string): Expected => ({
  batch: 'applied',
  effects: 0,
  reasons: [reason],
  after: { ...before, inboxIndex: before.inboxIndex + 1 },
})
