import { sql } from 'drizzle-orm'
import type { Connection, Database } from '#drizzle/client.ts'
import { circuits } from '#server/rollup/protocol/constants.gen.ts'
import { evidenceRoot } from '#server/rollup/protocol/evidenceRoot.ts'
import { walletWord } from '#server/rollup/protocol/tx/openAccount.ts'
import { buildBatch, groupMessage, plannedAccounts } from '#server/rollup/state/buildBatch.ts'
import type { BatchDraft, BuiltBatch, DraftGroup, EngineDeps, SignedGroup, SlotDomain } from '#server/rollup/state/draft.ts'
import type { NodeStore } from '#server/rollup/state/nodeStore.ts'
import { commitState, loadState, type SlotState, settle } from '#server/rollup/state/slotState.ts'
import { toHex32 } from '#server/shared/bytes.ts'
import type { Clock } from '#server/shared/clock.ts'
import { isCairnError } from '#server/shared/errors.ts'
import type { Log } from '#server/shared/log.ts'
import * as batchStore from './batchStore.ts'
import { type Pick, pickTxs } from './pick.ts'
import type { IssuerPort, MintPayload, OpenAccountPayload, SealedPort } from './ports.ts'
import { refusePicked } from './refusePicked.ts'
import { sealedBatch } from './sealedBatch.ts'
import { placeTxs, settleKnownOpens, type TxRow, waitingTxs } from './txStore.ts'
import { unsealPruned } from './unsealPruned.ts'

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
}

/** `sealAfterMs`: how long the oldest waiting tx waits for company. `maxOpen`: batches on their way to finality before sealing pauses. */
export type SealPolicy = { sealAfterMs: number; maxOpen: number }

const circuit = 'small'
const capacity = circuits[circuit]
/** A group's signature outlives the wait for its batch, not much more. */
const groupLifeSeconds = 3600

