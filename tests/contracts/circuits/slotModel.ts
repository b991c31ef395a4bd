import { evaluate } from '#server/rollup/protocol/batch.ts'
import type {
  AccountLeaf,
  CircuitInputs,
  EntryWitness,
  GroupWitness,
  QuestLeaf,
  StateHeader,
} from '#server/rollup/protocol/circuitInputs.ts'
import { circuits, newAccount, tags, trees } from '#server/rollup/protocol/constants.gen.ts'
import { mod } from '#server/rollup/protocol/field.ts'
import { accountLeaf, credentialLeaf, questTerms, stateRoot } from '#server/rollup/protocol/leaves.ts'
import { hasher } from '#server/rollup/protocol/poseidon2.ts'
import { derivePublicKey, isOnCurve, sign } from '#server/rollup/protocol/schnorr.ts'
import type { DepositTx } from '#server/rollup/protocol/tx/deposit.ts'
import { type MintGroup, mintGroupMessage } from '#server/rollup/protocol/tx/mint.ts'
import { accountOf } from '#server/rollup/protocol/tx/openAccount.ts'
import { type OpenQuestTx, questOf } from '#server/rollup/protocol/tx/openQuest.ts'
import { encodeWords, type InboxTx } from '#server/rollup/protocol/words.ts'
import { SparseTree } from './sparseTree.ts'

/** A second, plain telling of the rollup README, written to test the circuit with: no cache, no scratch copy, no store. */
export type Slot = {
  accounts: SparseTree
  credentials: SparseTree
  quests: SparseTree
  vaults: SparseTree
  accountLeaves: Map<number, AccountLeaf>
  questLeaves: Map<number, QuestLeaf>
  accountCount: number
  credentialCount: number
  inboxIndex: number
}

/** Signed with the key `issuer`, or with a given signature. */
export type TestGroup = Omit<MintGroup, 'signature'> & ({ issuer: bigint } | { signature: MintGroup['signature'] })
export type TestBatch = {
  timestamp: number
  leader: number
  opens: bigint[]
  groups: readonly TestGroup[]
  inbox: readonly InboxTx[]
  lies?: number[]
}

const LIMIT = 1n << 96n
const capacity = circuits.small
const emptyAccount: AccountLeaf = {
  evm: 0n,
  solanaDigest: 0n,
  linksDigest: 0n,
  keyX: 0n,
  keyY: 0n,
  nonce: 0n,
  pendingKeyX: 0n,
  pendingKeyY: 0n,
  pendingAt: 0n,
  identity: 0n,
  movedTo: 0n,
}

