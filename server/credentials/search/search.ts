import type { ExplorerStore } from '../explorerStore.ts'
import { readQuery, type SearchQuery } from './readQuery.ts'
import type { SearchStore } from './searchStore.ts'
import type { SearchHit, SearchResult } from './searchViews.ts'

export type SearchDeps = { found: SearchStore; explorer: Pick<ExplorerStore, 'credentialByIndex'> }

/**
 * Everything that a text can mean: quests and spaces by name, members by handle or wallet, credentials and batches by number, transactions and
 * batches by hash. What was named exactly comes first. At most `limit` (1 to 20) of each kind that is found by name. Any text is a search, and
 * what means nothing finds nothing.
 */
export async function search(deps: SearchDeps, input: { q: string; limit: number; viewerId: string | null }): Promise<SearchResult> {
  const query = readQuery(input.q)
  if (query.text === '') return { query: '', hits: [], more: false }
  const exact = await Promise.all([byWallet(deps, query), byNumber(deps, query, input.viewerId), byHash(deps, query)])
  // A hash or an address is no name: looking for it among titles would only find what is not meant.
  if (query.hash !== null || query.wallet !== null) return { query: query.text, hits: exact.flat(), more: false }
  const named = await byName(deps, query, input.limit + 1)
  return {
    query: query.text,
    hits: [...exact.flat(), ...named.flatMap((hits) => hits.slice(0, input.limit))],
    more: named.some((hits) => hits.length > input.limit),
  }
}

const byWallet = ({ found }: SearchDeps, { wallet }: SearchQuery): Promise<SearchHit[]> | SearchHit[] =>
  wallet === null ? [] : found.memberByWallet(wallet)

async function byNumber({ found, explorer }: SearchDeps, { number }: SearchQuery, viewerId: string | null): Promise<SearchHit[]> {
  if (number === null) return []
  const [credential, batches] = await Promise.all([
    number.of === 'batch' ? null : explorer.credentialByIndex(number.value, viewerId),
    number.of === 'credential' ? [] : found.batches({ number: number.value }),
  ])
  if (credential === null) return batches
  const { serial, quest, holder } = credential
  return [{ kind: 'credential', index: number.value, serial, quest, holder }, ...batches]
}

async function byHash({ found }: SearchDeps, { hash }: SearchQuery): Promise<SearchHit[]> {
  if (hash === null) return []
  const [batches, txs] = await Promise.all([found.batches({ root: BigInt(hash) }), found.transactions(hash)])
  return [...batches, ...txs]
}

async function byName({ found }: SearchDeps, { words, runs, handle }: SearchQuery, limit: number): Promise<SearchHit[][]> {
  const name = { words, runs }
  const isNamed = words.length + runs.length > 0
  return Promise.all([
    isNamed ? found.quests(name, limit) : [],
    isNamed ? found.spaces(name, limit) : [],
    handle === null || handle === '' ? [] : found.membersByHandle(handle, limit),
  ])
}
