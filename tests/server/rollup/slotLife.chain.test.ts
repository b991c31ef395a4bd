import { eq } from 'drizzle-orm'
import pino from 'pino'
import { BaseError, decodeErrorResult, encodeFunctionData } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rollupAbi } from '#contracts/abi/rollup.gen.ts'
import { proofJobs, rollupBatches, rollupTxs } from '#drizzle/schema/rollup.ts'
import { submitTx } from '#server/rollup/sequencer/txStore.ts'
import { type claimOf, proposeData, voteData } from '#server/rollup/settlement/claim.ts'
import { watch } from '#server/rollup/watcher/watch.ts'
import { toHex32 } from '#server/shared/bytes.ts'
import { type FreshDatabase, freshDatabase } from '../../support/database.ts'
import { recipient, startLocalSlot } from '../../support/localSlot.ts'

let database: FreshDatabase
let slot: Awaited<ReturnType<typeof startLocalSlot>>

beforeAll(async () => {
  database = await freshDatabase()
  slot = await startLocalSlot(database.db)
})
afterAll(async () => {
  await slot.stop()
  await database.drop()
})

const seconds = () => Math.floor(Date.now() / 1000)
const batchRow = async (number: number) => {
  const [row] = await database.db.select().from(rollupBatches).where(eq(rollupBatches.number, number))
  if (!row) throw new Error(`no batch ${number}`)
  return row
}
const proofOf = async (number: number) => {
  const [job] = await database.db.select().from(proofJobs).where(eq(proofJobs.batch, number))
  if (!job?.proof) throw new Error(`no proof of batch ${number}`)
  return job.proof
}
/** Calls the rollup as the publisher without changing the chain; the name of its error when it refuses. */
const attempt = (data: `0x${string}`) =>
  slot.client.call({ account: slot.publisher.address, to: slot.addresses.rollup, data }).then(
    () => 'accepted',
    (error: unknown) => {
      const raw = error instanceof BaseError ? error.walk((cause) => 'data' in (cause as object)) : null
      const revert = (raw as { data?: `0x${string}` } | null)?.data
      try {
        return revert ? decodeErrorResult({ abi: rollupAbi, data: revert }).errorName : String(error)
      } catch {
        return `verifier error ${revert}`
      }
    },
  )

