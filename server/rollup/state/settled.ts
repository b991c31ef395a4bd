import type { QuestLeaf, StateHeader } from '#server/rollup/protocol/circuitInputs.ts'
import { trees } from '#server/rollup/protocol/constants.gen.ts'
import type { Hasher } from '#server/rollup/protocol/poseidon2.ts'
import { type TreeName, zeroHash } from '#server/rollup/protocol/trees.ts'
import { type Account, type Credential, toAccount, toCredential, toQuestLeaf } from './leafFields.ts'
import { type LeafKey, type NodeStore, treeIds } from './nodeStore.ts'
import { indexOf, levelOf, type NodeCache, nodeId } from './sparseTree.ts'

export const treeNames = ['accounts', 'credentials', 'quests', 'vaults'] as const satisfies readonly TreeName[]

/** Settled nodes and leaves kept in memory (about 100 bytes each); beyond it the cache starts anew and the store is asked again. */
const MAX_CACHED_NODES = 600_000

/** What all copies of one settled state share: the cache over the store at `batch`. It holds facts of that batch only. */
export type Settled = {
  readonly store: NodeStore
  batch: number
  /** Grows when the cache moves to another batch: copies of an older one are then stale. */
  generation: number
  readonly nodes: Readonly<Record<TreeName, NodeCache>>
  /** null = known to be empty. */
  readonly accounts: Map<number, Account | null>
  readonly quests: Map<number, QuestLeaf | null>
  readonly credentials: Map<number, Credential | null>
}

export function openSettled(store: NodeStore, batch: number, header: StateHeader): Settled {
  const settled: Settled = {
    store,
    batch,
    generation: 0,
    nodes: mapTrees(() => new Map()),
    accounts: new Map(),
    quests: new Map(),
    credentials: new Map(),
  }
  cacheRoots(settled, header)
  return settled
}

/** Node ids by tree, and leaf indices, that the cache lacks. */
export type Missing = Readonly<Record<'accounts' | 'quests' | 'credentials', readonly number[]>> & {
  nodes: Readonly<Record<TreeName, ReadonlySet<number>>>
}

/** Reads what is missing in two queries; what the store does not have is the empty subtree or leaf. */
export async function fetchMissing(settled: Settled, hasher: Hasher, missing: Missing): Promise<void> {
  const places = treeNames.flatMap((name) => Array.from(missing.nodes[name], (id) => ({ name, id })))
  const keys: LeafKey[] = [
    ...missing.accounts.map((index) => ({ tree: treeIds.accounts, index })),
    ...missing.quests.map((index) => ({ tree: treeIds.quests, index })),
    ...missing.credentials.map((index) => ({ tree: treeIds.credentials, index })),
  ]
  const [hashes, leaves] = await Promise.all([
    places.length === 0
      ? []
      : settled.store.nodes(
          places.map(({ name, id }) => ({ tree: treeIds[name], level: levelOf(id), index: indexOf(id) })),
          settled.batch,
        ),
    keys.length === 0 ? [] : settled.store.leaves(keys, settled.batch),
  ])
  for (const [i, { name, id }] of places.entries()) settled.nodes[name].set(id, hashes[i] ?? zeroHash(hasher, levelOf(id)))
  for (const [i, { tree, index }] of keys.entries()) {
    const fields = leaves[i]
    if (tree === treeIds.accounts) settled.accounts.set(index, fields ? toAccount(fields) : null)
    else if (tree === treeIds.credentials) settled.credentials.set(index, fields ? toCredential(fields) : null)
    else settled.quests.set(index, fields ? toQuestLeaf(fields) : null)
  }
}

export type Advance = {
  batch: number
  header: StateHeader
  nodes: Readonly<Record<TreeName, NodeCache>>
  accounts: ReadonlyMap<number, Account>
  quests: ReadonlyMap<number, QuestLeaf>
  credentials: ReadonlyMap<number, Credential>
}

/** Moves the cache to the end of a later batch by what that batch changed. */
export function advance(settled: Settled, to: Advance): void {
  settled.batch = to.batch
  settled.generation++
  const { accounts, quests, credentials, nodes } = settled
  const caches = [...Object.values(nodes), accounts, quests, credentials]
  if (caches.reduce((sum, cache) => sum + cache.size, 0) > MAX_CACHED_NODES) for (const cache of caches) cache.clear()
  for (const name of treeNames) for (const [id, hash] of to.nodes[name]) settled.nodes[name].set(id, hash)
  for (const [index, account] of to.accounts) accounts.set(index, account)
  for (const [index, leaf] of to.quests) quests.set(index, leaf)
  for (const [index, credential] of to.credentials) credentials.set(index, credential)
  cacheRoots(settled, to.header)
}

export function mapTrees<T>(make: (name: TreeName) => T): Record<TreeName, T> {
  return { accounts: make('accounts'), credentials: make('credentials'), quests: make('quests'), vaults: make('vaults') }
}

function cacheRoots({ nodes }: Settled, header: StateHeader): void {
  nodes.accounts.set(nodeId(trees.accounts.depth, 0), header.accountsRoot)
  nodes.credentials.set(nodeId(trees.credentials.depth, 0), header.credentialsRoot)
  nodes.quests.set(nodeId(trees.quests.depth, 0), header.questsRoot)
  nodes.vaults.set(nodeId(trees.vaults.depth, 0), header.vaultsRoot)
}
