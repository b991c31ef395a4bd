import { availableParallelism } from 'node:os'
import { sql } from 'drizzle-orm'
import { privateKeyToAddress } from 'viem/accounts'
import { type Database, openDatabase } from '#drizzle/client.ts'
import { slotDeployment } from '#server/rollup/l2/deploymentStore.ts'
import { domainOf } from '#server/rollup/protocol/batch.ts'
import { tokensPerAccount } from '#server/rollup/protocol/constants.gen.ts'
import { stateRoot } from '#server/rollup/protocol/leaves.ts'
import type { TreeName } from '#server/rollup/protocol/trees.ts'
import { CheckPool } from '#server/rollup/sequencer/checkPool.ts'
import type { TxCheck } from '#server/rollup/sequencer/checkTxs.ts'
import { LedgerMempool, type MempoolLimits } from '#server/rollup/sequencer/ledgerMempool.ts'
import { createReceiptSigner } from '#server/rollup/sequencer/receipt.ts'
import { createSlotViewStore } from '#server/rollup/sequencer/slotViewStore.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { genesisHeader, toAccount, toCredential, toQuestLeaf, toStateHeader } from '#server/rollup/state/leafFields.ts'
import { createNodeStore, treeIds } from '#server/rollup/state/nodeStore.ts'
import { pathAt } from '#server/rollup/state/pathAt.ts'
import { type Clock, systemClock } from '#server/shared/clock.ts'
import { type Env, requireKey } from '#server/shared/env.ts'
import type { Log } from '#server/shared/log.ts'

/** What the slot's RPC asks and hands over; everything at the end of a batch that the caller names. */
export type SlotAccess = Awaited<ReturnType<typeof composeSlotAccess>>

/** `threads`: threads that check signatures; none when left out, and the caller's own thread does it. */
type Parts = { db: Database; clock: Clock; receiptKey: `0x${string}`; limits?: Partial<MempoolLimits>; threads?: number }

export async function composeSlotAccess({ db, clock, receiptKey, limits = {}, threads = 0 }: Parts) {
  const { fromBlock: _, ...slot } = await slotDeployment(db)
  const domain = { chainId: slot.chainId, rollup: slot.rollup }
  const store = createNodeStore(db)
  const views = createSlotViewStore(db)
  const pool = threads > 0 ? new CheckPool(domainOf(domain.chainId, domain.rollup), threads) : undefined
  const checking = pool ? { check: (checks: readonly TxCheck[]) => pool.check(checks) } : {}
  const receipt = createReceiptSigner(receiptKey, domain)
  const mempool = new LedgerMempool({ limits, db, store, clock, domain, hasher: fastHasher, receipt, ...checking })
  const leafOf = async (tree: Exclude<TreeName, 'vaults'>, index: number, batch: number) => {
    const [fields] = await store.leaves([{ tree: treeIds[tree], index }], batch)
    return fields ?? null
  }
  const header = async (batch: number) => {
    const [fields] = await store.leaves([{ tree: treeIds.state, index: 0 }], batch)
    return fields ? toStateHeader(fields) : genesisHeader(fastHasher)
  }
  return {
    slot: { ...slot, receiptSigner: privateKeyToAddress(receiptKey) },
    views,
    submit: (words: readonly bigint[], requestId: string) => mempool.submit(words, requestId),
    async account(index: number, batch: number) {
      const fields = await leafOf('accounts', index, batch)
      return fields && toAccount(fields)
    },
    async quest(index: number, batch: number) {
      const fields = await leafOf('quests', index, batch)
      return fields && toQuestLeaf(fields)
    },
    async credential(index: number, batch: number) {
      const fields = await leafOf('credentials', index, batch)
      return fields && toCredential(fields)
    },
    async balance(account: number, token: number, batch: number): Promise<bigint> {
      const [leaf] = await store.nodes([{ tree: treeIds.vaults, level: 0, index: account * tokensPerAccount + token }], batch)
      return leaf ?? 0n
    },
    /** A leaf with its path and what its root is part of. */
    async proof(tree: TreeName, index: number, batch: number) {
      const { leaf, path } = await pathAt({ store, hasher: fastHasher }, tree, { index, batch })
      const state = await header(batch)
      return { leaf, path, state, stateRoot: stateRoot(fastHasher, state) }
    },
    stopChecking: async () => pool?.close(),
    isReady: async () => (await db.execute(sql`select 1`)).rows.length === 1,
  }
}

/** The RPC process's own: a database pool and the receipt key, nothing else. */
export async function composeRpc(env: Env, log: Log) {
  const onError = (error: Error) => log.warn({ err: error }, 'a database connection was lost')
  const { db, close } = openDatabase(requireKey(env, 'DATABASE_URL'), { max: 8, onError })
  const receiptKey = requireKey(env, 'CAIRN_RECEIPT_KEY') as `0x${string}`
  // The main thread reads requests and signs receipts, which is about as much work as the checks.
  const threads = Math.min(4, Math.max(1, availableParallelism() - 1))
  const access = await composeSlotAccess({ db, clock: systemClock, receiptKey, threads })
  return { access, close: () => access.stopChecking().then(close) }
}
