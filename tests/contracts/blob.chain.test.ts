import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { composeEscape } from '#server/compose/escape.ts'
import { exitsOf, findLeaver } from '#server/rollup/escape/leaving.ts'
import { readStanding } from '#server/rollup/escape/slotClient.ts'
import { beaconBlobs } from '#server/rollup/l2/blobClient.ts'
import { commitBlob } from '#server/rollup/l2/blobOpening.ts'
import { readProposals } from '#server/rollup/l2/slotReader.ts'
import { toBlobWords } from '#server/rollup/protocol/blob.ts'
import { P } from '#server/rollup/protocol/field.ts'
import { plannedAccounts } from '#server/rollup/state/buildBatch.ts'
import type { BuiltBatch } from '#server/rollup/state/draft.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { createMemoryNodeStore } from '#server/rollup/state/memoryNodeStore.ts'
import { type DerivedClaim, SlotDeriver } from '#server/rollup/watcher/deriveSlot.ts'
import { toHex, toHex32 } from '#server/shared/bytes.ts'
import { type BlobProposal, blobClaimOf, inBlobForm, proposeBlob, voteByKey } from './blobSlot.ts'
import { type DeployedSlot, deployedSlot } from './deployedSlot.ts'

const payee = '0x00000000000000000000000000000000000b10b5'
let slot: DeployedSlot
let first: BlobProposal

beforeAll(async () => {
  slot = await deployedSlot({ blobs: true })
  const [account = 0] = plannedAccounts(slot.state(), 'small', 1)
  const inbox = [
    await slot.deposit(account, 100n),
    await slot.queue('forcedWithdraw', [{ account, token: 0, amount: 40n, recipient: payee }]),
    await slot.openQuest({ account }),
  ]
  first = inBlobForm(slot, await slot.build({ opens: [BigInt(slot.stranger.account.address)], inbox }))
})
afterAll(() => slot?.stop())

const blobs = () => beaconBlobs(slot.anvil.url)
const addresses = (source = blobs()) => ({ rollup: slot.contracts.rollup, inbox: slot.contracts.inbox, fromBlock: 0n, blobs: source })

/** What a watcher with an empty store says of every batch. */
async function derive(source = blobs()): Promise<DerivedClaim[]> {
  const store = createMemoryNodeStore()
  const deriver = new SlotDeriver({ hasher: fastHasher, client: slot.client, slot: addresses(source), domain: slot.domain, store })
  const claims: DerivedClaim[] = []
  for await (const claim of deriver.derive()) claims.push(claim)
  return claims
}

const finalHead = () => slot.client.readContract({ ...slot.rollup, functionName: 'finalHead' })

