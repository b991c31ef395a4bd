import { createHash } from 'node:crypto'
import { domainOf } from '#server/rollup/protocol/batch.ts'
import { mod } from '#server/rollup/protocol/field.ts'
import type { Hasher } from '#server/rollup/protocol/poseidon2.ts'
import { derivePublicKey, type GrumpkinPoint, sign } from '#server/rollup/protocol/schnorr.ts'
import { type LedgerTx, type SignedLedgerTx, signLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import type { OpenQuestTx } from '#server/rollup/protocol/tx/openQuest.ts'
import { encodeInboxTx, type InboxTx } from '#server/rollup/protocol/words.ts'
import { buildBatch, groupMessage } from '#server/rollup/state/buildBatch.ts'
import type { BatchDraft, BuiltBatch, DraftGroup, SignedGroup, SlotDomain } from '#server/rollup/state/draft.ts'
import { createMemoryNodeStore } from '#server/rollup/state/memoryNodeStore.ts'
import type { NodeStore } from '#server/rollup/state/nodeStore.ts'
import { commitState, loadState, type SlotState, settle } from '#server/rollup/state/slotState.ts'

export const slotDomain: SlotDomain = { chainId: 31338, rollup: '0x5fbdb2315678afecb367f032d93f642f64180aa3' }
export const issuerSecret = 123456789n
export const issuerKey = derivePublicKey(issuerSecret)
/** A batch time within the window of `questTerms`. */
export const now = 1_800_000_000

/** A quick stand-in for tests of rules and trees, where any collision-resistant hash will do. */
export const toyHasher: Hasher = {
  hash: (tag, inputs) =>
    mod(
      BigInt(
        `0x${createHash('sha256')
          .update(`${tag}:${inputs.join(',')}`)
          .digest('hex')}`,
      ),
    ),
  hashNodes: (children) => Array.from({ length: children.length / 3 }, (_, i) => toyHasher.hash(0, children.slice(3 * i, 3 * i + 3))),
}

export const deposit = (account: number, amount: bigint, wallet = 0n, token = 0): InboxTx => ({
  kind: 'deposit',
  account,
  authoriser: 0xabcn,
  token,
  amount,
  wallet,
})

/** Spend key of the n-th test member. */
export const memberSecret = (member: number): bigint => 7_000n + BigInt(member)
export const memberKey = (member: number): GrumpkinPoint => derivePublicKey(memberSecret(member))

/** The first key of an account whose wallet is `walletOf(account)`. */
export function firstKey(account: number): InboxTx {
  const { x, y } = memberKey(account)
  const identity = 0x1d00n + BigInt(account)
  return { kind: 'setKey', account, authoriser: walletOf(account), keyX: x, keyY: y, identity, second: 0n }
}

/** An openQuest by the wallet 0x1000 + owner, as `walletOf` gives it. */
export function openQuest(terms: Partial<OpenQuestTx> = {}): OpenQuestTx {
  return {
    kind: 'openQuest',
    account: 0,
    authoriser: walletOf(terms.account ?? 0),
    quest: 0,
    previous: 0,
    issuerKeyX: issuerKey.x,
    issuerKeyY: issuerKey.y,
    opensAt: now - 1000,
    closesAt: now + 1000,
    supply: 100,
    points: 10,
    category: 1,
    expiresAfter: 0,
    revocable: true,
    rewardToken: 0,
    rewardPerMint: 0n,
    feePerMint: 0n,
    rulesHash: 77n,
    pool: 0n,
    feePool: 0n,
    ...terms,
  }
}

export const walletOf = (account: number): bigint => 0x1000n + BigInt(account)

/** A slot over a memory store that builds, commits and settles one batch after another. */
export async function openSlot(hasher: Hasher = toyHasher, store: NodeStore = createMemoryNodeStore()) {
  let state = await loadState(store, hasher)
  const draft = (parts: Partial<BatchDraft> = {}): BatchDraft => ({
    circuit: 'small',
    number: state.batch + 1,
    timestamp: now,
    domain: slotDomain,
    leader: 0,
    opens: [],
    groups: [],
    ledger: [],
    inbox: [],
    oldInboxIndex: state.inboxIndex,
    ...parts,
  })
  const build = (parts: Partial<BatchDraft> = {}) => buildBatch({ hasher }, state, draft(parts))
  const keep = async (built: BuiltBatch) => {
    await commitState(built.next, store, built.number)
    state = settle(built.next)
  }
  return {
    store,
    hasher,
    draft,
    build,
    keep,
    get state(): SlotState {
      return state
    },
    /** Builds and keeps; throws when the draft is refused. */
    async advance(parts: Partial<BatchDraft> = {}): Promise<BuiltBatch> {
      const result = await build(parts)
      if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.reason)}`)
      await keep(result.value)
      return result.value
    },
    /** Signs as the member of the tx's account (a revoke: as the issuer), unless told otherwise. */
    signTx: (tx: LedgerTx, secret = tx.kind === 'revoke' ? issuerSecret : memberSecret(tx.account)): SignedLedgerTx =>
      signLedgerTx(hasher, tx, { domain: domainOf(slotDomain.chainId, slotDomain.rollup), secret }),
    async sign(group: DraftGroup & { earlier?: number }, secret = issuerSecret): Promise<SignedGroup> {
      const message = await groupMessage(state, group, slotDomain)
      return { ...group, signature: sign(hasher, secret, message) }
    },
  }
}

export type TestSlot = Awaited<ReturnType<typeof openSlot>>

/** Entries as the contract hands them over. */
export const items = (...txs: InboxTx[]) => txs.map((tx) => ({ words: encodeInboxTx(tx) }))

/** A slot with nine accounts (wallet `walletOf(i)`), 1,000 in the vault of account 0 and one quest (index 0) paying 2 and a fee of 1 a mint. */
export async function openSlotWithQuest(hasher: Hasher = toyHasher, terms: Partial<OpenQuestTx> = {}): Promise<TestSlot> {
  const slot = await openSlot(hasher)
  await slot.advance({
    opens: Array.from({ length: 9 }, (_, i) => walletOf(i)),
    inbox: items(deposit(0, 1000n), openQuest({ rewardPerMint: 2n, feePerMint: 1n, pool: 200n, feePool: 100n, ...terms })),
  })
  return slot
}