describe('life of a batch, on the real contracts with real proofs', () => {
  it('opens the owner account and a quest, mints, proves and becomes final', async () => {
    const opening = {
      questIndex: 0,
      rulesHash: `0x${'ab'.repeat(31)}`,
      opensAt: seconds() - 60,
      closesAt: seconds() + 3600,
      supply: 10,
      points: 5,
      category: 1,
      expiresAfterSeconds: 0,
    }
    await submitTx(database.db, { key: 'openQuest:0', kind: 'openQuest', payload: opening })
    await slot.run()
    for (const n of [1, 2]) {
      await submitTx(database.db, {
        key: `mint:${n}`,
        kind: 'mint',
        requestId: `request-${n}`,
        payload: {
          credentialId: `c${n}`,
          accountId: `a${n}`,
          wallet: `eip155:0x${String(n).repeat(40)}`,
          questIndex: 0,
          evidenceDigest: `0x${`0${n}`.repeat(31)}`,
        },
      })
    }
    await slot.run()
    const txs = await database.db.select().from(rollupTxs)
    expect(txs.map(({ kind, status }) => `${kind} ${status}`).sort()).toEqual([
      'mint final',
      'mint final',
      'openAccount final',
      'openQuest final',
    ])
    const head = await slot.client.readContract({ address: slot.addresses.rollup, abi: rollupAbi, functionName: 'finalHead' })
    expect(head).toMatchObject({ number: 3n, root: toHex32((await batchRow(3)).newRoot), inboxIndex: 1n })
    expect(slot.sealed.at(-1)?.mints.map(({ serial }) => serial)).toEqual([0, 1])
  })

  it('is derived again from L2 alone with the same roots', async () => {
    const log = pino({ level: 'silent' })
    await watch({ db: database.db, log, deriver: slot.newDeriver(), onDisagreement: () => {} })
    const claims: [number, string | null][] = []
    for await (const { number, problem } of slot.newDeriver().derive()) claims.push([number, problem])
    expect(claims).toEqual([
      [1, null],
      [2, null],
      [3, null],
    ])
  })

  it('refuses a second vote, a gap and a wrong previous root', async () => {
    const batch = await batchRow(3)
    expect(await attempt(voteData(batch, { proof: await proofOf(3), recipient }))).toMatch(/BatchNotOpen|LaneAlreadyVoted/)
    const next = { ...batch, number: 4, oldRoot: batch.newRoot, timestamp: seconds(), inboxFrom: 1, inboxTo: 1 }
    expect(await attempt(proposeData({ ...next, number: 5 }))).toMatch(/BatchOutOfOrder/)
    expect(await attempt(proposeData({ ...next, oldRoot: batch.oldRoot }))).toMatch(/WrongParentRoot/)
  })

  it('refuses a changed proof, a changed word and a stolen reward', async () => {
    await submitTx(database.db, {
      key: 'mint:3',
      kind: 'mint',
      payload: {
        credentialId: 'c3',
        accountId: 'a3',
        wallet: `eip155:0x${'3'.repeat(40)}`,
        questIndex: 0,
        evidenceDigest: `0x${'03'.repeat(31)}`,
      },
    })
    await slot.sequencer.sealNext()
    const before = await slot.tester.snapshot()
    const batch = await batchRow(4)
    await slot.proveOnce()
    const proof = await proofOf(4)

    // One word changed on its way: other words, other challenge, so the proof of the right batch does not fit.
    const changed = { ...batch, calldata: flipWordByte(batch.calldata) }
    await propose(proposeData(changed))
    const posted = await postedClaim()
    expect(await attempt(voteWith(posted, proof))).toMatch(/LaneRefused|verifier error/)
    await slot.tester.revert({ id: before })

    const again = await slot.tester.snapshot()
    await propose(proposeData(batch))
    for (const at of [40, Math.floor(proof.length / 2), proof.length - 33]) {
      const bad = Uint8Array.from(proof)
      bad[at] = (bad[at] ?? 0) ^ 1
      expect(await attempt(voteData(batch, { proof: bad, recipient }))).not.toBe('accepted')
    }
    expect(await attempt(voteData(batch, { proof, recipient: '0x00000000000000000000000000000000000000bb' }))).not.toBe('accepted')
    expect(await attempt(voteData({ ...batch, newRoot: batch.newRoot + 1n }, { proof, recipient }))).toMatch(/ClaimMismatch/)
    expect(await attempt(voteData(batch, { proof, recipient }))).toBe('accepted')
    // The publisher proposes the batch itself in the next test.
    await slot.tester.revert({ id: again })
    // Going back also set the chain's clock back.
    await slot.tester.setNextBlockTimestamp({ timestamp: BigInt(seconds()) })
    await slot.tester.mine({ blocks: 1 })
  })

  it('refuses a mint with a wrong issuer signature, though its words are well formed', async () => {
    await slot.run()
    const final = await batchRow(4)
    // The words of the right batch with another s: a claim that repeats its roots gets no proof, and the watcher says why.
    await submitTx(database.db, {
      key: 'mint:4',
      kind: 'mint',
      payload: {
        credentialId: 'c4',
        accountId: 'a4',
        wallet: `eip155:0x${'4'.repeat(40)}`,
        questIndex: 0,
        evidenceDigest: `0x${'04'.repeat(31)}`,
      },
    })
    await slot.sequencer.sealNext()
    const batch = await batchRow(5)
    expect(batch.oldRoot).toBe(final.newRoot)
    const signature = 2 + 64 * (2 + 1 + 2)
    const forged = { ...batch, calldata: flipByteAt(batch.calldata, signature + 62) }
    // Reverting to a snapshot set the chain's clock back.
    await slot.tester.setNextBlockTimestamp({ timestamp: BigInt(seconds()) })
    await propose(proposeData(forged))
    await slot.proveOnce()
    expect(await attempt(voteWith(await postedClaim(), await proofOf(5)))).not.toBe('accepted')
    const problems: (string | null)[] = []
    for await (const { problem } of slot.newDeriver().derive()) problems.push(problem)
    expect(problems.at(-1)).toMatch(/groups 0: mint\.signature|signature/)
  })
})

async function propose(data: `0x${string}`) {
  await slot.tester.impersonateAccount({ address: slot.publisher.address })
  const hash = (await slot.client.request({
    method: 'eth_sendTransaction' as never,
    params: [{ from: slot.publisher.address, to: slot.addresses.rollup, data }] as never,
  })) as `0x${string}`
  const receipt = await slot.client.waitForTransactionReceipt({ hash, pollingInterval: 50 })
  const why = receipt.status === 'success' ? '' : await attempt(data)
  expect(receipt.status, why).toBe('success')
}

/** The claim that the newest proposal's event carries. */
async function postedClaim() {
  const logs = await slot.client.getContractEvents({
    address: slot.addresses.rollup,
    abi: rollupAbi,
    eventName: 'BatchProposed',
    fromBlock: 0n,
    strict: true,
  })
  const claim = logs.at(-1)?.args.claim
  if (!claim) throw new Error('nothing was proposed')
  return claim
}

function voteWith(claim: ReturnType<typeof claimOf>, proof: Uint8Array) {
  return encodeFunctionData({
    abi: rollupAbi,
    functionName: 'vote',
    args: [claim, 1, recipient, `0x${Buffer.from(proof).toString('hex')}`],
  })
}

const flipByteAt = (hex: string, at: number) =>
  `${hex.slice(0, at)}${((Number.parseInt(hex.slice(at, at + 2), 16) ^ 1) & 0xff).toString(16).padStart(2, '0')}${hex.slice(at + 2)}`
/** The lowest byte of the first opened wallet. */
const flipWordByte = (hex: string) => flipByteAt(hex, 2 + 64 * 3 - 2)
