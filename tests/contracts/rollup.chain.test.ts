import { parseEventLogs, toFunctionSelector } from 'viem'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { rollupAbi } from '#contracts/abi/rollup.gen.ts'
import { newAccount, proofDeadlineSeconds } from '#server/rollup/protocol/constants.gen.ts'
import { P } from '#server/rollup/protocol/field.ts'
import type { BuiltBatch } from '#server/rollup/state/draft.ts'
import { type Hex, toHex32 } from '#server/shared/bytes.ts'
import { claimOf, type DeployedSlot, deployedSlot, proposal } from './deployedSlot.ts'
import { revertOf } from './revertOf.ts'

let slot: DeployedSlot
let snapshot: Hex
/** Nine accounts, one with a deposit from L2: batch 1, proposed; the tests go on from here. */
let first: BuiltBatch

beforeAll(async () => {
  slot = await deployedSlot()
  const item = await slot.deposit(newAccount, 5n, 0x1234n)
  const advanced = await slot.advance({ opens: wallets(9), inbox: [item] })
  first = advanced.built
})
afterAll(() => slot?.stop())
beforeEach(async () => {
  snapshot = await slot.tester.snapshot()
})
afterEach(async () => {
  await slot.tester.revert({ id: snapshot })
})

const wallets = (count: number) => Array.from({ length: count }, (_, i) => 0x1000n + BigInt(i))
const tip = () => slot.client.readContract({ ...slot.rollup, functionName: 'tip' })
type Change = Partial<ReturnType<typeof proposal>>
const tryPropose = (built: BuiltBatch, change: Change = {}, words: Hex = built.calldata.words, account = slot.proposer.account) =>
  revertOf(
    slot.client.simulateContract({ ...slot.rollup, account, functionName: 'propose', args: [{ ...proposal(built), ...change }, words] }),
  )
/** The calldata words with one of them changed. */
function withWord(words: Hex, position: number, change: (word: bigint) => bigint): Hex {
  const start = 2 + 64 * position
  const word = change(BigInt(`0x${words.slice(start, start + 64)}`))
  return `${words.slice(0, start)}${toHex32(word).slice(2)}${words.slice(start + 64)}` as Hex
}

