import type { Connection } from '#drizzle/client.ts'
import type { AccountLeaf, CredentialLeaf, QuestLeaf, StateHeader } from '#server/rollup/protocol/circuitInputs.ts'
import { tokensPerAccount, trees } from '#server/rollup/protocol/constants.gen.ts'
import {
  accountLeaf,
  credentialLeaf,
  linksDigest,
  noLinks,
  questLeaf,
  revokedCredentialLeaf,
  stateRoot,
} from '#server/rollup/protocol/leaves.ts'
import type { Hasher } from '#server/rollup/protocol/poseidon2.ts'
import type { TreeName } from '#server/rollup/protocol/trees.ts'
import { CairnError } from '#server/shared/errors.ts'
import { type Account, type Credential, fromAccount, fromCredential, genesisHeader, toFields, toStateHeader } from './leafFields.ts'
import { type LeafFields, type NodeStore, type StateChanges, treeIds } from './nodeStore.ts'
import { advance, fetchMissing, mapTrees, openSettled, type Settled, treeNames } from './settled.ts'
import { indexOf, levelOf, neighbourhood, SparseTree } from './sparseTree.ts'

/** Indices (in their tree) that a transition will touch; a vault's index is `account * 81 + token`. */
export type Touched = Partial<Record<TreeName, Iterable<number>>>

export const vaultIndex = (account: number, token = 0): number => account * tokensPerAccount + token

/**
 * The slot's state at the end of a batch. Reads answer from a cache that `prefetch` fills, so transitions are synchronous;
 * changes go to the copy that `scratch` gives, never to the settled state below.
 */
export class SlotState {
  readonly hasher: Hasher
  /** The batch whose end this is; 0 = genesis. */
  readonly batch: number
  accountCount: number
  credentialCount: number
  inboxIndex: number
  readonly trees: Readonly<Record<TreeName, SparseTree>>
  private readonly settled: Settled
  private readonly generation: number
  private readonly accounts: Map<number, Account>
  private readonly quests: Map<number, QuestLeaf>
  private readonly credentials: Map<number, Credential>

  constructor(settled: Settled, batch: number, from: { hasher: Hasher; header: StateHeader } | SlotState) {
    this.settled = settled
    this.generation = settled.generation
    this.hasher = from.hasher
    this.batch = batch
    const copied = from instanceof SlotState ? from : undefined
    this.accounts = new Map(copied?.accounts)
    this.quests = new Map(copied?.quests)
    this.credentials = new Map(copied?.credentials)
    if (from instanceof SlotState) {
      this.accountCount = from.accountCount
      this.credentialCount = from.credentialCount
      this.inboxIndex = from.inboxIndex
      this.trees = mapTrees((name) => from.trees[name].scratch())
    } else {
      const { hasher, header } = from
      this.accountCount = Number(header.accountCount)
      this.credentialCount = Number(header.credentialCount)
      this.inboxIndex = Number(header.inboxIndex)
      const emptyFrom = { accounts: this.accountCount, credentials: this.credentialCount, quests: Infinity, vaults: Infinity }
      const shape = (name: TreeName) => ({ depth: trees[name].depth, emptyFrom: emptyFrom[name] })
      this.trees = mapTrees((name) => new SparseTree(hasher, shape(name), settled.nodes[name]))
    }
  }

  /** A copy to work on; `batch` = the batch it will be the end of. */
  scratch(batch: number): SlotState {
    this.checkFresh()
    return new SlotState(this.settled, batch, this)
  }

  header(): StateHeader {
    this.checkFresh()
    return {
      accountsRoot: this.trees.accounts.root(),
      accountCount: BigInt(this.accountCount),
      credentialsRoot: this.trees.credentials.root(),
      credentialCount: BigInt(this.credentialCount),
      questsRoot: this.trees.quests.root(),
      vaultsRoot: this.trees.vaults.root(),
      inboxIndex: BigInt(this.inboxIndex),
    }
  }

  root(): bigint {
    return stateRoot(this.hasher, this.header())
  }

  /** An account's leaf; null for an index that was never opened, skipped ones included. */
  account(index: number): AccountLeaf | null {
    return this.accountAt(index)?.leaf ?? null
  }

  /** Linked wallet words of an account by place, 0 = empty. */
  links(index: number): readonly bigint[] {
    return this.accountAt(index)?.links ?? noLinks
  }

  private accountAt(index: number): Account | null {
    const changed = this.accounts.get(index)
    if (changed !== undefined) return changed
    if (index >= this.trees.accounts.shape.emptyFrom) return null
    return prefetched(this.settled.accounts.get(index), 'account', index)
  }

  quest(index: number): QuestLeaf | null {
    if (index >= trees.quests.capacity) return null
    return this.quests.get(index) ?? prefetched(this.settled.quests.get(index), 'quest', index)
  }

  /** A credential's leaf; null for an index that was never minted, skipped ones included, and for a revoked one. */
  credential(index: number): CredentialLeaf | null {
    const changed = this.credentials.get(index)
    if (changed === undefined && index >= this.trees.credentials.shape.emptyFrom) return null
    const credential = changed ?? prefetched(this.settled.credentials.get(index), 'credential', index)
    return credential === null || credential.revoked !== null ? null : credential.leaf
  }

  /** Balance of an account's vault of a token. */
  vault(account: number, token: number): bigint {
    return this.trees.vaults.leaf(vaultIndex(account, token))
  }

  /** Writes an account, `linksDigest` by its links (those it has, when left out). */
  setAccount(index: number, leaf: AccountLeaf, links?: readonly bigint[]): void {
    const account = links
      ? { leaf: { ...leaf, linksDigest: linksDigest(this.hasher, links) }, links }
      : { leaf, links: leaf.linksDigest === 0n ? noLinks : this.links(index) }
    this.accounts.set(index, account)
    this.trees.accounts.setLeaf(index, accountLeaf(this.hasher, account.leaf))
  }

