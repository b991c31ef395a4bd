import { dataCommit, evaluate } from '#server/rollup/protocol/batch.ts'
import type { CircuitInputs, EntryWitness, Path, StateHeader } from '#server/rollup/protocol/circuitInputs.ts'
import { circuits, newAccount, trees } from '#server/rollup/protocol/constants.gen.ts'
import { accountLeaf, credentialLeaf, questLeaf, stateRoot } from '#server/rollup/protocol/leaves.ts'
import type { Hasher } from '#server/rollup/protocol/poseidon2.ts'
import { isOnCurve } from '#server/rollup/protocol/schnorr.ts'
import { rootFromPath, zeroHash } from '#server/rollup/protocol/trees.ts'
import { accountOf } from '#server/rollup/protocol/tx/openAccount.ts'
import { type OpenQuestTx, questOf } from '#server/rollup/protocol/tx/openQuest.ts'
import { decodeWords, type InboxTx } from '#server/rollup/protocol/words.ts'

const { opens, mints } = circuits.small
const LIMIT = 1n << 96n

/**
 * What the circuit does, from its inputs alone and without a tree: checks every path against the running roots and gives the root and the
 * effects that follow. Throws where the circuit could not be satisfied. Signatures and windows are left to others.
 */
export function replayWitness(hasher: Hasher, inputs: CircuitInputs): { newRoot: bigint; effects: bigint } {
  const content = decodeWords('small', inputs.words)
  if (dataCommit(hasher, inputs.words) !== inputs.public.dataCommit) throw new Error('dataCommit')
  if (evaluate(inputs.words, inputs.public.r) !== inputs.public.y) throw new Error('evaluation')
  if (stateRoot(hasher, inputs.old) !== inputs.public.oldRoot) throw new Error('old root')
  const state: StateHeader = { ...inputs.old }

  const place = (root: keyof StateHeader, step: { index: bigint; path: Path; before: bigint; after: bigint }) => {
    if (rootFromPath(hasher, step.before, Number(step.index), step.path) !== state[root]) throw new Error(`path in ${root}`)
    state[root] = rootFromPath(hasher, step.after, Number(step.index), step.path)
  }

  if (content.opens.length > 0) {
    const position = ceil(state.accountCount, opens)
    const leaves = content.opens.map((word) => accountLeaf(hasher, accountOf(word) ?? fail('wallet')))
    place('accountsRoot', { index: position, path: inputs.openPath, before: zeroHash(hasher, 2), after: subtree(hasher, leaves, opens) })
    state.accountCount = position * BigInt(opens) + BigInt(leaves.length)
  }

  let fees = 0n
  if (content.groups.length > 0) {
    const position = ceil(state.credentialCount, mints)
    const leaves = new Array<bigint>(mints).fill(0n)
    let slot = 0
    for (const [i, { quest, accounts, evidenceRoot }] of content.groups.entries()) {
      const witness = inputs.groups[i] ?? fail('group')
      const count = BigInt(accounts.length)
      const before = witness.quest
      for (const [p, account] of accounts.entries()) {
        const serial = before.minted + BigInt(p)
        const fields = {
          account: BigInt(account),
          quest: BigInt(quest),
          serial,
          issuedAt: inputs.public.timestamp,
          flags: 0n,
          evidenceRoot,
        }
        leaves[slot + p] = credentialLeaf(hasher, fields)
      }
      slot += 9 * Math.ceil(accounts.length / 9)
      const after = {
        ...before,
        minted: before.minted + count,
        groupNonce: before.groupNonce + 1n,
        pool: before.pool - count * before.rewardPerMint,
        feePool: before.feePool - count * before.feePerMint,
      }
      place('questsRoot', {
        index: BigInt(quest),
        path: witness.questPath,
        before: questLeaf(hasher, before),
        after: questLeaf(hasher, after),
      })
      fees += count * before.feePerMint
    }
    place('credentialsRoot', { index: position, path: inputs.mintPath, before: zeroHash(hasher, 3), after: subtree(hasher, leaves, mints) })
    state.credentialCount = position * BigInt(mints) + BigInt(slot)
  }

  let effects = 0n
  for (const [i, tx] of content.inbox.entries()) {
    const applied = replayEntry(hasher, { state, place }, tx, inputs.entries[i] ?? fail('entry'))
    if (applied) effects += 1n << BigInt(i)
  }
  state.inboxIndex += BigInt(content.inbox.length)
  const leader = { index: 81n * BigInt(content.leader), path: inputs.leaderPath, before: inputs.leaderBalance }
  place('vaultsRoot', { ...leader, after: inputs.leaderBalance + fees })
  return { newRoot: stateRoot(hasher, state), effects }
}

