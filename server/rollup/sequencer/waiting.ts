import type { Connection } from '#drizzle/client.ts'
import { type CircuitName, circuits } from '#server/rollup/protocol/constants.gen.ts'
import type { InboxItem } from '#server/rollup/state/draft.ts'
import type { SlotState } from '#server/rollup/state/slotState.ts'
import * as batchStore from './batchStore.ts'
import { type ReadyGroup, readyGroups } from './issuer/groupStore.ts'
import { pickLedger } from './lanes.ts'
import { type PooledTx, pooledOf, pooledTxs } from './ledgerStore.ts'
import { type Pick, pickTxs } from './pick.ts'
import type { MintPayload, OpenAccountPayload } from './ports.ts'
import { settleKnownOpens, type TxRow, waitingTxs } from './txStore.ts'

/** What waits for a batch. */
export type Waiting = {
  opens: TxRow[]
  mints: TxRow[]
  /** Groups that their issuers elsewhere have signed, oldest first. */
  ready: ReadyGroup[]
  /** In the order in which they would be taken; all of them could be applied now as far as their nonces go. */
  ledger: PooledTx[]
  inbox: InboxItem[]
  /** Slot accounts of the wallets that have one. */
  known: Map<string, number>
}

/** Most entries that any batch takes. */
const mostEntries = Math.max(...Object.values(circuits).map(({ entries }) => entries))
/** Ledger txs looked at for one batch: the rest pays less. */
const ledgerLook = 64
/** Signed groups looked at for one batch, which takes a few. */
const mostReady = 16

/** Reads what could be in the next batch of one of `allowed`. An openAccount for a wallet that has its account is settled on the way. */
export async function readWaiting(db: Connection, state: SlotState, allowed: readonly CircuitName[]): Promise<Waiting> {
  const most = (name: 'mints' | 'opens') => Math.max(...allowed.map((circuit) => circuits[circuit][name]))
  const opens = await waitingTxs(db, ['openAccount'], most('opens'))
  // Some mints may not fit (too many new wallets, too many quests): a look at more of them fills the batch.
  const mints = await waitingTxs(db, ['mint'], most('mints') * (most('mints') > 100 ? 2 : 8))
  const wallets = [...opens, ...mints].map(({ payload }) => (payload as { wallet: string }).wallet)
  const known = await batchStore.knownWallets(db, [...new Set(wallets)])
  const isKnown = ({ payload }: TxRow) => known.has((payload as OpenAccountPayload).wallet)
  await settleKnownOpens(
    db,
    opens.filter(isKnown).map(({ id }) => id),
  )
  return {
    opens: opens.filter((row) => !isKnown(row)),
    mints,
    ready: await readyGroups(db, mostReady),
    ledger: await readLedger(db, state),
    inbox: await batchStore.nextInboxItems(db, state.inboxIndex, mostEntries),
    known,
  }
}

async function readLedger(db: Connection, state: SlotState): Promise<PooledTx[]> {
  const best = await pooledTxs(db, ledgerLook)
  if (best.length === 0) return []
  const accounts = [...new Set(best.flatMap(({ account }) => account ?? []))]
  const pool = [...best.filter(({ account }) => account === null), ...(await pooledOf(db, accounts))]
  await state.prefetch({ accounts })
  const next = new Map(accounts.map((account) => [account, Number(state.account(account)?.nonce ?? -1n)]))
  return pickLedger(pool, next, mostEntries)
}

/** The members' part of a batch of one circuit. */
export function pickFor(circuit: CircuitName, { opens, mints, ready, known }: Waiting): Pick<ReadyGroup> {
  return pickTxs(
    circuits[circuit],
    new Set(known.keys()),
    {
      opens: opens.map(({ id, payload }) => ({ id, payload: payload as OpenAccountPayload })),
      mints: mints.map(({ id, payload }) => ({ id, payload: payload as MintPayload })),
    },
    ready,
  )
}