describe('a batch in a blob', () => {
  it('is refused without its blob, with another one, and with the opening of another one', async () => {
    const other = inBlobForm(slot, await slot.build({ opens: [7n] }))
    expect((await proposeBlob(slot, first, { blob: other.blob.bytes })).status).toBe('reverted')
    expect((await proposeBlob(slot, first, { opening: other.opening })).status).toBe('reverted')
    expect((await proposeBlob(slot, first, { sent: other.sent })).status).toBe('reverted')
    expect((await slot.client.readContract({ ...slot.rollup, functionName: 'tip' })).number).toBe(0n)
  })

  it('is proposed, voted for by a lane that reads blobs, final, and its withdrawal is paid', async () => {
    expect((await proposeBlob(slot, first)).status).toBe('success')
    await slot.keep(first.built)
    expect((await voteByKey(slot, first)).status).toBe('success')
    expect(await finalHead()).toMatchObject({ number: 1n, root: toHex32(first.built.newRoot) })
    // Entries: deposit, forced withdrawal, quest.
    const args = [blobClaimOf(first), first.sent, [1n]] as const
    await slot.client.waitForTransactionReceipt({
      hash: await slot.stranger.writeContract({ ...slot.rollup, functionName: 'payWithdrawals', args }),
    })
    expect(await slot.client.getBalance({ address: payee })).toBe(40n)
  })

  it('takes no ZK proof, and no vote as if it were in calldata', async () => {
    const built = await mints()
    const batch = inBlobForm(slot, built)
    expect((await proposeBlob(slot, batch)).status).toBe('success')
    await slot.keep(built)
    const { proof } = await slot.prove(built)
    // For the claim that it is, and for the one that calldata would have made.
    const vote = (claim: ReturnType<typeof blobClaimOf>) =>
      slot.client.simulateContract({
        ...slot.rollup,
        account: slot.stranger.account,
        functionName: 'vote',
        args: [claim, 1, payee, toHex(proof)],
      })
    await expect(vote(blobClaimOf(batch))).rejects.toThrow(/revert/)
    await expect(vote({ ...blobClaimOf(batch), lengths: built.calldata.lengths })).rejects.toThrow(/ClaimMismatch/)
    expect((await voteByKey(slot, batch)).status).toBe('success')
    expect(await finalHead()).toMatchObject({ number: 2n })
  })

  it('is derived again from the blob alone, to the same root', async () => {
    const claims = await derive()
    expect(claims.map(({ number, problem, credentials }) => [number, problem, credentials])).toEqual([
      [1, null, 0],
      [2, null, 2],
    ])
    expect(claims.at(-1)?.derivedRoot).toBe(slot.state().root())
    const [proposal] = await readProposals(slot.client, addresses(), { from: 0n, to: await slot.client.getBlockNumber() })
    expect(proposal?.blob).toEqual(first.blob.bytes)
  })

  it('goes together with batches in calldata', async () => {
    const built = await slot.build({ opens: [11n] })
    await slot.propose(built)
    await slot.keep(built)
    expect((await derive()).map(({ problem }) => problem)).toEqual([null, null, null])
  })

  it('is what leaving starts from: what is left in a vault, and what was paid', async () => {
    const { deps, derive: deriveFinal } = await composeEscape({ rpcUrl: slot.anvil.url, rollup: slot.contracts.rollup })
    const state = await deriveFinal(await readStanding(deps.client, deps.slot), () => undefined)
    const exits = await exitsOf(deps, state, await findLeaver(state, { word: BigInt(slot.stranger.account.address) }), {})
    expect(exits.map(({ kind, sums, done }) => [kind, sums[0]?.amount, done])).toEqual([
      ['vault', 60n, false],
      ['withdrawal', 40n, true],
    ])
  })

  it('is not derived from bytes that are another blob, and not judged when nobody has it', async () => {
    const other = commitBlob(toBlobWords('small', [1n]))
    expect((await derive(async () => other.bytes)).map(({ problem }) => problem)).toEqual([
      'The blob of the batch is not the one that the batch names.',
    ])
    await expect(derive(async () => null)).rejects.toMatchObject({ code: 'chain.refused' })
  })

  it('alarms the watcher when a word is none or lies where the batch has none', async () => {
    const built = await slot.build({ opens: [12n] })
    const wide = built.words.map((word, i) => (i === 2 ? P : word))
    const stray = toBlobWords('small', built.words)
    stray[100] = 5n
    for (const [words, problem] of [
      [{ words: wide }, /words\.malformed/],
      [{ blobWords: stray }, /Word 100 of the blob is not 0/],
    ] as const) {
      const snapshot = await slot.tester.snapshot()
      expect((await proposeBlob(slot, inBlobForm(slot, built, words))).status).toBe('success')
      expect((await derive()).at(-1)?.problem).toMatch(problem)
      await slot.tester.revert({ id: snapshot })
    }
  })
})

async function mints(): Promise<BuiltBatch> {
  const accounts = [first.built.positions.opens[0] ?? 0, first.built.positions.opens[0] ?? 0]
  const group = { quest: 0, accounts, evidenceRoot: 5n, validUntil: 4_000_000_000 }
  return slot.build({ groups: [await slot.signGroup(group)] })
}