describe('propose', () => {
  it('makes of a batch the claim that the engine computed', async () => {
    const built = await slot.build({ opens: wallets(3) })
    const receipt = await slot.propose(built)
    const [event] = parseEventLogs({ abi: rollupAbi, eventName: 'BatchProposed', logs: receipt.logs })
    expect(event?.args.claim).toEqual(claimOf(built))
    expect(await tip()).toMatchObject({ number: 2n, root: toHex32(built.newRoot), inboxIndex: 1n })
    const { circuit, dataCommit, wordsHash } = claimOf(built)
    const args = [2n, circuit, dataCommit, wordsHash] as const
    expect(await slot.client.readContract({ ...slot.rollup, functionName: 'challenge', args })).toBe(built.challenge)
    expect(await slot.client.readContract({ ...slot.rollup, functionName: 'domain' })).toBe(built.inputs.public.domain)
  })

  it('refuses a gap and a batch that is there already', async () => {
    const built = await slot.build({ opens: wallets(1) })
    expect(await tryPropose(built, { number: 3n })).toBe('BatchOutOfOrder')
    expect(await tryPropose(first)).toBe('BatchOutOfOrder')
    await slot.propose(built)
    expect(await tryPropose(built)).toBe('BatchOutOfOrder')
  })

  it('refuses another previous root', async () => {
    const built = await slot.build({ opens: wallets(1) })
    expect(await tryPropose(built, { oldRoot: toHex32(first.oldRoot) })).toBe('WrongParentRoot')
  })

  it('refuses everyone but the proposer', async () => {
    const built = await slot.build({ opens: wallets(1) })
    expect(await tryPropose(built, {}, built.calldata.words, slot.stranger.account)).toBe('NotProposer')
  })

  it('refuses a time in the future, before the parent or more than ten minutes ago', async () => {
    const built = await slot.build({ opens: wallets(1) })
    expect(await tryPropose(built, { timestamp: BigInt(built.timestamp) + 60n })).toBe('TimestampOutOfRange')
    expect(await tryPropose(built, { timestamp: BigInt(first.timestamp) - 1n })).toBe('TimestampOutOfRange')
    await slot.tester.increaseTime({ seconds: 700 })
    await slot.tester.mine({ blocks: 1 })
    expect(await tryPropose(built)).toBe('TimestampOutOfRange')
  })

  it('refuses a word that is not in the field', async () => {
    const built = await slot.build({ opens: wallets(2) })
    expect(await tryPropose(built)).toBeNull()
    // Words: two of the header, then the opens.
    expect(
      await tryPropose(
        built,
        {},
        withWord(built.calldata.words, 2, () => P),
      ),
    ).toBe('WordNotInField')
    expect(await tryPropose(built, { newRoot: toHex32(P) })).toBe('NotInField')
    expect(await tryPropose(built, { dataCommit: toHex32(P) })).toBe('NotInField')
  })

  it('refuses lengths that are not those of the words', async () => {
    const built = await slot.build({ opens: wallets(2) })
    const { lengths } = built.calldata
    expect(await tryPropose(built, { lengths: lengths + 1n })).toBe('SectionTooLong')
    expect(await tryPropose(built, { lengths: lengths - (1n << 16n) })).toBe('LengthsMismatch')
    expect(await tryPropose(built, { lengths: lengths + (1n << 80n) })).toBe('LengthsMismatch')
    expect(await tryPropose(built, {}, `${built.calldata.words}00`)).toBe('LengthsMismatch')
    // One open more than the header counts, and one that is only zeros.
    const oneMore = { lengths: lengths + (1n << 16n) }
    expect(await tryPropose(built, oneMore, `${built.calldata.words}${toHex32(1n).slice(2)}`)).toBe('UnusedWord')
    expect(await tryPropose(built, oneMore, `${built.calldata.words}${toHex32(0n).slice(2)}`)).toBe('SectionNotTrimmed')
  })

  it('refuses an inbox item that differs from what L2 queued', async () => {
    const item = await slot.deposit(0, 7n)
    const built = await slot.build({ inbox: [item] })
    expect(await tryPropose(built)).toBeNull()
    expect(
      await tryPropose(
        built,
        {},
        withWord(built.calldata.words, 3, (amount) => amount + 256n),
      ),
    ).toBe('InboxItemMismatch')
    expect(await tryPropose(built, { effects: 2n })).toBe('EffectsOutOfRange')
    expect(
      await tryPropose(
        built,
        {},
        withWord(built.calldata.words, 1, (range) => range + 1n),
      ),
    ).toBe('InboxIndexMismatch')
    const twice = await slot.build({ inbox: [item, item] })
    // The inbox's own error, passed on.
    expect(await tryPropose(twice)).toBe(toFunctionSelector('ItemUnknown(uint256)'))
  })

  it('queues words that the engine reads as the same deposit and the same quest', async () => {
    const deposit = await slot.deposit(3, 7n)
    const quest = await slot.openQuest({ account: 9, quest: 4, feePerMint: 3n, pool: 5n, feePool: 6n, revocable: true })
    const built = await slot.build({ inbox: [deposit, quest] })
    expect(built.positions.inbox.map(({ applied, reason }) => [applied, reason])).toEqual([
      [true, undefined],
      // Account 9 belongs to another wallet than the sender.
      [false, expect.any(String)],
    ])
    expect(await tryPropose(built)).toBeNull()
  })
})

describe('prune', () => {
  it('waits for the deadline, removes what is not final and lets the slot go on', async () => {
    const second = await slot.build({ opens: wallets(2) })
    await slot.propose(second)
    const prune = (number: bigint) =>
      slot.client.simulateContract({ ...slot.rollup, account: slot.stranger.account, functionName: 'prune', args: [number] })
    expect(await revertOf(prune(1n))).toBe('DeadlineNotPassed')
    await slot.tester.increaseTime({ seconds: proofDeadlineSeconds + 1 })
    await slot.tester.mine({ blocks: 1 })
    expect(await revertOf(prune(2n))).toBe('BatchOutOfOrder')
    const { request } = await prune(1n)
    await slot.client.waitForTransactionReceipt({ hash: await slot.stranger.writeContract(request) })
    expect(await tip()).toMatchObject({ number: 0n, root: toHex32(first.oldRoot), inboxIndex: 0n })

    // The number gets a fresh input on the same inbox item; the pruned one cannot be voted for.
    const { timestamp } = await slot.client.getBlock()
    expect(await tryPropose(first, { timestamp })).toBeNull()
    const hash = await slot.proposer.writeContract({
      ...slot.rollup,
      functionName: 'propose',
      args: [{ ...proposal(first), timestamp }, first.calldata.words],
    })
    await slot.client.waitForTransactionReceipt({ hash })
    const vote = (claim: ReturnType<typeof claimOf>) =>
      slot.client.simulateContract({
        ...slot.rollup,
        account: slot.stranger.account,
        functionName: 'vote',
        args: [claim, 1, slot.stranger.account.address, '0x'],
      })
    expect(await revertOf(vote(claimOf(first)))).toBe('ClaimMismatch')
    expect(await revertOf(vote(claimOf(second)))).toBe('BatchNotOpen')
  })
})
