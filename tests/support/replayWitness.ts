import { dataCommit, evaluate } from '#server/rollup/protocol/batch.ts'
import type { CircuitInputs, Path, StateHeader } from '#server/rollup/protocol/circuitInputs.ts'
import { type CircuitName, circuits } from '#server/rollup/protocol/constants.gen.ts'
import { accountLeaf, credentialLeaf, questLeaf, stateRoot } from '#server/rollup/protocol/leaves.ts'
import type { Hasher } from '#server/rollup/protocol/poseidon2.ts'
import { rootFromPath, zeroHash } from '#server/rollup/protocol/trees.ts'
import { accountOf } from '#server/rollup/protocol/tx/openAccount.ts'
import { type BatchContent, decodeWords } from '#server/rollup/protocol/words.ts'
import { replayEntry } from './replayEntry.ts'

export type Step = { index: bigint; path: Path; before: bigint; after: bigint }
export type Running = { hasher: Hasher; state: StateHeader; timestamp: bigint; place(root: keyof StateHeader, step: Step): void }

/**
 * What the circuit does, from its inputs alone and without a tree: checks every path against the running roots and gives the root and the
 * effects that follow. Throws where the circuit could not be satisfied. Signatures and windows are left to others.
 */
export function replayWitness(hasher: Hasher, inputs: CircuitInputs, circuit: CircuitName = 'small'): { newRoot: bigint; effects: bigint } {
  const content = decodeWords(circuit, inputs.words)
  if (dataCommit(hasher, inputs.words) !== inputs.public.dataCommit) throw new Error('dataCommit')
  if (evaluate(inputs.words, inputs.public.r) !== inputs.public.y) throw new Error('evaluation')
  if (stateRoot(hasher, inputs.old) !== inputs.public.oldRoot) throw new Error('old root')
  const state: StateHeader = { ...inputs.old }
  const place = (root: keyof StateHeader, step: Step) => {
    if (rootFromPath(hasher, step.before, Number(step.index), step.path) !== state[root]) throw new Error(`path in ${root}`)
    state[root] = rootFromPath(hasher, step.after, Number(step.index), step.path)
  }
  const running = { hasher, state, timestamp: inputs.public.timestamp, place }

  replayOpens(running, inputs, content.opens, circuit)
  let fees = replayGroups(running, inputs, content.groups, circuit)
  for (const [i, tx] of content.ledger.entries()) {
    if (!replayEntry(running, tx, inputs.entries[i] ?? fail('entry'))) throw new Error(`ledger tx ${i}: ${tx.kind} is refused`)
    if (tx.kind !== 'revoke') fees += tx.fee
  }
  let effects = 0n
  for (const [i, tx] of content.inbox.entries()) {
    const applied = replayEntry(running, tx, inputs.entries[content.ledger.length + i] ?? fail('entry'))
    if (applied) effects += 1n << BigInt(i)
  }
  state.inboxIndex += BigInt(content.inbox.length)
  const leader = { index: 81n * BigInt(content.leader), path: inputs.leaderPath, before: inputs.leaderBalance }
  place('vaultsRoot', { ...leader, after: inputs.leaderBalance + fees })
  return { newRoot: stateRoot(hasher, state), effects }
}

function replayOpens({ hasher, state, place }: Running, { openPath }: CircuitInputs, words: readonly bigint[], circuit: CircuitName): void {
  if (words.length === 0) return
  const { opens } = circuits[circuit]
  const position = ceil(state.accountCount, opens)
  const leaves = words.map((word) => accountLeaf(hasher, accountOf(word) ?? fail('wallet')))
  place('accountsRoot', { index: position, path: openPath, before: emptySubtree(hasher, opens), after: subtree(hasher, leaves, opens) })
  state.accountCount = position * BigInt(opens) + BigInt(leaves.length)
}

function replayGroups(running: Running, inputs: CircuitInputs, groups: BatchContent['groups'], circuit: CircuitName): bigint {
  const { hasher, state, place } = running
  if (groups.length === 0) return 0n
  const { mints } = circuits[circuit]
  const position = ceil(state.credentialCount, mints)
  const leaves = new Array<bigint>(mints).fill(0n)
  let [slot, fees] = [0, 0n]
  for (const [i, { quest, accounts, evidenceRoot }] of groups.entries()) {
    const { quest: before, questPath } = inputs.groups[i] ?? fail('group')
    const count = BigInt(accounts.length)
    for (const [p, account] of accounts.entries()) {
      const [serial, issuedAt, flags] = [before.minted + BigInt(p), running.timestamp, 0n]
      leaves[slot + p] = credentialLeaf(hasher, { account: BigInt(account), quest: BigInt(quest), serial, issuedAt, flags, evidenceRoot })
    }
    slot += 9 * Math.ceil(accounts.length / 9)
    const after = {
      ...before,
      minted: before.minted + count,
      groupNonce: before.groupNonce + 1n,
      pool: before.pool - count * before.rewardPerMint,
      feePool: before.feePool - count * before.feePerMint,
    }
    place('questsRoot', { index: BigInt(quest), path: questPath, before: questLeaf(hasher, before), after: questLeaf(hasher, after) })
    fees += count * before.feePerMint
  }
  const [before, after] = [emptySubtree(hasher, mints), subtree(hasher, leaves, mints)]
  place('credentialsRoot', { index: position, path: inputs.mintPath, before, after })
  state.credentialCount = position * BigInt(mints) + BigInt(slot)
  return fees
}

const ceil = (count: bigint, size: number): bigint => (count + BigInt(size) - 1n) / BigInt(size)
const emptySubtree = (hasher: Hasher, size: number): bigint => zeroHash(hasher, Math.round(Math.log(size) / Math.log(3)))

function subtree(hasher: Hasher, leaves: readonly bigint[], size: number): bigint {
  let level = Array.from({ length: size }, (_, i) => leaves[i] ?? 0n)
  while (level.length > 1) level = hasher.hashNodes(level)
  return level[0] ?? 0n
}

function fail(what: string): never {
  throw new Error(`no ${what}`)
}
