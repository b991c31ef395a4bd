import { userOperationTopic } from '../kinds/acting.ts'
import { entryPoints } from '../kinds/calls/accountLogs.ts'
import { batchFinalTopic } from '../kinds/slotCubes.ts'
import { type ChainQuery, isChainQuery, type Query } from '../query.ts'
import { believedFor } from '../refresh.ts'

/**
 * How often a step is looked at again although no block said so, in ms: coins may move without a trace, endpoints change, and a block may be missed.
 * `traced`: what changes by transactions that its chain's blocks show; `state`: what may change without one, or on a chain whose blocks are not read.
 */
export type Refresh = { traced: number; state: number }
export const refresh: Refresh = { traced: 300_000, state: 15_000 }

/**
 * What in a chain's blocks can change the verdict of one step. `logs`: contract and event, joined by `|`, that count when they name the member;
 * `anyone`: the same, whoever they name; `contracts`: whose every log that names the member counts; `calls`: transactions from or to the member.
 * `names` (Solana): addresses that a transaction names, or wallet and other address joined by `|`: a program that the wallet signed for, a mint that it holds.
 */
export type ChainWatch = {
  logs: Set<string>
  anyone: Set<string>
  contracts: Set<string>
  calls: boolean
  wallets: Set<string>
  names: Set<string>
}

export const emptyWatch = (): ChainWatch => ({
  logs: new Set(),
  anyone: new Set(),
  contracts: new Set(),
  calls: false,
  wallets: new Set(),
  names: new Set(),
})

/** By chain. `everyMs`: the longest time without a look. */
export type Watch = { chains: Map<string, ChainWatch>; everyMs: number }

/** What a step that asks for this must be told of. */
export function watchOf(queries: readonly Query[], every: Refresh = refresh): Watch {
  const chains = new Map<string, ChainWatch>()
  const on = (chain: string) => {
    const known = chains.get(chain) ?? emptyWatch()
    chains.set(chain, known)
    return known
  }
  let everyMs = every.traced
  for (const query of queries) {
    everyMs = Math.min(everyMs, isChainQuery(query) ? every[paceOf(query)] : (believedFor(query) ?? every.traced))
    if (isChainQuery(query)) addTo(on(query.chain), query)
  }
  return { chains, everyMs }
}

/** On Solana nothing changes that a transaction did not name. */
const paceOf = ({ type }: ChainQuery): keyof Refresh => (type === 'evm.state' || type === 'evm.cube' ? 'state' : 'traced')

/** An account acts through somebody else's transaction: only the entry point's log names it. */
function addOperations(watch: ChainWatch) {
  for (const entryPoint of entryPoints) watch.logs.add(`${entryPoint}|${userOperationTopic}`)
}

function addTo(watch: ChainWatch, query: ChainQuery) {
  switch (query.type) {
    case 'evm.logs': {
      const { by, wallets } = query.claimant
      for (const address of query.addresses) (by === 'anyone' ? watch.anyone : watch.logs).add(`${address}|${query.topic0}`)
      for (const wallet of wallets) watch.wallets.add(wallet)
      if (by === 'sender') addOperations(watch)
      return
    }
    case 'evm.transactions':
      watch.calls = true
      for (const wallet of query.wallets) watch.wallets.add(wallet)
      addOperations(watch)
      return
    case 'evm.state':
      if (query.read.what === 'call' || query.read.what === 'storage')
        watch.contracts.add(query.read.what === 'call' ? query.read.to : query.read.address)
      else {
        watch.calls = true
        watch.wallets.add(query.read.address)
      }
      return
    case 'evm.cube':
      // Whoever it names: only a new final batch can change what the slot says.
      watch.anyone.add(`${query.rollup}|${batchFinalTopic}`)
      return
    case 'evm.firstTransaction':
      watch.calls = true
      watch.wallets.add(query.wallet)
      return
    case 'solana.transactions':
      watch.wallets.add(query.wallet)
      for (const program of query.programs) watch.names.add(`${query.wallet}|${program}`)
      if (query.programs.length === 0) watch.names.add(query.wallet)
      if (query.mint !== undefined) watch.names.add(`${query.wallet}|${query.mint}`)
      return
    case 'solana.tokens':
      watch.wallets.add(query.wallet)
      watch.names.add(`${query.wallet}|${query.mint}`)
      return
    case 'solana.account':
      watch.names.add(query.address)
  }
}