type Running = {
  state: StateHeader
  place(root: keyof StateHeader, step: { index: bigint; path: Path; before: bigint; after: bigint }): void
}

function replayEntry(hasher: Hasher, { state, place }: Running, tx: InboxTx, witness: EntryWitness): boolean {
  if (tx.kind === 'openQuest') return replayOpenQuest(hasher, { state, place }, tx, witness)
  const isNew = tx.account === newAccount
  const leaf = isNew ? accountOf(tx.wallet) : null
  const reachable = isNew ? leaf !== null && state.accountCount < BigInt(trees.accounts.capacity) : BigInt(tx.account) < state.accountCount
  if (tx.token !== 0 || !reachable) return false
  const account = isNew ? state.accountCount : BigInt(tx.account)
  const vault = { index: 81n * account, path: witness.vaultPath, before: witness.vaultBalance }
  const fits = witness.vaultBalance + tx.amount < LIMIT
  place('vaultsRoot', { ...vault, after: fits ? witness.vaultBalance + tx.amount : witness.vaultBalance })
  if (fits && leaf !== null) {
    place('accountsRoot', { index: account, path: witness.accountPath, before: 0n, after: accountLeaf(hasher, leaf) })
    state.accountCount++
  }
  return fits
}

function replayOpenQuest(hasher: Hasher, { state, place }: Running, tx: OpenQuestTx, witness: EntryWitness): boolean {
  const known = BigInt(tx.account) < state.accountCount
  const inRange = tx.quest < trees.quests.capacity
  const skipped = Object.values(witness.account).every((field) => field === 0n)
  const cost = tx.pool + tx.feePool
  const possible = tx.closesAt >= tx.opensAt && tx.supply > 0 && tx.rewardToken === 0 && isOnCurve({ x: tx.issuerKeyX, y: tx.issuerKeyY })
  const owner = !skipped && witness.account.evm === tx.sender
  const ok = known && inRange && owner && witness.questOld === 0n && possible && cost <= witness.vaultBalance
  if (known) {
    const leaf = skipped ? 0n : accountLeaf(hasher, witness.account)
    place('accountsRoot', { index: BigInt(tx.account), path: witness.accountPath, before: leaf, after: leaf })
    const after = witness.vaultBalance - (ok ? cost : 0n)
    place('vaultsRoot', { index: 81n * BigInt(tx.account), path: witness.vaultPath, before: witness.vaultBalance, after })
  }
  if (inRange) {
    const after = ok ? questLeaf(hasher, questOf(tx)) : witness.questOld
    place('questsRoot', { index: BigInt(tx.quest), path: witness.questPath, before: witness.questOld, after })
  }
  return ok
}

const ceil = (count: bigint, size: number): bigint => (count + BigInt(size) - 1n) / BigInt(size)

function subtree(hasher: Hasher, leaves: readonly bigint[], size: number): bigint {
  let level = Array.from({ length: size }, (_, i) => leaves[i] ?? 0n)
  while (level.length > 1) level = hasher.hashNodes(level)
  return level[0] ?? 0n
}

function fail(what: string): never {
  throw new Error(`no ${what}`)
}
