import type { Connection, Database } from '#drizzle/client.ts'
import { isInBlob } from '#server/rollup/l2/blobBatch.ts'
import { type L2Client, readHeads, type SlotAddresses } from '#server/rollup/l2/slotReader.ts'
import { protocol } from '#server/rollup/protocol/constants.gen.ts'
import { toHex32 } from '#server/shared/bytes.ts'
import type { Clock } from '#server/shared/clock.ts'
import type { Log } from '#server/shared/log.ts'
import { finalizeData, type MadeProof, proposeAndVoteData, proposeData, voteData, votesToo } from './claim.ts'
import type { DataSource } from './deploy.ts'
import { blobProposal } from './proposeBlob.ts'
import { batchSends, firstUndone, forgetSends, type L2Send, owe, sendsByPurpose } from './sendStore.ts'
import {
  advance,
  type BatchRow,
  batchesWith,
  forgetInputs,
  lockSealed,
  markPruned,
  proofsOf,
  putInBlob,
  reproveBatch,
  watcherObjects,
} from './settlementStore.ts'

export type SettleDeps = {
  db: Database
  client: L2Client
  slot: SlotAddresses
  clock: Clock
  log: Log
  /** What finality means to the rooms on the right, in the same transaction. */
  onFinal?(connection: Connection, batch: number): Promise<void>
  /** Where the words of new batches go; blobs only when the slot's contract takes them. Default calldata. */
  dataSource?: DataSource
}

/** Not proposed by then: its timestamp would soon be refused, so it is taken back and sealed anew. */
const staleAfterSeconds = protocol.maxClockDriftSeconds - 60

/** L2's clock is waited for so long; a batch that is further ahead was sealed by a clock that is wrong. */
const mostAheadSeconds = 30

/** Final batches behind the newest whose proofs could still be made again, should L2 take finality back: more than any reorg that is met. */
const inputsKept = 64

const proposePurpose = (number: number) => `propose:${number}`
const votePurpose = (number: number) => `vote:${number}:zk`

/** Compares batches with what L2 did with their transactions, and owes L2 the next ones. True when a batch moved. */
export async function settle(deps: SettleDeps): Promise<boolean> {
  const undone = await firstUndone(deps.db)
  if (undone !== null) return (await takeBack(deps, undone, 'no longer final after a reorg')) === 'pruned'
  const open = await batchesWith(deps.db, ['sealed', 'proposed', 'voted'])
  if (open.length === 0) return false
  const purposes = open.flatMap(({ number }) => [proposePurpose(number), votePurpose(number)])
  const sends = new Map((await sendsByPurpose(deps.db, purposes)).map((send) => [send.purpose, send]))
  const proofs = await proofsOf(
    deps.db,
    open.map(({ number }) => number),
  )
  const context = { open, sends, proofs, paused: await watcherObjects(deps.db) }
  let moved = false
  for (const batch of open) {
    const outcome = batch.status === 'sealed' ? await settleProposal(deps, batch, context) : await settleProposed(deps, batch, context)
    if (outcome === 'pruned') return true
    // A batch that L2 does not get yet keeps all after it waiting.
    if (outcome === 'held') break
    moved ||= outcome === 'moved'
  }
  return (await settleFinality(deps, open)) || moved
}

type Context = { open: BatchRow[]; sends: ReadonlyMap<string, L2Send>; proofs: ReadonlyMap<number, MadeProof>; paused: boolean }
type Outcome = 'moved' | 'waiting' | 'held' | 'pruned'

async function settleProposal(deps: SettleDeps, batch: BatchRow, context: Context): Promise<Outcome> {
  const send = context.sends.get(proposePurpose(batch.number))
  if (!send) return proposeNow(deps, batch, context)
  if (send.status === 'reverted') return takeBack(deps, batch.number, 'refused by L2')
  if (send.status !== 'mined') return 'waiting'
  const hash = send.minedHash
  const both = votesToo(send.data)
  await deps.db.transaction(async (tx) => {
    await advance(tx, batch.number, { status: 'proposed', txStatus: 'proposed', proposeTx: hash, proposeGas: send.gasUsed })
    if (both) await advance(tx, batch.number, { status: 'voted', txStatus: 'proven', voteTx: hash })
  })
  deps.log.info({ batch: batch.number, hash, gas: send.gasUsed, voted: both, requestIds: batch.requestIds }, 'batch proposed')
  return 'moved'
}

/** Small batches are proposed at once, their proof follows; large ones are proven first, and L2 gets both together. */
async function proposeNow(deps: SettleDeps, batch: BatchRow, context: Context): Promise<Outcome> {
  if (deps.clock.now() / 1000 - batch.timestamp > staleAfterSeconds) return takeBack(deps, batch.number, 'stale')
  const inBlob = deps.dataSource === 'blob'
  const proof = context.proofs.get(batch.number)
  if (context.paused || (!inBlob && batch.circuit !== 'small' && !proof)) return 'held'
  const ahead = batch.timestamp - (await l2Time(deps))
  if (ahead > mostAheadSeconds) return takeBack(deps, batch.number, "ahead of L2's clock")
  if (ahead > 0) return 'held'
  if (inBlob) return proposeInBlob(deps, batch)
  const data = proof ? proposeAndVoteData(batch, proof) : proposeData(batch)
  const owed = await deps.db.transaction(async (tx) => {
    if (!(await lockSealed(tx, batch))) return false
    await owe(tx, { purpose: proposePurpose(batch.number), sender: 'publisher', to: deps.slot.rollup, data })
    return true
  })
  return owed ? 'moved' : 'held'
}

