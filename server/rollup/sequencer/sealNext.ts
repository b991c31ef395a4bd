import { sql } from 'drizzle-orm'
import type { Database } from '#drizzle/client.ts'
import { buildBatch } from '#server/rollup/state/buildBatch.ts'
import type { BuiltBatch, EngineDeps, SlotDomain } from '#server/rollup/state/draft.ts'
import type { NodeStore } from '#server/rollup/state/nodeStore.ts'
import { commitState, loadState, type SlotState, settle } from '#server/rollup/state/slotState.ts'
import { toHex32 } from '#server/shared/bytes.ts'
import type { Clock } from '#server/shared/clock.ts'
import { isCairnError } from '#server/shared/errors.ts'
import type { Log } from '#server/shared/log.ts'
import * as batchStore from './batchStore.ts'
import { type Drafted, draftBatch } from './draftBatch.ts'
import { interruptBackground } from './interrupt.ts'
import { endGroups } from './issuer/groupStore.ts'
import type { Lease } from './lease.ts'
import { checkFence, extendLease, type Fence } from './leaseStore.ts'
import { defaultCircuits, planBatch, type SealPolicy } from './plan.ts'
import type { IssuerPort, SealedPort } from './ports.ts'
import { refusePicked } from './refusePicked.ts'
import { payables, sealedBatch } from './sealedBatch.ts'
import { placeTxs } from './txStore.ts'
import { unsealPruned } from './unsealPruned.ts'
import { readWaiting } from './waiting.ts'

export type SequencerDeps = EngineDeps & {
  db: Database
  store: NodeStore
  domain: SlotDomain
  issuer: IssuerPort
  sealed: SealedPort
  clock: Clock
  log: Log
  /** Account that fees go to. */
  leader: number
  policy: SealPolicy
  /** Left out where there is one sequencer by construction. */
  lease?: Pick<Lease, 'current' | 'lost'>
}

export type { SealPolicy } from './plan.ts'

/**
 * The sequencer's memory between batches. The rows are the truth: a state that is not at the newest batch (another sequencer sealed,
 * a commit whose answer was lost, batches taken back) is thrown away and read again.
 */
export class Sequencer {
  readonly #deps: SequencerDeps
  #state: SlotState | undefined

  constructor(deps: SequencerDeps) {
    this.#deps = deps
  }

  /** Seals one batch if it is time. True when there may be more to do at once. A standby does nothing. */
  async sealNext(): Promise<boolean> {
    const { lease, log } = this.#deps
    const fence = lease ? await lease.current() : null
    if (lease && fence === null) {
      this.#state = undefined
      return false
    }
    try {
      return await this.#sealWith(fence)
    } catch (error) {
      if (!lease || !isCairnError(error) || error.code !== 'conflict') throw error
      log.warn({ err: error }, 'this sequencer is no longer the active one')
      lease.lost()
      this.#state = undefined
      return false
    }
  }

  async #sealWith(fence: Fence | null): Promise<boolean> {
    const deps = this.#deps
    if (await unsealPruned(deps, fence)) this.#state = undefined
    if (await batchStore.watcherObjects(deps.db)) {
      deps.log.error('sealing stopped: the watcher cannot re-derive a batch')
      return false
    }
    if (!(await batchStore.anythingWaits(deps.db))) return false
    const state = await this.#currentState()
    const waiting = await readWaiting(deps.db, state, deps.policy.circuits ?? defaultCircuits)
    if (await interruptBackground(deps, waiting, fence)) return true
    const plan = planBatch(waiting, deps.policy, { ms: deps.clock.now(), pipeline: await batchStore.pipeline(deps.db) })
    if (!plan) return false

    const drafted = await draftBatch(deps, state, waiting, plan)
    if (!drafted) return false
    const built = await buildBatch(deps, state, drafted.draft)
    if (!built.ok) {
      await refusePicked(deps, drafted, built.reason)
      return true
    }
    this.#state = (await this.#write(built.value, drafted, fence)) ? settle(built.value.next) : undefined
    return true
  }

  async #currentState(): Promise<SlotState> {
    const newest = (await batchStore.newestBatch(this.#deps.db))?.number ?? 0
    if (this.#state?.batch !== newest) this.#state = await loadState(this.#deps.store, this.#deps.hasher, newest)
    return this.#state
  }

  /** One transaction for all of it. False when another sequencer sealed this number first. */
  async #write(built: BuiltBatch, drafted: Drafted, fence: Fence | null): Promise<boolean> {
    const { db, store, sealed, log } = this.#deps
    const { requestIds } = drafted
    const done = await db.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtext('cairn sequencer'))`)
      if (fence) await checkFence(tx, fence)
      if (((await batchStore.newestBatch(tx))?.number ?? 0) !== built.number - 1) return false
      await batchStore.insertBatch(tx, built, requestIds)
      await commitState(built.next, store, built.number, tx)
      const summary = sealedBatch(built, drafted)
      await batchStore.rememberWallets(tx, built.number, summary.accounts)
      await placeTxs(tx, built.number, drafted.placed)
      const apart = drafted.groups.flatMap(({ signed }) => signed?.id ?? [])
      await endGroups(tx, apart, 'sealed')
      await batchStore.placeQuestOpenings(tx, built.number, summary.questItems)
      await batchStore.insertPayables(tx, built.number, payables(built, drafted))
      await sealed.sealed(tx, summary)
      if (fence) await extendLease(tx, fence)
      return true
    })
    const { number, circuit, positions, newRoot } = built
    const counts = { credentials: positions.credentials.length, ledger: drafted.ledger.length, inbox: positions.inbox.length }
    if (done) log.info({ batch: number, circuit, ...counts, root: toHex32(newRoot), requestIds }, 'batch sealed')
    return done
  }
}
