import type { Client } from 'viem'
import { readContract } from 'viem/actions'
import { findChain } from '#chains/registry.ts'
import { rollupAbi } from '#contracts/abi/rollup.gen.ts'
import type { Database } from '#drizzle/client.ts'
import { type ChartsView, chartBatches, chartStart, fillDays } from '#server/credentials/explorer/charts.ts'
import { readDays, readPoints } from '#server/credentials/explorer/chartsStore.ts'
import { readInbox } from '#server/credentials/explorer/inboxStore.ts'
import { readCircuits, readProofs } from '#server/credentials/explorer/proofsStore.ts'
import type { TxPlace } from '#server/credentials/explorer/txOrder.ts'
import { readTx } from '#server/credentials/explorer/txStore.ts'
import { readTxs, type TxQuery } from '#server/credentials/explorer/txsStore.ts'
import { readRequested, readWithdrawals, type WithdrawalPlace } from '#server/credentials/explorer/withdrawalsStore.ts'
import { createExplorerStore } from '#server/credentials/explorerStore.ts'
import { reach } from '#server/money/reach.ts'
import { slotDeployment } from '#server/rollup/l2/deploymentStore.ts'
import { keptFor } from './keptFor.ts'
import { orElse } from './orElse.ts'

type Deps = { db: Database; evmClient(chain: string): Client | null; now(): number }

/** Charts and sums look at many rows: all readers of a while get one answer. */
const sumsMs = 15_000
/** A contract's parameters never change; asked again now and then only because L2 may have been away. */
const termsMs = 60_000

/** The use cases of the explorer: what everybody may read of the slot. */
export function composeExplorer({ db, evmClient, now }: Deps) {
  const charts = async (): Promise<ChartsView> => {
    const [days, batches] = await Promise.all([readDays(db, new Date(chartStart(now()))), readPoints(db, chartBatches)])
    return { days: fillDays(days, now()), batches }
  }
  return {
    ...createExplorerStore(db),
    txs: (query: TxQuery, page: { after: TxPlace | null; limit: number }) => readTxs(db, query, page),
    tx: (id: string) => readTx(db, id),
    inbox: (before: number | null, limit: number) => readInbox(db, before, limit),
    withdrawals: (after: WithdrawalPlace | null, limit: number) => readWithdrawals(db, after, limit),
    requested: (limit: number) => readRequested(db, limit),
    proofs: (before: number | null, limit: number) => readProofs(db, before, limit),
    circuits: keptFor(() => readCircuits(db), { ms: sumsMs, now }),
    charts: keptFor(charts, { ms: sumsMs, now }),
    l2: () => readL2(db),
    inboxDeadlineSeconds: keptFor(() => readInboxDeadline({ db, evmClient }), { ms: termsMs, now }),
  }
}

/** Seconds after which a queued item must be in the next batch, as the rollup says; null while L2 does not answer. */
async function readInboxDeadline({ db, evmClient }: Pick<Deps, 'db' | 'evmClient'>): Promise<number | null> {
  const { rollup, chainId } = await slotDeployment(db)
  const client = evmClient(`eip155:${chainId}`)
  if (!client) return null
  const ask = () => reach(readContract(client, { address: rollup, abi: rollupAbi, functionName: 'inboxDeadline' }))
  return orElse(async () => Number(await ask()), null)
}

/**
 * Where the slot is on L2. `pages`: addresses of a public explorer of that chain, `{tx}` and `{address}` to be replaced; null where none is
 * known.
 */
async function readL2(db: Database) {
  const { chainId, rollup, inbox } = await slotDeployment(db)
  const pages = findChain(`eip155:${chainId}`)?.explorers[0] ?? null
  return { chainId, rollup: rollup as string, inbox: inbox as string, pages }
}
