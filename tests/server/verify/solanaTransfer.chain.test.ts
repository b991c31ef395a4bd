import { createAddressWithSeed, generateKeyPairSigner } from '@solana/kit'
import { getBatchInstruction, getTransferCheckedInstruction, getTransferInstruction } from '@solana-program/token'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programIds, transferCheckedWithFee, transferWithSeed } from '#tests/support/solanaInstructions.ts'
import { type SolanaWorld, sol, startSolanaWorld } from './solanaWorld.ts'

let world: SolanaWorld

beforeAll(async () => {
  world = await startSolanaWorld()
})
afterAll(() => world?.stop())

const transfer = (params: object) => ({ kind: 'solana.transfer', params })
const stranger = async () => (await generateKeyPairSigner()).address

describe('solana.transfer of SOL', () => {
  it('waits for finality, then passes; names what is short, elsewhere, or sent to oneself', async () => {
    const [ann, shop] = [await world.member(), await stranger()]
    const rule = transfer({ gte: String(sol), counterparty: [shop] })
    // A validator that has just started has no final block yet: that is an error which goes away, not a "no".
    const young = await world.judge(rule, [ann.address])
    expect(['error', 'fail']).toContain(young.status)
    if (young.status === 'error') expect(young.next).toContain('we retry')
    await world.settle()
    expect(await world.judge(rule, [ann.address])).toMatchObject({ status: 'fail', said: [] })

    await world.send(ann, [world.pay(ann, ann.address, 3n * sol)])
    await world.send(ann, [world.pay(ann, shop, (97n * sol) / 100n)])
    await world.send(ann, [world.pay(ann, await stranger(), 2n * sol)])
    await world.settle()
    expect(await world.judge(rule, [ann.address])).toMatchObject({
      status: 'fail',
      said: ['sent 0.97 SOL, 1 needed', expect.stringMatching(/^sent 2 SOL to .*, needed: to /)],
    })

    const signature = await world.send(ann, [world.pay(ann, shop, sol)])
    const early = await world.judge(rule, [ann.address])
    expect(early.status).toBe('pending')
    expect(early.said.at(-1)).toMatch(/^\d+ of 3\d confirmations$/)
    await world.settle()
    const done = await world.judge(rule, [ann.address])
    expect(done).toMatchObject({ status: 'pass', said: ['sent 1 SOL'] })
    expect(done.verified.verdict.trace.seen[0]).toMatchObject({
      text: { ja: '1 SOL を送りました' },
      txHash: signature,
      wallet: `solana:${ann.address}`,
    })
    expect(done.verified.bundle.leaves[0]?.facts[0]).toMatchObject({
      txHash: signature,
      decoded: { args: { from: ann.address, to: shop, amount: String(sol) } },
    })
    expect(done.verified.digest).not.toBe(early.verified.digest)
  })

  it('adds up what one transaction sends to one wallet, and all of it for a sum; a transaction that failed is none', async () => {
    const [bob, shop] = [await world.member(), await stranger()]
    await world.send(bob, [world.pay(bob, shop, sol / 2n), world.pay(bob, shop, sol / 2n)])
    await world.send(bob, [world.pay(bob, shop, sol), world.pay(bob, shop, 1000n * sol)], { mayFail: true })
    await world.settle()
    expect((await world.judge(transfer({ gte: String(sol), counterparty: [shop] }), [bob.address])).status).toBe('pass')
    expect((await world.judge(transfer({ gte: String(sol + 1n) }), [bob.address])).status).toBe('fail')
    await world.send(bob, [world.pay(bob, shop, sol)], { legacy: true })
    await world.settle()
    const sum = (gte: bigint) => transfer({ counterparty: [shop], sum: { arg: 'amount', gte: String(gte) } })
    expect((await world.judge(sum(2n * sol), [bob.address])).status).toBe('pass')
    expect(await world.judge(sum(3n * sol), [bob.address])).toMatchObject({ status: 'fail', next: '2 SOL so far, 3 SOL needed.' })
  })

  it('is received by whom it reaches, sent between wallets of one member by nobody', async () => {
    const [cat, dan] = [await world.member(), await world.member()]
    await world.send(cat, [world.pay(cat, dan.address, sol)])
    await world.settle()
    const received = transfer({ direction: 'received', gte: String(sol), counterparty: [cat.address] })
    expect(await world.judge(received, [dan.address])).toMatchObject({ status: 'pass', said: ['received 1 SOL'] })
    expect((await world.judge(transfer({ gte: '1' }), [dan.address])).status).toBe('fail')
    expect((await world.judge(transfer({ gte: '1' }), [cat.address, dan.address])).status).toBe('fail')
    expect((await world.judge(received, [cat.address, dan.address])).status).toBe('fail')
  })

  it('belongs to the wallet whose key moves a derived address, and by balance counts the fee', async () => {
    const [eve, shop] = [await world.member(), await stranger()]
    const derived = await createAddressWithSeed({ baseAddress: eve.address, programAddress: programIds.system, seed: 'savings' })
    await world.send(eve, [world.pay(eve, derived, 2n * sol)])
    const seeded = transferWithSeed(eve, derived, { to: shop, amount: sol, seed: 'savings' })
    await world.send(eve, [seeded])
    await world.settle()
    expect((await world.judge(transfer({ gte: String(sol), counterparty: [shop] }), [eve.address])).status).toBe('pass')
    expect(await world.judge(transfer({ by: 'balance', gte: String(2n * sol) }), [eve.address])).toMatchObject({
      status: 'pass',
      said: ['sent 2.000005 SOL'],
    })
  })
})

