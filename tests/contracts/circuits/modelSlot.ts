import type { AccountLeaf, CredentialLeaf, QuestLeaf, StateHeader } from '#server/rollup/protocol/circuitInputs.ts'
import { tags, trees } from '#server/rollup/protocol/constants.gen.ts'
import { mod } from '#server/rollup/protocol/field.ts'
import { fastHasher as hasher } from '#server/rollup/state/fastHash.ts'
import { SparseTree } from './sparseTree.ts'

/** A slot's state for the model: leaves in maps, trees beside them. No cache, no scratch copy, no store, and no check: leaves may be impossible. */
export type Slot = {
  accounts: SparseTree
  credentials: SparseTree
  quests: SparseTree
  vaults: SparseTree
  accountLeaves: Map<number, AccountLeaf>
  links: Map<number, readonly bigint[]>
  credentialLeaves: Map<number, CredentialLeaf>
  questLeaves: Map<number, QuestLeaf>
  accountCount: number
  credentialCount: number
  inboxIndex: number
}

export const emptySlot = (): Slot => ({
  accounts: new SparseTree(trees.accounts.depth),
  credentials: new SparseTree(trees.credentials.depth),
  quests: new SparseTree(trees.quests.depth),
  vaults: new SparseTree(trees.vaults.depth),
  accountLeaves: new Map(),
  links: new Map(),
  credentialLeaves: new Map(),
  questLeaves: new Map(),
  accountCount: 0,
  credentialCount: 0,
  inboxIndex: 0,
})

export const copySlot = (slot: Slot): Slot => ({
  ...slot,
  accounts: slot.accounts.copy(),
  credentials: slot.credentials.copy(),
  quests: slot.quests.copy(),
  vaults: slot.vaults.copy(),
  accountLeaves: new Map(slot.accountLeaves),
  links: new Map(slot.links),
  credentialLeaves: new Map(slot.credentialLeaves),
  questLeaves: new Map(slot.questLeaves),
})

export const headerOf = (slot: Slot): StateHeader => ({
  accountsRoot: slot.accounts.root,
  accountCount: BigInt(slot.accountCount),
  credentialsRoot: slot.credentials.root,
  credentialCount: BigInt(slot.credentialCount),
  questsRoot: slot.quests.root,
  vaultsRoot: slot.vaults.root,
  inboxIndex: BigInt(slot.inboxIndex),
})

export const noLinks: readonly bigint[] = new Array<bigint>(9).fill(0n)
export const linksOf = (slot: Slot, account: number): readonly bigint[] => slot.links.get(account) ?? noLinks

/** Lanes of a packed word by their first bits; what does not fit spills into the next lane, as in a circuit without range checks. */
const packed = (...lanes: readonly (readonly [bigint, number])[]) =>
  mod(lanes.reduce((sum, [value, shift]) => sum + value * (1n << BigInt(shift)), 0n))
const hash = (tag: number, ...inputs: readonly bigint[]) =>
  hasher.hash(
    tag,
    inputs.map((input) => mod(input)),
  )

export function putAccount(slot: Slot, index: number, account: AccountLeaf, links = linksOf(slot, index)) {
  const linksDigest = links.some((word) => word !== 0n) ? hash(tags.links, ...links) : 0n
  const leaf = { ...account, linksDigest }
  slot.accountLeaves.set(index, leaf)
  slot.links.set(index, links)
  const wallets = hash(tags.accountWallets, leaf.evm, leaf.solanaDigest, linksDigest)
  const key = hash(tags.accountKey, leaf.keyX, leaf.keyY, leaf.nonce)
  const pending = hash(tags.accountPending, leaf.pendingKeyX, leaf.pendingKeyY, leaf.pendingAt, leaf.identity)
  slot.accounts.set(index, hash(tags.account, wallets, key, pending, leaf.movedTo))
}

/** What falls below 0 wraps around p, as it would in a circuit without the checks. */
const wrapped = (leaf: QuestLeaf) => Object.fromEntries(Object.entries(leaf).map(([name, value]) => [name, mod(value)])) as QuestLeaf

export function putQuest(slot: Slot, index: number, leaf: QuestLeaf) {
  const quest = wrapped(leaf)
  slot.questLeaves.set(index, quest)
  const { minted, claimed, revokedUnclaimed, groupNonce, opensAt, closesAt, supply, points, category, expiresAfter } = quest
  const schedule = packed(
    ...([
      [opensAt, 0],
      [closesAt, 40],
      [supply, 80],
      [points, 112],
      [category, 144],
      [expiresAfter, 160],
      [quest.revocable, 200],
    ] as const),
  )
  const prices = packed([quest.rewardToken, 0], [quest.rewardPerMint, 8], [quest.feePerMint, 104])
  const owner = packed([quest.owner, 0], [quest.previous, 26])
  const terms = hash(tags.questTerms, owner, quest.issuerKeyX, quest.issuerKeyY, schedule, prices, quest.rulesHash)
  const counters = packed([minted, 0], [claimed, 32], [revokedUnclaimed, 64], [groupNonce, 96])
  slot.quests.set(index, hash(tags.quest, terms, counters, packed([quest.pool, 0], [quest.feePool, 112])))
}

export function putCredential(slot: Slot, index: number, leaf: CredentialLeaf) {
  slot.credentialLeaves.set(index, leaf)
  slot.credentials.set(index, credentialHash(leaf))
}

export function revokeCredential(slot: Slot, index: number, leaf: CredentialLeaf, reason: bigint) {
  slot.credentialLeaves.delete(index)
  slot.credentials.set(index, hash(tags.revokedCredential, credentialHash(leaf), reason))
}

function credentialHash({ account, quest, serial, issuedAt, flags, evidenceRoot }: CredentialLeaf): bigint {
  return hash(tags.credential, account, packed([quest, 0], [serial, 21], [issuedAt, 53], [flags, 93]), evidenceRoot)
}
