import type { CircuitInputs, EntryWitness, GroupWitness, Path } from '#server/rollup/protocol/circuitInputs.ts'
import { type CircuitName, circuits, newAccount, trees } from '#server/rollup/protocol/constants.gen.ts'
import { ARITY } from '#server/rollup/protocol/trees.ts'
import type { BatchContent, InboxTx } from '#server/rollup/protocol/words.ts'
import { alignedStart, type Trace } from './applyBatch.ts'
import { emptyAccount, emptyQuest } from './leafFields.ts'
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
  let leader: { balance: bigint; path: Path } = { balance: 0n, path: zeroPath(trees.vaults.depth) }
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
      const tx = content.inbox[entry]
      if (tx !== undefined) entries.push(entryWitness(state, tx))
    },
    beforeFees: (state) => {
      leader = { balance: state.vault(content.leader), path: state.trees.vaults.path(vaultIndex(content.leader)) }
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

function entryWitness(state: SlotState, tx: InboxTx): EntryWitness {
  const isNew = tx.kind === 'deposit' && tx.account === newAccount
  const wanted = isNew ? state.accountCount : tx.account
  // Index 0 stands for what cannot be there, so that a refused item has a witness, too.
  const known = isNew ? wanted < trees.accounts.capacity : wanted < state.accountCount
  const account = known ? wanted : 0
  const vault = { vaultBalance: state.vault(account), vaultPath: state.trees.vaults.path(vaultIndex(account)) }
  const readsAccount = isNew || tx.kind === 'openQuest'
  const accountPath = readsAccount ? state.trees.accounts.path(account) : zeroPath(trees.accounts.depth)
  if (tx.kind === 'deposit') {
    return { account: emptyAccount, accountPath, ...vault, questOld: 0n, questPath: zeroPath(trees.quests.depth) }
  }
  const quest = tx.quest < trees.quests.capacity ? tx.quest : 0
  return {
    account: state.account(account) ?? emptyAccount,
    accountPath,
    ...vault,
    questOld: state.trees.quests.leaf(quest),
    questPath: state.trees.quests.path(quest),
  }
}

function emptyEntry(): EntryWitness {
  return {
    account: emptyAccount,
    accountPath: zeroPath(trees.accounts.depth),
    vaultBalance: 0n,
    vaultPath: zeroPath(trees.vaults.depth),
    questOld: 0n,
    questPath: zeroPath(trees.quests.depth),
  }
}

function filled<T>(items: readonly T[], size: number, empty: T): T[] {
  return Array.from({ length: size }, (_, i) => items[i] ?? empty)
}