type Waiting = { opens: TxRow[]; mints: TxRow[]; inbox: BatchDraft['inbox'] }

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

  /** Seals one batch if it is time. True when there may be more to do at once. */
  async sealNext(): Promise<boolean> {
    const deps = this.#deps
    if (await unsealPruned(deps)) this.#state = undefined
    if (await batchStore.watcherObjects(deps.db)) {
      deps.log.error('sealing stopped: the watcher cannot re-derive a batch')
      return false
    }
    const state = await this.#currentState()
    const waiting = await readWaiting(deps.db, state)
    if (!(await isDue(deps, waiting))) return false

    const drafted = await draftBatch(deps, state, waiting)
    if (!drafted) return false
    const built = await buildBatch(deps, state, drafted.draft)
    if (!built.ok) {
      await refusePicked(deps, drafted, built.reason)
      return true
    }
    this.#state = (await this.#write(built.value, drafted)) ? settle(built.value.next) : undefined
    return true
  }

  async #currentState(): Promise<SlotState> {
    const newest = (await batchStore.newestBatch(this.#deps.db))?.number ?? 0
    if (this.#state?.batch !== newest) this.#state = await loadState(this.#deps.store, this.#deps.hasher, newest)
    return this.#state
  }

  /** One transaction for all of it. False when another sequencer sealed this number first. */
  async #write(built: BuiltBatch, drafted: Drafted): Promise<boolean> {
    const { db, store, sealed, log } = this.#deps
    const requestIds = [...new Set(drafted.txs.flatMap((tx) => tx.requestId ?? []))]
    const done = await db.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtext('cairn sequencer'))`)
      if (((await batchStore.newestBatch(tx))?.number ?? 0) !== built.number - 1) return false
      await batchStore.insertBatch(tx, built, requestIds)
      await commitState(built.next, store, built.number, tx)
      const summary = sealedBatch(built, drafted)
      await batchStore.rememberWallets(tx, built.number, summary.accounts)
      await placeTxs(tx, built.number, drafted.placed)
      await batchStore.placeQuestOpenings(tx, built.number, summary.questItems)
      await sealed.sealed(tx, summary)
      return true
    })
    const { number, positions, newRoot } = built
    if (done) log.info({ batch: number, credentials: positions.credentials.length, root: toHex32(newRoot), requestIds }, 'batch sealed')
    return done
  }
}

async function readWaiting(db: Connection, state: SlotState): Promise<Waiting> {
  const opens = await waitingTxs(db, ['openAccount'], capacity.opens)
  const mints = await waitingTxs(db, ['mint'], capacity.mints * 8)
  const inbox = await batchStore.nextInboxItems(db, Number(state.header().inboxIndex), capacity.entries)
  return { opens, mints, inbox }
}

async function isDue({ db, clock, policy }: SequencerDeps, { opens, mints, inbox }: Waiting): Promise<boolean> {
  const oldest = [...opens, ...mints].reduce((time, tx) => Math.min(time, tx.createdAt.getTime()), Number.POSITIVE_INFINITY)
  const full = mints.length >= capacity.mints || inbox.length >= capacity.entries
  const late = clock.now() - oldest >= policy.sealAfterMs
  if (!full && !late && inbox.length === 0) return false
  return (await batchStore.openBatches(db)) < policy.maxOpen
}

export type Drafted = {
  draft: BatchDraft
  pick: Pick
  /** Groups that the issuer signed, in the order of the draft. */
  groups: Pick['groups']
  txs: TxRow[]
  placed: { id: string; position: number }[]
}

async function draftBatch(deps: SequencerDeps, state: SlotState, waiting: Waiting): Promise<Drafted | null> {
  const { db, clock } = deps
  const opens = waiting.opens.map(({ id, payload }) => ({ id, payload: payload as OpenAccountPayload }))
  const mints = waiting.mints.map(({ id, payload }) => ({ id, payload: payload as MintPayload }))
  const known = await batchStore.knownWallets(
    db,
    [...opens, ...mints].map((tx) => tx.payload.wallet),
  )
  await settleKnownOpens(
    db,
    opens.filter(({ payload }) => known.has(payload.wallet)).map(({ id }) => id),
  )
  const pick = pickTxs(capacity, new Set(known.keys()), opens, mints)
  for (const [i, index] of plannedAccounts(state, circuit, pick.opens.length).entries()) {
    const wallet = pick.opens[i]?.wallet
    if (wallet !== undefined) known.set(wallet, index)
  }

  const parent = await batchStore.newestBatch(db)
  const timestamp = Math.max(parent?.timestamp ?? 0, Math.floor(clock.now() / 1000) - 1)
  // Another sequencer sealed meanwhile: the next pass reads the state anew.
  if ((parent?.number ?? 0) !== state.batch) return null
  const { signed, groups } = await signGroups(deps, state, pick, known, timestamp + groupLifeSeconds)
  if (pick.opens.length + signed.length + waiting.inbox.length === 0) return null

  const opening = pick.opens.flatMap(({ txId }, position) => (txId ? [{ id: txId, position }] : []))
  const minting = groups.flatMap((group) => group.mints.map(({ id }, position) => ({ id, position })))
  const placed = [...opening, ...minting]
  const ids = new Set(placed.map(({ id }) => id))
  return {
    draft: {
      circuit,
      number: state.batch + 1,
      timestamp,
      domain: deps.domain,
      leader: deps.leader,
      opens: pick.opens.map(({ wallet }) => walletWord(wallet)),
      groups: signed,
      inbox: waiting.inbox,
      oldInboxIndex: Number(state.header().inboxIndex),
    },
    pick,
    groups,
    txs: [...waiting.opens, ...waiting.mints].filter((tx) => ids.has(tx.id)),
    placed,
  }
}

async function signGroups(deps: SequencerDeps, state: SlotState, pick: Pick, known: Map<string, number>, validUntil: number) {
  const signed: SignedGroup[] = []
  const groups: Pick['groups'] = []
  for (const group of pick.groups) {
    const accounts = group.mints.map(({ payload }) => known.get(payload.wallet) ?? -1)
    const digests = group.mints.map(({ payload }) => BigInt(payload.evidenceDigest))
    const draft = { quest: group.quest, accounts, evidenceRoot: evidenceRoot(deps.hasher, digests), validUntil }
    const message = await messageOf(deps, state, draft)
    if (message === null) continue
    const signature = await deps.issuer.sign(group.quest, message)
    if (!signature) {
      deps.log.warn({ quest: group.quest, mints: group.mints.length }, 'the issuer does not sign: its mints wait')
      continue
    }
    signed.push({ ...draft, signature })
    groups.push(group)
  }
  return { signed, groups }
}

/** Null when the quest is not open in this state: its mints wait for the inbox item that opens it. */
async function messageOf(deps: SequencerDeps, state: SlotState, group: DraftGroup) {
  try {
    return await groupMessage(state, group, deps.domain)
  } catch (error) {
    if (isCairnError(error) && error.code === 'rollup.not-found') return null
    throw error
  }
}
