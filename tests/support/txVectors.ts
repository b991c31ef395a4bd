import * as z from 'zod'
import type { AccountLeaf, CredentialLeaf, QuestLeaf } from '#server/rollup/protocol/circuitInputs.ts'
import { kinds, tags, trees } from '#server/rollup/protocol/constants.gen.ts'
import { accountLeaf, credentialLeaf, questLeaf, stateRoot } from '#server/rollup/protocol/leaves.ts'
import type { Hasher } from '#server/rollup/protocol/poseidon2.ts'
import { inboxTx } from '#server/rollup/protocol/tx/inboxTx.ts'
import { signedLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { mintGroup } from '#server/rollup/protocol/tx/mint.ts'
import { encodeInboxTx } from '#server/rollup/protocol/words.ts'
import type { BatchDraft } from '#server/rollup/state/draft.ts'
import { emptyAccount, emptyCredential, emptyQuest } from '#server/rollup/state/leafFields.ts'
import { createMemoryNodeStore } from '#server/rollup/state/memoryNodeStore.ts'
import { loadState, type SlotState } from '#server/rollup/state/slotState.ts'
import { naiveRoot } from './naiveTree.ts'

const decimal = z
  .string()
  .regex(/^[0-9]+$/)
  .transform(BigInt)
const leaves = z.record(z.string().regex(/^[0-9]+$/), z.record(z.string(), decimal))
const hex = z.custom<`0x${string}`>((value) => typeof value === 'string' && /^0x[0-9a-f]+$/.test(value))

/**
 * A whole state by its leaves; fields left out are 0, indices left out are empty. `linksDigest` of an account is not a field of its own:
 * it follows from `links`, the nine words of whoever has any. `revoked` gives the reason beside a credential's fields.
 */
const state = z.strictObject({
  accountCount: z.number(),
  credentialCount: z.number(),
  inboxIndex: z.number(),
  accounts: leaves,
  links: z.record(z.string().regex(/^[0-9]+$/), z.array(decimal).length(9)),
  credentials: leaves,
  revoked: z.record(z.string().regex(/^[0-9]+$/), decimal),
  quests: leaves,
  /** Balance by vault index (`account * 81 + token`). */
  vaults: z.record(z.string(), decimal),
  root: hex,
})

/** One batch with the tx in it, on a state, and what must come of it. */
export const txVector = z.strictObject({
  name: z.string(),
  /** The rule that decides. */
  why: z.string(),
  before: state,
  batch: z.strictObject({
    timestamp: z.number(),
    leader: z.number(),
    opens: z.array(decimal),
    groups: z.array(mintGroup),
    ledger: z.array(signedLedgerTx),
    inbox: z.array(inboxTx),
  }),
  /** A refused open, group or ledger tx refuses the batch; a refused inbox item is a no-op that moves the inbox index. */
  expect: z.union([
    z.strictObject({ batch: z.literal('refused'), section: z.string(), position: z.number(), reason: z.string() }),
    z.strictObject({ batch: z.literal('applied'), effects: z.number(), reasons: z.array(z.string().nullable()), after: state }),
  ]),
})
export type TxVector = z.output<typeof txVector>
export type StateVector = z.output<typeof state>

export const txVectorFile = z.strictObject({
  tx: z.enum(['openAccount', 'mint', ...(Object.keys(kinds) as (keyof typeof kinds)[])]),
  domain: z.strictObject({ chainId: z.number(), rollup: hex }),
  cases: z.array(txVector),
})

const pad = <L extends Readonly<Record<string, bigint>>>(empty: L, fields: Readonly<Record<string, bigint>>): L => ({ ...empty, ...fields })

const entries = <L extends Readonly<Record<string, bigint>>>(
  record: Readonly<Record<string, Readonly<Record<string, bigint>>>>,
  empty: L,
): [number, L][] => Object.entries(record).map(([index, fields]) => [Number(index), pad(empty, fields)])

/** The root of a state from all its leaves, without the engine's trees. */
export function rootOf(hasher: Hasher, { accountCount, credentialCount, inboxIndex, ...tree }: Omit<StateVector, 'root'>): bigint {
  const over = <L extends Readonly<Record<string, bigint>>>(list: [number, L][], hash: (leaf: L) => bigint) =>
    new Map(list.map(([index, leaf]) => [index, hash(leaf)]))
  const digest = (index: number) => {
    const words = tree.links[index] ?? []
    return words.some((word) => word !== 0n) ? hasher.hash(tags.links, words) : 0n
  }
  const accounts = new Map(
    entries<AccountLeaf>(tree.accounts, emptyAccount).map(([index, leaf]) => [
      index,
      accountLeaf(hasher, { ...leaf, linksDigest: digest(index) }),
    ]),
  )
  const credentials = over(entries<CredentialLeaf>(tree.credentials, emptyCredential), (leaf) => credentialLeaf(hasher, leaf))
  for (const [index, reason] of Object.entries(tree.revoked)) {
    credentials.set(Number(index), hasher.hash(tags.revokedCredential, [credentials.get(Number(index)) ?? 0n, reason]))
  }
  const quests = over(entries<QuestLeaf>(tree.quests, emptyQuest), (leaf) => questLeaf(hasher, leaf))
  const vaults = new Map(Object.entries(tree.vaults).map(([index, balance]) => [Number(index), balance]))
  return stateRoot(hasher, {
    accountsRoot: naiveRoot(hasher, trees.accounts.depth, accounts),
    accountCount: BigInt(accountCount),
    credentialsRoot: naiveRoot(hasher, trees.credentials.depth, credentials),
    credentialCount: BigInt(credentialCount),
    questsRoot: naiveRoot(hasher, trees.quests.depth, quests),
    vaultsRoot: naiveRoot(hasher, trees.vaults.depth, vaults),
    inboxIndex: BigInt(inboxIndex),
  })
}

/** The engine's state with exactly these leaves, as the end of batch 0: the vector's batch is number 1. */
export async function stateOf(hasher: Hasher, vector: Omit<StateVector, 'root'>): Promise<SlotState> {
  const genesis = await loadState(createMemoryNodeStore(), hasher)
  const vaults = Object.keys(vector.vaults).map(Number)
  await genesis.prefetch({ quests: Object.keys(vector.quests).map(Number), vaults })
  const scratch = genesis.scratch(0)
  for (const [index, leaf] of entries<AccountLeaf>(vector.accounts, emptyAccount)) scratch.setAccount(index, leaf, vector.links[index])
  for (const [index, leaf] of entries<CredentialLeaf>(vector.credentials, emptyCredential)) {
    const reason = vector.revoked[index]
    if (reason === undefined) scratch.setCredential(index, leaf)
    else scratch.revokeCredential(index, leaf, reason)
  }
  for (const [index, leaf] of entries<QuestLeaf>(vector.quests, emptyQuest)) scratch.setQuest(index, leaf)
  for (const index of vaults) scratch.trees.vaults.setLeaf(index, vector.vaults[index] ?? 0n)
  scratch.accountCount = vector.accountCount
  scratch.credentialCount = vector.credentialCount
  scratch.inboxIndex = vector.inboxIndex
  return scratch.settle()
}

/** The vector's batch as the engine takes it. */
export function draftOf(vector: TxVector, domain: BatchDraft['domain']): BatchDraft {
  const { inbox, ...batch } = vector.batch
  return {
    circuit: 'small',
    number: 1,
    domain,
    ...batch,
    inbox: inbox.map((tx) => ({ words: encodeInboxTx(tx) })),
    oldInboxIndex: vector.before.inboxIndex,
  }
}
