import type { CircuitInputs, EntryWitness, GroupWitness, Path, VaultWitness } from '#server/rollup/protocol/circuitInputs.ts'
import { type CircuitName, circuits, trees } from '#server/rollup/protocol/constants.gen.ts'
import { noLinks } from '#server/rollup/protocol/leaves.ts'
import { ARITY } from '#server/rollup/protocol/trees.ts'
import type { BatchContent } from '#server/rollup/protocol/words.ts'
import { alignedStart, type Trace } from './applyBatch.ts'
import type { EntryTx } from './applyTx.ts'
import { entryParts } from './entryParts.ts'
import { emptyAccount, emptyCredential, emptyQuest } from './leafFields.ts'
import { type SlotState, vaultIndex } from './slotState.ts'

/** The private part of the circuit's inputs. */
export type Witness = Omit<CircuitInputs, 'public' | 'words'>

const zeroPath = (depth: number): Path => Array.from({ length: depth }, () => [0n, 0n] as const)

/** Follows `applyBatch` through a batch and takes every leaf and path right before it changes. Unused groups and entries are zeros. */
export function traceWitness(circuit: CircuitName, content: BatchContent, before: SlotState): { trace: Trace; witness(): Witness } {
  const capacity = circuits[circuit]
  const old = before.header()
  const groups: GroupWitness[] = []
  const entries: EntryWitness[] = []
  let openPath = zeroPath(capacity.openPath)
  let mintPath = zeroPath(capacity.mintPath)
  let leader: VaultWitness = { balance: 0n, path: zeroPath(trees.vaults.depth) }
  const trace: Trace = {
    beforeOpens: (state) => {
      openPath = appendPath(state, 'accounts', capacity.opens) ?? openPath
    },
    beforeMints: (state) => {
      mintPath = appendPath(state, 'credentials', capacity.mints) ?? mintPath
    },
    beforeGroup: (state, group) => {
      groups.push(groupWitness(state, content.groups[group]?.quest ?? 0))
    },
    beforeEntry: (state, entry) => {
      const tx = content.ledger[entry] ?? content.inbox[entry - content.ledger.length]
      if (tx !== undefined) entries.push(entryWitness(state, tx))
    },
    beforeMove: (state, part, vault) => {
      const entry = entries.at(-1)
      if (entry !== undefined) entries[entries.length - 1] = { ...entry, [part]: vaultWitness(state, vault) }
    },
    beforeFees: (state) => {
      leader = vaultWitness(state, { account: content.leader, token: 0 })
    },
  }
  const witness = (): Witness => ({
    old,
    openPath,
    mintPath,
    groups: filled(groups, capacity.groups, { quest: emptyQuest, questPath: zeroPath(trees.quests.depth) }),
    entries: filled(entries, capacity.entries, emptyEntry()),
    leaderBalance: leader.balance,
    leaderPath: leader.path,
  })
  return { trace, witness }
}

/** Path of the subtree that the batch may fill, from the subtree's level up; null when the tree is full. */
function appendPath(state: SlotState, tree: 'accounts' | 'credentials', size: number): Path | null {
  const count = tree === 'accounts' ? state.accountCount : state.credentialCount
  const start = alignedStart(count, size)
  if (start + size > trees[tree].capacity) return null
  const level = Math.round(Math.log(size) / Math.log(ARITY))
  return state.trees[tree].path(start / size, level)
}

function groupWitness(state: SlotState, quest: number): GroupWitness {
  const leaf = state.quest(quest)
  if (leaf === null) return { quest: emptyQuest, questPath: zeroPath(trees.quests.depth) }
  return { quest: leaf, questPath: state.trees.quests.path(quest) }
}

function entryWitness(state: SlotState, tx: EntryTx): EntryWitness {
  const { account, other, native, own, others, quest, credential } = entryParts(state, tx)
  const empty = emptyEntry()
  return {
    account: (account === undefined ? null : state.account(account)) ?? emptyAccount,
    accountPath: account === undefined ? empty.accountPath : state.trees.accounts.path(account),
    links: account === undefined ? noLinks : state.links(account),
    other: (other === undefined ? null : state.account(other)) ?? emptyAccount,
    otherPath: other === undefined ? empty.otherPath : state.trees.accounts.path(other),
    native: native ? vaultWitness(state, native) : empty.native,
    own: own ? vaultWitness(state, own) : empty.own,
    others: others ? vaultWitness(state, others) : empty.others,
    quest: (quest === undefined ? null : state.quest(quest)) ?? emptyQuest,
    questPath: quest === undefined ? empty.questPath : state.trees.quests.path(quest),
    credential: (credential === undefined ? null : state.credential(credential)) ?? emptyCredential,
    credentialPath: credential === undefined ? empty.credentialPath : state.trees.credentials.path(credential),
  }
}

const vaultWitness = (state: SlotState, { account, token }: { account: number; token: number }): VaultWitness => ({
  balance: state.vault(account, token),
  path: state.trees.vaults.path(vaultIndex(account, token)),
})

function emptyEntry(): EntryWitness {
  const emptyVault = { balance: 0n, path: zeroPath(trees.vaults.depth) }
  return {
    account: emptyAccount,
    accountPath: zeroPath(trees.accounts.depth),
    links: noLinks,
    other: emptyAccount,
    otherPath: zeroPath(trees.accounts.depth),
    native: emptyVault,
    own: emptyVault,
    others: emptyVault,
    quest: emptyQuest,
    questPath: zeroPath(trees.quests.depth),
    credential: emptyCredential,
    credentialPath: zeroPath(trees.credentials.depth),
  }
}

function filled<T>(items: readonly T[], size: number, empty: T): T[] {
  return Array.from({ length: size }, (_, i) => items[i] ?? empty)
}
