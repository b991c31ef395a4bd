import * as z from 'zod'
import type { AccountLeaf, QuestLeaf } from '#server/rollup/protocol/circuitInputs.ts'
import { trees } from '#server/rollup/protocol/constants.gen.ts'
import { accountLeaf, type CredentialLeaf, credentialLeaf, questLeaf, stateRoot } from '#server/rollup/protocol/leaves.ts'
import type { Hasher } from '#server/rollup/protocol/poseidon2.ts'
import { depositTx } from '#server/rollup/protocol/tx/deposit.ts'
import { mintGroup } from '#server/rollup/protocol/tx/mint.ts'
import { openQuestTx } from '#server/rollup/protocol/tx/openQuest.ts'
import { encodeInboxTx } from '#server/rollup/protocol/words.ts'
import type { BatchDraft } from '#server/rollup/state/draft.ts'
import { emptyAccount, emptyQuest } from '#server/rollup/state/leafFields.ts'
import { createMemoryNodeStore } from '#server/rollup/state/memoryNodeStore.ts'
import { loadState, type SlotState } from '#server/rollup/state/slotState.ts'
import { naiveRoot } from './naiveTree.ts'

const decimal = z
  .string()
  .regex(/^[0-9]+$/)
  .transform(BigInt)
const leaves = z.record(z.string().regex(/^[0-9]+$/), z.record(z.string(), decimal))
const hex = z.custom<`0x${string}`>((value) => typeof value === 'string' && /^0x[0-9a-f]+$/.test(value))

/** A whole state by its leaves; fields left out are 0, indices left out are empty. */
const state = z.strictObject({
  accountCount: z.number(),
  credentialCount: z.number(),
  inboxIndex: z.number(),
  accounts: leaves,
  credentials: leaves,
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
    inbox: z.array(z.discriminatedUnion('kind', [depositTx, openQuestTx])),
  }),
  /** A refused open or group refuses the batch; a refused inbox item is a no-op that moves the inbox index. */
  expect: z.union([
    z.strictObject({ batch: z.literal('refused'), section: z.string(), position: z.number(), reason: z.string() }),
    z.strictObject({ batch: z.literal('applied'), effects: z.number(), reasons: z.array(z.string().nullable()), after: state }),
  ]),
})
export type TxVector = z.output<typeof txVector>
export type StateVector = z.output<typeof state>

export const txVectorFile = z.strictObject({
  tx: z.enum(['openAccount', 'mint', 'deposit', 'openQuest']),
  domain: z.strictObject({ chainId: z.number(), rollup: hex }),
  cases: z.array(txVector),
})

const pad = <L extends Readonly<Record<string, bigint>>>(empty: L, fields: Readonly<Record<string, bigint>>): L => ({ ...empty, ...fields })
const emptyCredential: CredentialLeaf = { account: 0n, quest: 0n, serial: 0n, issuedAt: 0n, flags: 0n, evidenceRoot: 0n }

const entries = <L extends Readonly<Record<string, bigint>>>(
  record: Readonly<Record<string, Readonly<Record<string, bigint>>>>,
  empty: L,
): [number, L][] => Object.entries(record).map(([index, fields]) => [Number(index), pad(empty, fields)])

/** The root of a state from all its leaves, without the engine's trees. */
export function rootOf(hasher: Hasher, { accountCount, credentialCount, inboxIndex, ...tree }: Omit<StateVector, 'root'>): bigint {
  const over = <L extends Readonly<Record<string, bigint>>>(list: [number, L][], hash: (leaf: L) => bigint) =>
    new Map(list.map(([index, leaf]) => [index, hash(leaf)]))
  const accounts = over(entries<AccountLeaf>(tree.accounts, emptyAccount), (leaf) => accountLeaf(hasher, leaf))
  const credentials = over(entries(tree.credentials, emptyCredential), (leaf) => credentialLeaf(hasher, leaf))
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
  const credentials = entries(vector.credentials, emptyCredential)
  const vaults = Object.keys(vector.vaults).map(Number)
  await genesis.prefetch({ quests: Object.keys(vector.quests).map(Number), vaults })
  const scratch = genesis.scratch(0)
  for (const [index, leaf] of entries<AccountLeaf>(vector.accounts, emptyAccount)) scratch.setAccount(index, leaf)
  for (const [index, leaf] of credentials) scratch.setCredential(index, leaf)
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