  setQuest(index: number, leaf: QuestLeaf): void {
    this.quests.set(index, leaf)
    this.trees.quests.setLeaf(index, questLeaf(this.hasher, leaf))
  }

  setVault(account: number, token: number, balance: bigint): void {
    this.trees.vaults.setLeaf(vaultIndex(account, token), balance)
  }

  setCredential(index: number, leaf: CredentialLeaf): void {
    this.credentials.set(index, { leaf, revoked: null })
    this.trees.credentials.setLeaf(index, credentialLeaf(this.hasher, leaf))
  }

  revokeCredential(index: number, leaf: CredentialLeaf, reason: bigint): void {
    this.credentials.set(index, { leaf, revoked: reason })
    this.trees.credentials.setLeaf(index, revokedCredentialLeaf(this.hasher, credentialLeaf(this.hasher, leaf), reason))
  }

  /** Reads from the store what a transition over these leaves needs; what it may append is always included. */
  async prefetch(touched: Touched): Promise<void> {
    this.checkFresh()
    const nodes = mapTrees(() => new Set<number>())
    const want = (name: TreeName, index: number) => {
      for (const id of neighbourhood(trees[name].depth, index)) {
        if (!this.trees[name].knows(levelOf(id), indexOf(id))) nodes[name].add(id)
      }
    }
    // Whatever is appended later, the nodes left of it that are not empty are those left of the first empty leaf.
    for (const name of ['accounts', 'credentials'] as const) {
      want(name, Math.min(this.trees[name].shape.emptyFrom, trees[name].capacity - 1))
    }
    const limits = mapTrees((name) => Math.min(trees[name].capacity, this.trees[name].shape.emptyFrom))
    const wanted = mapTrees((name) => below(limits[name], touched[name]))
    for (const name of treeNames) for (const index of wanted[name]) want(name, index)
    const lacking = (name: 'accounts' | 'quests' | 'credentials') => wanted[name].filter((index) => !this.settled[name].has(index))
    await fetchMissing(this.settled, this.hasher, {
      nodes,
      accounts: lacking('accounts'),
      quests: lacking('quests'),
      credentials: lacking('credentials'),
    })
  }

  /** What changed above the settled state, as rows. */
  changes(): StateChanges {
    const nodes = treeNames.flatMap((name) =>
      Array.from(this.trees[name].changed, ([id, hash]) => ({ tree: treeIds[name], level: levelOf(id), index: indexOf(id), hash })),
    )
    const rows = <T>(name: TreeName, leaves: ReadonlyMap<number, T>, fieldsOf: (leaf: T) => LeafFields) =>
      Array.from(leaves, ([index, leaf]) => ({ tree: treeIds[name], index, fields: fieldsOf(leaf) }))
    return {
      nodes,
      leaves: [
        { tree: treeIds.state, index: 0, fields: toFields(this.header()) },
        ...rows('accounts', this.accounts, fromAccount),
        ...rows('quests', this.quests, toFields),
        ...rows('credentials', this.credentials, fromCredential),
      ],
    }
  }

  /** See `settle` below. */
  settle(): SlotState {
    const header = this.header()
    const nodes = mapTrees((name) => this.trees[name].changed)
    const { batch, accounts, quests, credentials } = this
    advance(this.settled, { batch, header, nodes, accounts, quests, credentials })
    return new SlotState(this.settled, this.batch, { hasher: this.hasher, header })
  }

  private checkFresh(): void {
    if (this.generation !== this.settled.generation) {
      throw new CairnError('internal', 'A later batch was settled: this state is stale.', { meta: { batch: this.batch } })
    }
  }
}

/** The state at the end of `batch` (default: the newest written one). An empty store gives the genesis state. */
export async function loadState(store: NodeStore, hasher: Hasher, batch?: number): Promise<SlotState> {
  const latest = await store.latest()
  const at = batch ?? latest
  const [fields] = await store.leaves([{ tree: treeIds.state, index: 0 }], at)
  if (at > latest || (fields === undefined && at > 0)) {
    throw new CairnError('rollup.not-found', 'No state of this batch is stored.', { meta: { field: 'batch', found: at } })
  }
  const header = fields ? toStateHeader(fields) : genesisHeader(hasher)
  return new SlotState(openSettled(store, at, header), at, { hasher, header })
}

/** Writes what `state` changed since the settled state below it, as `batch`; with a connection, inside the caller's transaction. */
export async function commitState(state: SlotState, store: NodeStore, batch: number, connection?: Connection): Promise<void> {
  if (batch !== state.batch) {
    throw new CairnError('internal', 'The state is of another batch.', { meta: { found: batch, expected: state.batch } })
  }
  await (connection ? store.within(connection) : store).write(batch, state.changes())
}

/**
 * Call after the transaction with `commitState` is durable: merges the changes into the cache and gives the state to go on with.
 * States older than it must not be used any more (they throw). When the transaction failed, go on with the old state.
 */
export const settle = (state: SlotState): SlotState => state.settle()

/** Root of the empty slot: what the contract is deployed with. */
export const genesisRoot = (hasher: Hasher): bigint => stateRoot(hasher, genesisHeader(hasher))

function below(limit: number, indices: Iterable<number> = []): number[] {
  return [...new Set(indices)].filter((index) => index < limit)
}

function prefetched<T>(value: T | undefined, what: string, index: number): T {
  if (value !== undefined) return value
  throw new CairnError('internal', `A ${what} was not prefetched.`, { meta: { index } })
}
