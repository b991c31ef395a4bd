import { encodeFunctionData } from 'viem'
import { rollupAbi } from '#contracts/abi/rollup.gen.ts'
import type { Database } from '#drizzle/client.ts'
import { type L2Client, type ProposedClaim, readHeads, type SlotAddresses } from '#server/rollup/l2/slotReader.ts'
import { protocol } from '#server/rollup/protocol/constants.gen.ts'
import { toHex, toHex32 } from '#server/shared/bytes.ts'
import type { Clock } from '#server/shared/clock.ts'
import type { Log } from '#server/shared/log.ts'
import { forgetSends, type L2Send, owe, sendsByPurpose } from './sendStore.ts'
import { advance, type BatchRow, batchesWith, markPruned, proofsOf, reproveBatch } from './settlementStore.ts'

export type SettleDeps = { db: Database; client: L2Client; slot: SlotAddresses; clock: Clock; log: Log }

/** Not proposed by then: its timestamp would soon be refused, so it is taken back and sealed anew. */
const staleAfterSeconds = protocol.maxClockDriftSeconds - 60

const proposePurpose = (number: number) => `propose:${number}`
const votePurpose = (number: number) => `vote:${number}:zk`

/** Compares batches with what L2 did with their transactions, and owes L2 the next ones. True when a batch moved. */
export async function settle(deps: SettleDeps): Promise<boolean> {
  const open = await batchesWith(deps.db, ['sealed', 'proposed', 'voted'])
  if (open.length === 0) return false
  const purposes = open.flatMap(({ number }) => [proposePurpose(number), votePurpose(number)])
  const sends = new Map((await sendsByPurpose(deps.db, purposes)).map((send) => [send.purpose, send]))
  const proofs = await proofsOf(
    deps.db,
    open.map(({ number }) => number),
  )
  let moved = false
  for (const batch of open) {
    if (batch.status === 'sealed') {
      const outcome = await settleProposal(deps, batch, sends, open)
      if (outcome === 'pruned') return true
      moved ||= outcome === 'moved'
    } else if (batch.status === 'proposed') {
      const proof = proofs.get(batch.number)
      moved = (await settleVote(deps, batch, sends.get(votePurpose(batch.number)), proof)) || moved
    }
  }
  return (await settleFinality(deps, open)) || moved
}

async function settleProposal(deps: SettleDeps, batch: BatchRow, sends: Map<string, L2Send>, open: BatchRow[]) {
  const send = sends.get(proposePurpose(batch.number))
  if (!send) {
    if (deps.clock.now() / 1000 - batch.timestamp > staleAfterSeconds) return takeBack(deps, batch.number, open, sends, 'stale')
    await owe(deps.db, { purpose: proposePurpose(batch.number), sender: 'publisher', to: deps.slot.rollup, data: proposeData(batch) })
    return 'moved'
  }
  if (send.status === 'reverted') return takeBack(deps, batch.number, open, sends, 'refused by L2')
  if (send.status !== 'mined') return 'waiting'
  const hash = send.minedHash
  await deps.db.transaction((tx) =>
    advance(tx, batch.number, { status: 'proposed', txStatus: 'proposed', proposeTx: hash, proposeGas: send.gasUsed }),
  )
  deps.log.info({ batch: batch.number, hash, gas: send.gasUsed, requestIds: batch.requestIds }, 'batch proposed')
  return 'moved'
}

/** Batches go back to the pool once none of their transactions can still be mined. */
async function takeBack(deps: SettleDeps, from: number, open: BatchRow[], sends: Map<string, L2Send>, why: string) {
  const purposes = open.filter(({ number }) => number >= from).flatMap(({ number }) => [proposePurpose(number), votePurpose(number)])
  if (purposes.some((purpose) => sends.get(purpose)?.status === 'sent')) return 'waiting' as const
  await deps.db.transaction(async (tx) => {
    await forgetSends(tx, purposes)
    await markPruned(tx, from)
  })
  deps.log.warn({ from, why }, 'batches are taken back')
  return 'pruned' as const
}

async function settleVote(
  deps: SettleDeps,
  batch: BatchRow,
  send: L2Send | undefined,
  proof: { proof: Uint8Array; recipient: string } | undefined,
) {
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
  const voted = await batchesWith(deps.db, ['voted'])
  const heads = await readHeads(deps.client, deps.slot)
  const final = voted.filter(({ number }) => BigInt(number) <= heads.final)
  for (const batch of final) {
    await deps.db.transaction((tx) => advance(tx, batch.number, { status: 'final', txStatus: 'final' }))
    deps.log.info({ batch: batch.number, root: toHex32(batch.newRoot), requestIds: batch.requestIds }, 'batch final')
  }
  const next = voted.find(({ number }) => BigInt(number) === heads.final + 1n)
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
  const data = encodeFunctionData({ abi: rollupAbi, functionName: 'finalize', args: [claimOf(batch)] })
  await owe(deps.db, { purpose, sender: 'publisher', to: deps.slot.rollup, data })
  return true
}

/** The batch as its claim on L2. */
export function claimOf(batch: BatchRow): ProposedClaim {
  return {
    number: BigInt(batch.number),
    circuit: protocol.circuits[batch.circuit].id,
    timestamp: BigInt(batch.timestamp),
    inboxFrom: BigInt(batch.inboxFrom),
    inboxTo: BigInt(batch.inboxTo),
    oldRoot: toHex32(batch.oldRoot),
    newRoot: toHex32(batch.newRoot),
    wordsHash: toHex32(batch.wordsHash),
    dataCommit: toHex32(batch.dataCommit),
    effects: BigInt(batch.effects),
    lengths: BigInt(batch.lengths),
    evaluation: batch.evaluation,
  }
}

export function proposeData(batch: BatchRow) {
  const { number, circuit, oldRoot, newRoot, timestamp, dataCommit, effects, lengths } = claimOf(batch)
  const input = { number, circuit, oldRoot, newRoot, timestamp, dataCommit, effects, lengths }
  return encodeFunctionData({ abi: rollupAbi, functionName: 'propose', args: [input, batch.calldata as `0x${string}`] })
}

export function voteData(batch: BatchRow, { proof, recipient }: { proof: Uint8Array; recipient: string }) {
  const args = [claimOf(batch), protocol.lanes.zk, recipient as `0x${string}`, toHex(proof)] as const
  return encodeFunctionData({ abi: rollupAbi, functionName: 'vote', args })
}
