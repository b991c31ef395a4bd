import { domainOf } from '#server/rollup/protocol/batch.ts'
import { type LedgerTx, type SignedLedgerTx, signLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { issuerKey, issuerSecret, memberKey, memberSecret, slotDomain } from '../slotFixture.ts'
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
  links: {},
  credentials: {},
  revoked: {},
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
  links: {},
  revoked: {},
  credentials: { 0: { account: 9n, quest: 3n, issuedAt: BigInt(T - 50), evidenceRoot: 8n } },
  quests: { 3: quest },
  vaults: { 0: 1000n, 729: MAX - 9n },
}
export const withQuest = (fields: Record<string, bigint>): StateCase => ({ ...base, quests: { 3: { ...quest, ...fields } } })
export const merge = (state: StateCase, changes: Partial<StateCase>): StateCase => ({
  ...state,
  ...changes,
  accounts: { ...state.accounts, ...changes.accounts },
  links: { ...state.links, ...changes.links },
  revoked: { ...state.revoked, ...changes.revoked },
  credentials: { ...state.credentials, ...changes.credentials },
  quests: { ...state.quests, ...changes.quests },
  vaults: { ...state.vaults, ...changes.vaults },
})

export const refusedBatch = (section: 'opens' | 'groups' | 'ledger' | 'fees', position: number, reason: string): Expected => ({
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

/** An account's leaf fields with the key of the n-th test member. */
export const keyed = (member: number, fields: Record<string, bigint>): Record<string, bigint> => {
  const { x, y } = memberKey(member)
  return { keyX: x, keyY: y, identity: 0x1d00n + BigInt(member), ...fields }
}
export const zeroKey = { keyX: 0n, keyY: 0n }
export const replacement = memberKey(110)
export const MAX_POOL = (1n << 112n) - 1n
export const LINKS = [0x2001n, 0n, 0n, 0n, 0n, 0n, 0n, 0n, SOLANA]

/** Account 0 signs (nonce 3); 9 has no key; 10 waits for another key; 11 has links and leads; 12 moved to 0; 4 was skipped. */
export const people: Leaves = {
  0: keyed(0, { evm: 0x1000n, nonce: 3n }),
  1: keyed(1, { solanaDigest: 0x77n }),
  9: { evm: 0x1009n },
  10: keyed(10, { evm: 0x100an, pendingKeyX: replacement.x, pendingKeyY: replacement.y, pendingAt: BigInt(T + 5) }),
  11: keyed(11, { evm: 0x100bn, nonce: 7n }),
  12: keyed(12, { evm: 0x100cn, movedTo: 1n }),
}
export const award = (fields: Record<string, bigint>): Record<string, bigint> => ({
  quest: 3n,
  issuedAt: BigInt(T - 50),
  evidenceRoot: 8n,
  ...fields,
})
/** Quest 3 pays 2 of token 0 and was minted four times, 5 pays 2 of token 5 and is not revocable, 6 has a full pool, 7 pays nothing. */
export const quests: Leaves = {
  3: { ...quest, minted: 4n, claimed: 1n, revokedUnclaimed: 1n },
  5: { ...quest, rewardToken: 5n, revocable: 0n },
  6: { ...quest, pool: MAX_POOL, feePool: MAX_POOL },
  7: { ...quest, rewardPerMint: 0n },
}
export const town: StateCase = {
  accountCount: 13,
  credentialCount: 9,
  inboxIndex: 5,
  accounts: people,
  links: { 11: LINKS },
  credentials: {
    0: award({ account: 0n }),
    1: award({ account: 0n, serial: 1n, flags: 1n }),
    2: award({ account: 9n, serial: 2n }),
    3: award({ account: 0n, quest: 5n }),
    4: award({ account: 0n, quest: 7n }),
    5: award({ account: 0n, serial: 3n }),
    6: award({ account: 0n, quest: 6n }),
  },
  revoked: { 5: 404n },
  quests,
  vaults: { 0: 1000n, 5: 500n, 86: MAX - 1n, 729: MAX - 9n, 972: 40n, 975: 6n },
}
/** The town with some fields of one leaf changed. */
export const leafWith = (
  tree: 'accounts' | 'quests' | 'credentials',
  index: number,
  fields: Record<string, bigint>,
): Partial<StateCase> => ({
  [tree]: { [index]: { ...town[tree][index], ...fields } },
})
export const townWith = (...changes: Partial<StateCase>[]): StateCase => changes.reduce<StateCase>(merge, town)

/** Signed by the account's member (a revoke: by the issuer) unless told otherwise. */
export function signed<T extends LedgerTx>(tx: T, { secret, chainId = slotDomain.chainId }: { secret?: bigint; chainId?: number } = {}) {
  const own = tx.kind === 'revoke' ? issuerSecret : memberSecret(tx.account)
  return signLedgerTx(fastHasher, tx, { domain: domainOf(chainId, slotDomain.rollup), secret: secret ?? own })
}

/** The leader of ledger cases: its native vault is empty before. */
export const leader = 11
type LedgerCase = { name: string; why: string; before?: StateCase; tx: SignedLedgerTx }
/** The batch is applied and changes these leaves, written in full; account 0's nonce is 4 afterwards and the fee is the leader's. */
export function pays({ name, why, before = town, tx, fee }: LedgerCase & { fee: bigint }, changes: Partial<StateCase>): TxCase {
  const nonce = { accounts: { 0: { ...before.accounts[0], nonce: 4n } } }
  const paid = fee === 0n ? {} : { vaults: { [leader * 81]: fee } }
  return { name, why, before, batch: { ledger: [tx], leader }, expect: applied(merge(merge(merge(before, nonce), paid), changes)) }
}
export const refuses = ({ name, why, before = town, tx }: LedgerCase, reason: string): TxCase => ({
  name: `refuses ${name}`,
  why,
  before,
  batch: { ledger: [tx], leader },
  expect: refusedBatch('ledger', 0, reason),
})