/** Unix seconds that the next block would have: L2 refuses a batch of a later time, and its gas would be lost. */
async function l2Time({ client }: SettleDeps): Promise<number> {
  const { timestamp } = await client.getBlock({ blockTag: 'pending' })
  return Number(timestamp)
}

/** No ZK proof says anything about a blob, so nothing waits for one: lanes that read blobs vote by themselves. */
async function proposeInBlob(deps: SettleDeps, batch: BatchRow): Promise<Outcome> {
  const { row, data, blob } = blobProposal(batch, { chainId: deps.client.chain.id, rollup: deps.slot.rollup })
  const owed = await deps.db.transaction(async (tx) => {
    if (!(await lockSealed(tx, batch))) return false
    await putInBlob(tx, row)
    await owe(tx, { purpose: proposePurpose(batch.number), sender: 'publisher', to: deps.slot.rollup, data, blob })
    return true
  })
  return owed ? 'moved' : 'held'
}

async function settleProposed(deps: SettleDeps, batch: BatchRow, context: Context): Promise<Outcome> {
  // A reorg took the proposal back and L2 refuses it now: whatever came after it is gone too.
  if (context.sends.get(proposePurpose(batch.number))?.status === 'reverted') return takeBack(deps, batch.number, 'refused after a reorg')
  if (batch.status !== 'proposed' || isInBlob(BigInt(batch.lengths))) return 'waiting'
  const moved = await settleVote(deps, batch, context.sends.get(votePurpose(batch.number)), context.proofs.get(batch.number))
  return moved ? 'moved' : 'waiting'
}

/** Batches go back to the pool once none of their transactions can still be mined. */
async function takeBack(deps: SettleDeps, from: number, why: string): Promise<Outcome> {
  const sends = await batchSends(deps.db, from)
  if (sends.some(({ status }) => status === 'sent')) return 'waiting'
  await deps.db.transaction(async (tx) => {
    await forgetSends(
      tx,
      sends.map(({ purpose }) => purpose),
    )
    await markPruned(tx, from)
  })
  deps.log.warn({ from, why }, 'batches are taken back')
  return 'pruned'
}

async function settleVote(deps: SettleDeps, batch: BatchRow, send: L2Send | undefined, proof: MadeProof | undefined) {
  if (!send) {
    if (!proof) return false
    await owe(deps.db, { purpose: votePurpose(batch.number), sender: 'publisher', to: deps.slot.rollup, data: voteData(batch, proof) })
    return true
  }
  if (send.status === 'reverted') {
    deps.log.error({ batch: batch.number }, 'the ZK lane refused a proof: it is made anew')
    await deps.db.transaction(async (tx) => {
      await forgetSends(tx, [send.purpose])
      await reproveBatch(tx, batch.number)
    })
    return true
  }
  if (send.status !== 'mined') return false
  const hash = send.minedHash
  await deps.db.transaction((tx) =>
    advance(tx, batch.number, { status: 'voted', txStatus: 'proven', voteTx: hash, verifyGas: send.gasUsed }),
  )
  deps.log.info({ batch: batch.number, hash, gas: send.gasUsed, requestIds: batch.requestIds }, 'batch proven')
  return true
}

/** The rollup says what is final; nothing here decides it. */
async function settleFinality(deps: SettleDeps, open: BatchRow[]): Promise<boolean> {
  // Read before L2 is: a batch that is voted here and not final there will not become final by itself.
  // Others vote for what is in a blob.
  const voted = (await batchesWith(deps.db, ['proposed', 'voted'])).filter(
    ({ status, lengths }) => status === 'voted' || isInBlob(BigInt(lengths)),
  )
  const heads = await readHeads(deps.client, deps.slot)
  const final = voted.filter(({ number }) => BigInt(number) <= heads.final)
  for (const batch of final) {
    await deps.db.transaction(async (tx) => {
      await advance(tx, batch.number, { status: 'final', txStatus: 'final' })
      await forgetInputs(tx, batch.number - inputsKept)
      await deps.onFinal?.(tx, batch.number)
    })
    deps.log.info({ batch: batch.number, root: toHex32(batch.newRoot), requestIds: batch.requestIds }, 'batch final')
  }
  const next = voted.find(({ number, status }) => status === 'voted' && BigInt(number) === heads.final + 1n)
  const asked = next !== undefined && (await oweFinalize(deps, next))
  return asked || (final.length > 0 && open.length > 0)
}

/** A proof that was voted on before its parent was final: once the parent is, somebody must say so. */
async function oweFinalize(deps: SettleDeps, batch: BatchRow): Promise<boolean> {
  const purpose = `finalize:${batch.number}`
  const [send] = await sendsByPurpose(deps.db, [purpose])
  // Reverted: another one was faster, or a reorg took the votes back; the heads of the next pass tell.
  if (send?.status === 'reverted') await forgetSends(deps.db, [purpose])
  else if (send) return false
  await owe(deps.db, { purpose, sender: 'publisher', to: deps.slot.rollup, data: finalizeData(batch) })
  return true
}