describe('solana.transfer of a token', () => {
  it('knows a mint of Token and its holders by their wallets', async () => {
    const [issuer, fay, shop] = [await world.member(), await world.member(), await stranger()]
    const [mint, other] = [await world.createMint(issuer), await world.createMint(issuer)]
    await mint.give(fay.address, 100_000_000n)
    await other.give(fay.address, 100_000_000n)
    const paid = async ({ address, accountOf }: typeof mint, amount: bigint, to = shop) =>
      getTransferCheckedInstruction({
        source: await accountOf(fay.address),
        mint: address,
        destination: await accountOf(to),
        authority: fay,
        amount,
        decimals: 6,
      })
    const rule = transfer({ mint: { address: mint.address, decimals: 6, symbol: 'USDX' }, gte: '25000000', counterparty: [shop] })
    const elsewhere = await stranger()
    await world.send(fay, [await mint.open(shop, fay), await paid(mint, 24_999_999n)])
    await world.send(fay, [await mint.open(elsewhere, fay), await paid(mint, 25_000_000n, elsewhere)])
    await world.send(fay, [await other.open(shop, fay), await paid(other, 25_000_000n)])
    await world.settle()
    expect(await world.judge(rule, [fay.address])).toMatchObject({
      status: 'fail',
      said: ['sent 24.999999 USDX, 25 needed', expect.stringContaining('sent 25 USDX to ')],
    })
    // The older `Transfer` does not even name its mint; here within a batch.
    const plain = {
      source: await mint.accountOf(fay.address),
      destination: await mint.accountOf(shop),
      authority: fay,
      amount: 25_000_000n,
    }
    await world.send(fay, [getBatchInstruction([getTransferInstruction(plain)])])
    await world.settle()
    expect(await world.judge(rule, [fay.address])).toMatchObject({ status: 'pass', said: ['sent 25 USDX'] })
  })

  it('counts what arrives net of the fee of a Token-2022 mint', async () => {
    const [issuer, gil, hal] = [await world.member(), await world.member(), await world.member()]
    const mint = await world.createMint(issuer, { fee: { basisPoints: 100, most: 5_000_000n } })
    await mint.give(gil.address, 1_000_000_000n)
    await mint.give(hal.address, 0n)
    const [source, destination] = [await mint.accountOf(gil.address), await mint.accountOf(hal.address)]
    const paid = { source, mint: mint.address, destination, amount: 100_000_000n, decimals: 6 }
    const plain = getTransferCheckedInstruction({ ...paid, authority: gil }, { programAddress: mint.program })
    await world.send(gil, [plain])
    await world.settle()
    const token = { address: mint.address, decimals: 6, symbol: 'FEEX' }
    const sent = transfer({ mint: token, gte: '100000000' })
    const received = (gte: string) => transfer({ mint: token, direction: 'received', gte })
    expect(await world.judge(sent, [gil.address])).toMatchObject({ status: 'pass', said: ['sent 100 FEEX'] })
    expect(await world.judge(received('99000000'), [hal.address])).toMatchObject({ status: 'pass', said: ['received 99 FEEX'] })
    expect(await world.judge(received('99000001'), [hal.address])).toMatchObject({
      status: 'fail',
      said: ['received 99 FEEX, 99.000001 needed'],
    })
    // Both ways of sending in one transaction, one with the fee in it.
    await world.send(gil, [plain, transferCheckedWithFee(gil, { ...paid, fee: 1_000_000n })])
    await world.settle()
    expect(await world.judge(received('198000000'), [hal.address])).toMatchObject({ status: 'pass', said: ['received 198 FEEX'] })
    expect((await world.judge(received('198000001'), [hal.address])).status).toBe('fail')
    const gained = transfer({ mint: token, direction: 'received', by: 'balance', gte: '198000000' })
    expect(await world.judge(gained, [hal.address])).toMatchObject({ status: 'pass', said: ['received 198 FEEX'] })
    // What one wallet of a member sends to another has not left him: only the fee has.
    const lost = (gte: string) => transfer({ mint: token, by: 'balance', gte })
    expect((await world.judge(lost('200000000'), [gil.address])).status).toBe('pass')
    expect((await world.judge(lost('2000000'), [gil.address, hal.address])).status).toBe('pass')
    expect((await world.judge(lost('2000001'), [gil.address, hal.address])).status).toBe('fail')
  })
})
