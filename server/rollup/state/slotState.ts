import type { Connection } from '#drizzle/client.ts'
import type { StateHeader } from '#server/rollup/protocol/circuitInputs.ts'
import type { Hasher } from '#server/rollup/protocol/poseidon2.ts'
import { CairnError } from '#server/shared/errors.ts'
import type { NodeStore } from './nodeStore.ts'

/** Indices (in their tree) that a transition will touch; a vault's index is `account * 81 + token`. */
export type Touched = { accounts?: Iterable<number>; quests?: Iterable<number>; vaults?: Iterable<number> }

/** The slot's state at the end of a batch, over a node cache that is filled by `prefetch` so that transitions are synchronous. */
export type SlotState = {
  readonly hasher: Hasher
  /** The batch whose end this is; 0 = genesis. */
  readonly batch: number
  header(): StateHeader
  root(): bigint
  prefetch(touched: Touched): Promise<void>
}

/** The state at the end of `batch` (default: the newest written one). An empty store gives the genesis state. */
export async function loadState(_store: NodeStore, _hasher: Hasher, _batch?: number): Promise<SlotState> {
  throw new CairnError('internal', 'not built yet')
}

/** Writes what `state` changed since the settled state below it, as `batch`; with a connection, inside the caller's transaction. */
export async function commitState(_state: SlotState, _store: NodeStore, _batch: number, _connection?: Connection): Promise<void> {
  throw new CairnError('internal', 'not built yet')
}

/** Call after the transaction with `commitState` is durable: merges the changes into the cache and gives the state to go on with.
 *  States older than it must not be used any more (they throw). When the transaction failed, just go on with the old state. */
export function settle(_state: SlotState): SlotState {
  throw new CairnError('internal', 'not built yet')
}

/** Root of the empty slot: what the contract is deployed with. */
export function genesisRoot(_hasher: Hasher): bigint {
  throw new CairnError('internal', 'not built yet')
}
