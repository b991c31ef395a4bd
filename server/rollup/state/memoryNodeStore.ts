import type { LeafFields, NodeStore } from './nodeStore.ts'

type Versions<T> = Map<string, { batch: number; value: T }[]>

/** The node store of a process that keeps its state to itself (re-derivation, tests). Same promises as the Postgres one, durability aside. */
export function createMemoryNodeStore(): NodeStore {
  const nodes: Versions<bigint> = new Map()
  const leaves: Versions<LeafFields> = new Map()
  let newest = 0
  const store: NodeStore = {
    latest: async () => newest,
    nodes: async (keys, batch) => keys.map(({ tree, level, index }) => read(nodes, `${tree}/${level}/${index}`, batch)),
    leaves: async (keys, batch) => keys.map(({ tree, index }) => read(leaves, `${tree}/${index}`, batch)),
    async write(batch, changes) {
      for (const { tree, level, index, hash } of changes.nodes) put(nodes, `${tree}/${level}/${index}`, batch, hash)
      for (const { tree, index, fields } of changes.leaves) put(leaves, `${tree}/${index}`, batch, fields)
      newest = Math.max(newest, batch)
    },
    async deleteAfter(batch) {
      forget(nodes, batch)
      forget(leaves, batch)
      newest = Math.min(newest, batch)
    },
    within: () => store,
  }
  return store
}

function read<T>(versions: Versions<T>, key: string, batch: number): T | undefined {
  return versions.get(key)?.findLast((version) => version.batch <= batch)?.value
}

function put<T>(versions: Versions<T>, key: string, batch: number, value: T): void {
  const others = (versions.get(key) ?? []).filter((version) => version.batch !== batch)
  versions.set(
    key,
    [...others, { batch, value }].sort((a, b) => a.batch - b.batch),
  )
}

function forget<T>(versions: Versions<T>, after: number): void {
  for (const [key, list] of versions) {
    const kept = list.filter(({ batch }) => batch <= after)
    if (kept.length === 0) versions.delete(key)
    else versions.set(key, kept)
  }
}
