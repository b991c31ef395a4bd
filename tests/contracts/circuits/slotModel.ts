/** A second, plain telling of the rollup README, written to test the circuits with: it also does what the rules refuse. */
import { evaluate } from '#server/rollup/protocol/batch.ts'
import type { CircuitInputs, EntryWitness, GroupWitness } from '#server/rollup/protocol/circuitInputs.ts'
import { type CircuitName, circuits, tags, trees } from '#server/rollup/protocol/constants.gen.ts'
import { stateRoot } from '#server/rollup/protocol/leaves.ts'
import { sign } from '#server/rollup/protocol/schnorr.ts'
import type { SignedLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { type MintGroup, mintGroupMessage } from '#server/rollup/protocol/tx/mint.ts'
import { accountOf } from '#server/rollup/protocol/tx/openAccount.ts'
import { encodeWords, type InboxTx } from '#server/rollup/protocol/words.ts'
import { fastHasher as hasher } from '#server/rollup/state/fastHash.ts'
import { emptyQuest } from '#server/rollup/state/leafFields.ts'
import { runEntry, unusedEntry } from './modelEntry.ts'
import { headerOf, putAccount, putCredential, putQuest, type Slot } from './modelSlot.ts'

/** Signed with the key `issuer`, or with a given signature. */
export type TestGroup = Omit<MintGroup, 'signature'> & ({ issuer: bigint } | { signature: MintGroup['signature'] })
export type TestBatch = {
  timestamp: number
  leader: number
  opens: readonly bigint[]
  groups: readonly TestGroup[]
  ledger: readonly SignedLedgerTx[]
  inbox: readonly InboxTx[]
  /** Inbox items whose decision is turned around. */
  lies?: readonly number[]
}

/** Applies the batch to `slot` in place and gives what the circuit takes. Groups are signed with their `issuer` key as they are met. */
export function runBatch(slot: Slot, domain: bigint, batch: TestBatch, circuit: CircuitName = 'small'): CircuitInputs {
  const old = headerOf(slot)
  const openPath = runOpens(slot, batch.opens, circuit)
  const { signed, groups, mintPath, ...minted } = runGroups(slot, domain, batch, circuit)
  const content = { ...batch, oldInboxIndex: slot.inboxIndex, groups: signed }
  const words = encodeWords(circuit, content)
  const entries: EntryWitness[] = []
  let [effects, fees] = [0n, minted.fees]
  for (const [i, tx] of [...batch.ledger, ...batch.inbox].entries()) {
    const item = i - batch.ledger.length
    const { witness, done, fee } = runEntry(slot, tx, { timestamp: batch.timestamp, lie: batch.lies?.includes(item) ?? false })
    entries.push(witness)
    fees += fee
    if (done && item >= 0) effects |= 1n << BigInt(item)
  }
  while (entries.length < circuits[circuit].entries) entries.push(unusedEntry)
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

function runOpens(slot: Slot, opens: readonly bigint[], circuit: CircuitName) {
  const capacity = circuits[circuit]
  const position = Math.ceil(slot.accountCount / capacity.opens)
  const path = slot.accounts.path(position, trees.accounts.depth - capacity.openPath)
  if (opens.length === 0) return path
  for (const [i, word] of opens.entries()) {
    const account = accountOf(word)
    if (account) putAccount(slot, position * capacity.opens + i, account)
  }
  slot.accountCount = position * capacity.opens + opens.length
  return path
}

function runGroups(slot: Slot, domain: bigint, batch: TestBatch, circuit: CircuitName) {
  const capacity = circuits[circuit]
  const position = Math.ceil(slot.credentialCount / capacity.mints)
  const mintPath = slot.credentials.path(position, trees.credentials.depth - capacity.mintPath)
  const groups: GroupWitness[] = []
  let [word, fees] = [0, 0n]
  const signed = batch.groups.map((group): MintGroup => {
    const quest = slot.questLeaves.get(group.quest) ?? emptyQuest
    const message = mintGroupMessage(hasher, { domain, groupNonce: quest.groupNonce, ...group })
    groups.push({ quest, questPath: slot.quests.path(group.quest) })
    for (const [p, account] of group.accounts.entries()) {
      const mint = {
        account: BigInt(account),
        quest: BigInt(group.quest),
        serial: quest.minted + BigInt(p),
        issuedAt: BigInt(batch.timestamp),
      }
      putCredential(slot, position * capacity.mints + 9 * word + p, { ...mint, flags: 0n, evidenceRoot: group.evidenceRoot })
    }
    word += Math.ceil(group.accounts.length / 9)
    const k = BigInt(group.accounts.length)
    fees += k * quest.feePerMint
    const pools = { pool: quest.pool - k * quest.rewardPerMint, feePool: quest.feePool - k * quest.feePerMint }
    putQuest(slot, group.quest, { ...quest, minted: quest.minted + k, groupNonce: quest.groupNonce + 1n, ...pools })
    return { ...group, signature: 'issuer' in group ? sign(hasher, group.issuer, message) : group.signature }
  })
  if (word > 0) slot.credentialCount = position * capacity.mints + 9 * word
  while (groups.length < capacity.groups) groups.push({ quest: emptyQuest, questPath: slot.quests.path(0) })
  return { signed, groups, mintPath, fees }
}