export const emptySlot = (): Slot => ({
  accounts: new SparseTree(trees.accounts.depth),
  credentials: new SparseTree(trees.credentials.depth),
  quests: new SparseTree(trees.quests.depth),
  vaults: new SparseTree(trees.vaults.depth),
  accountLeaves: new Map(),
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

/** Applies the batch to `slot` in place and gives what the circuit takes. Groups are signed with their `issuer` key as they are met. */
export function runBatch(slot: Slot, domain: bigint, batch: TestBatch): CircuitInputs {
  const old = headerOf(slot)
  const openPath = runOpens(slot, batch.opens)
  const { signed, groups, mintPath, fees } = runGroups(slot, domain, batch)
  const content = { leader: batch.leader, oldInboxIndex: slot.inboxIndex, opens: batch.opens, groups: signed, inbox: batch.inbox }
  const words = encodeWords('small', content)
  const entries: EntryWitness[] = []
  let effects = 0n
  for (const [i, tx] of batch.inbox.entries()) {
    const lie = batch.lies?.includes(i) ?? false
    const { witness, applied } = tx.kind === 'deposit' ? runDeposit(slot, tx, lie) : runOpenQuest(slot, tx, lie)
    entries.push(witness)
    if (applied) effects |= 1n << BigInt(i)
  }
  while (entries.length < capacity.entries) entries.push(entryWitness({}))
  slot.inboxIndex += batch.inbox.length
  const leaderBalance = slot.vaults.at(0, batch.leader * 81)
  const leaderPath = slot.vaults.path(batch.leader * 81)
  slot.vaults.set(batch.leader * 81, leaderBalance + fees)
  const r = hasher.hash(0, [domain, 5n])
  const header = { domain, batch: 7n, timestamp: BigInt(batch.timestamp), recipient: 0xbeefn }
  const roots = { oldRoot: stateRoot(hasher, old), newRoot: stateRoot(hasher, headerOf(slot)) }
  const publicInputs = { ...header, ...roots, dataCommit: hasher.hash(tags.words, words), effects, r, y: evaluate(words, r) }
  return { public: publicInputs, words, old, openPath, mintPath, groups, entries, leaderBalance, leaderPath }
}

function runOpens(slot: Slot, opens: readonly bigint[]) {
  const position = Math.ceil(slot.accountCount / capacity.opens)
  const path = slot.accounts.path(position, 2)
  if (opens.length === 0) return path
  for (const [i, word] of opens.entries()) {
    const account = accountOf(word)
    if (account) putAccount(slot, position * capacity.opens + i, account)
  }
  slot.accountCount = position * capacity.opens + opens.length
  return path
}

export function putAccount(slot: Slot, index: number, account: AccountLeaf) {
  slot.accountLeaves.set(index, account)
  slot.accounts.set(index, accountLeaf(hasher, account))
}

function runGroups(slot: Slot, domain: bigint, batch: TestBatch) {
  const position = Math.ceil(slot.credentialCount / capacity.mints)
  const mintPath = slot.credentials.path(position, 3)
  const groups: GroupWitness[] = []
  let fees = 0n
  let word = 0
  const signed = batch.groups.map((group) => {
    const quest = slot.questLeaves.get(group.quest) ?? noQuest
    groups.push({ quest, questPath: slot.quests.path(group.quest) })
    const message = mintGroupMessage(hasher, { ...group, domain, groupNonce: quest.groupNonce })
    for (const [p, account] of group.accounts.entries()) {
      const mint = {
        account: BigInt(account),
        quest: BigInt(group.quest),
        serial: quest.minted + BigInt(p),
        issuedAt: BigInt(batch.timestamp),
      }
      const leaf = credentialLeaf(hasher, { ...mint, flags: 0n, evidenceRoot: group.evidenceRoot })
      slot.credentials.set(position * capacity.mints + 9 * word + p, leaf)
    }
    word += Math.ceil(group.accounts.length / 9)
    const k = BigInt(group.accounts.length)
    fees += k * quest.feePerMint
    putQuest(slot, group.quest, {
      ...quest,
      minted: quest.minted + k,
      groupNonce: quest.groupNonce + 1n,
      pool: quest.pool - k * quest.rewardPerMint,
      feePool: quest.feePool - k * quest.feePerMint,
    })
    return { ...group, signature: 'issuer' in group ? sign(hasher, group.issuer, message) : group.signature }
  })
  if (word > 0) slot.credentialCount = position * capacity.mints + 9 * word
  while (groups.length < capacity.groups) groups.push({ quest: noQuest, questPath: slot.quests.path(0) })
  return { signed, groups, mintPath, fees }
}

/** The model refuses no group: it computes the leaf that a circuit without the checks would, wrapped around p where that goes below 0. */
export function putQuest(slot: Slot, index: number, quest: QuestLeaf) {
  slot.questLeaves.set(index, quest)
  const counters = quest.minted + (quest.claimed << 32n) + (quest.revokedUnclaimed << 64n) + (quest.groupNonce << 96n)
  const pools = mod(quest.pool + (quest.feePool << 112n))
  slot.quests.set(index, hasher.hash(tags.quest, [questTerms(hasher, quest), counters, pools]))
}

function runDeposit(slot: Slot, tx: DepositTx, lie: boolean) {
  const opened = tx.account === newAccount ? accountOf(tx.wallet) : null
  const isNew = tx.account === newAccount
  const index = isNew ? slot.accountCount : tx.account
  const known = isNew ? opened !== null && index < trees.accounts.capacity : tx.account < slot.accountCount
  const vault = index < trees.accounts.capacity && (isNew || known) ? index * 81 : 0
  const balance = slot.vaults.at(0, vault)
  const witness = entryWitness({
    accountPath: slot.accounts.path(isNew ? index : 0),
    vaultBalance: balance,
    vaultPath: slot.vaults.path(vault),
  })
  const applied = (known && tx.token === 0 && balance + tx.amount < LIMIT) !== lie
  if (applied) {
    if (opened) putAccount(slot, index, opened)
    if (isNew) slot.accountCount += 1
    slot.vaults.set(vault, balance + tx.amount)
  }
  return { witness, applied }
}

function runOpenQuest(slot: Slot, tx: OpenQuestTx, lie: boolean) {
  const known = tx.account < slot.accountCount
  const inRange = tx.quest < trees.quests.capacity
  const owner = slot.accountLeaves.get(tx.account)
  const [account, vault, quest] = [known ? tx.account : 0, known ? tx.account * 81 : 0, inRange ? tx.quest : 0]
  const balance = slot.vaults.at(0, vault)
  const witness: EntryWitness = {
    account: slot.accountLeaves.get(account) ?? emptyAccount,
    accountPath: slot.accounts.path(account),
    vaultBalance: balance,
    vaultPath: slot.vaults.path(vault),
    questOld: slot.quests.at(0, quest),
    questPath: slot.quests.path(quest),
  }
  const free = inRange && witness.questOld === 0n
  const valid = tx.closesAt >= tx.opensAt && tx.supply > 0 && tx.rewardToken === 0 && isOnCurve({ x: tx.issuerKeyX, y: tx.issuerKeyY })
  const applied = (known && owner?.evm === tx.sender && free && valid && tx.pool + tx.feePool <= balance) !== lie
  if (applied) {
    putQuest(slot, tx.quest, questOf(tx))
    slot.vaults.set(vault, mod(balance - tx.pool - tx.feePool))
  }
  return { witness, applied }
}

const zeroPath = (depth: number) => Array.from({ length: depth }, (): [bigint, bigint] => [0n, 0n])

function entryWitness(part: Partial<EntryWitness>): EntryWitness {
  return {
    account: emptyAccount,
    accountPath: zeroPath(trees.accounts.depth),
    vaultBalance: 0n,
    vaultPath: zeroPath(trees.vaults.depth),
    questOld: 0n,
    questPath: zeroPath(trees.quests.depth),
    ...part,
  }
}

const noQuest = questOf({
  kind: 'openQuest',
  account: 0,
  sender: 0n,
  quest: 0,
  previous: 0,
  issuerKeyX: 0n,
  issuerKeyY: 0n,
  opensAt: 0,
  closesAt: 0,
  supply: 0,
  points: 0,
  category: 0,
  expiresAfter: 0,
  revocable: false,
  rewardToken: 0,
  rewardPerMint: 0n,
  feePerMint: 0n,
  rulesHash: 0n,
  pool: 0n,
  feePool: 0n,
})

/** An openQuest of `account`, called by `sender`, signed for by `issuer`: open from 1,000 to 2,000 s, 30 places, 5 reward and 2 fee a mint. */
export function openQuest(
  quest: number,
  owner: { account: number; sender: bigint; issuer: bigint },
  change: Partial<OpenQuestTx> = {},
): OpenQuestTx {
  const key = derivePublicKey(owner.issuer)
  return {
    ...{ kind: 'openQuest', account: owner.account, sender: owner.sender, quest, previous: 0, issuerKeyX: key.x, issuerKeyY: key.y },
    ...{ opensAt: 1000, closesAt: 2000, supply: 30, points: 10, category: 3, expiresAfter: 0, revocable: true, rewardToken: 0 },
    ...{ rewardPerMint: 5n, feePerMint: 2n, rulesHash: (1n << 248n) - 1n, pool: 500n, feePool: 200n },
    ...change,
  }
}

export const deposit = (account: number, amount: bigint, change: Partial<DepositTx> = {}): DepositTx => ({
  ...{ kind: 'deposit', account, sender: 0xabcdn, token: 0, amount, wallet: 0n },
  ...change,
})
