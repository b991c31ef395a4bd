import { AccountRole, createAddressWithSeed, generateKeyPairSigner } from '@solana/kit'
import { getTransferCheckedInstruction } from '@solana-program/token'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programs } from '#chains/adapters/solana/programs.ts'
import {
  createLookupTable,
  extendLookupTable,
  memo,
  programIds,
  transferCheckedWithFee,
  transferWithSeed,
} from '#tests/support/solanaInstructions.ts'
import { type SolanaWorld, sol, startSolanaWorld } from './solanaWorld.ts'

let world: SolanaWorld

beforeAll(async () => {
  world = await startSolanaWorld()
})
afterAll(() => world?.stop())

const transfer = (params: object) => ({ kind: 'solana.transfer', params })
const instruction = (params: object) => ({ kind: 'solana.instruction', params })
const stranger = async () => (await generateKeyPairSigner()).address

describe('solana.transfer of SOL', () => {
  it('waits for finality, then passes', async () => {
    const [ann, shop] = [await world.member(), await stranger()]
    const rule = transfer({ gte: String(sol), counterparty: [shop] })
    // A validator that has just started has no final block yet: that is an error which goes away, not a "no".
    const young = await world.judge(rule, [ann.address])
    expect(['error', 'fail']).toContain(young.status)
    if (young.status === 'error') expect(young.next).toContain('we retry')
    await world.settle()
    expect(await world.judge(rule, [ann.address])).toMatchObject({ status: 'fail', said: [] })

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

  it('adds up all that is sent where a sum is wanted; a transaction that failed is none', async () => {
    const [bob, shop] = [await world.member(), await stranger()]
    await world.send(bob, [world.pay(bob, shop, sol)])
    await world.send(bob, [world.pay(bob, shop, sol), world.pay(bob, shop, 1000n * sol)], { mayFail: true })
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

describe('solana.transfer of a token that keeps a fee', () => {
  it('counts what arrives, said by the instruction or not, by transfers and by balance', async () => {
    const [issuer, gil, hal] = [await world.member(), await world.member(), await world.member()]
    const mint = await world.createMint(issuer, { fee: { basisPoints: 100, most: 5_000_000n } })
    await mint.give(gil.address, 1_000_000_000n)
    await mint.give(hal.address, 0n)
    const [source, destination] = [await mint.accountOf(gil.address), await mint.accountOf(hal.address)]
    const paid = { source, mint: mint.address, destination, amount: 100_000_000n, decimals: 6 }
    const plain = getTransferCheckedInstruction({ ...paid, authority: gil }, { programAddress: mint.program })
    const token = { address: mint.address, decimals: 6, symbol: 'FEEX' }
    const received = (gte: string) => transfer({ mint: token, direction: 'received', gte })
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

describe('solana.instruction', () => {
  it('resolves the accounts of a lookup table', async () => {
    const [dan, shop, decoy] = [await world.member(), await stranger(), await stranger()]
    const { table, instruction: create } = await createLookupTable(dan, await world.rpc.getSlot({ commitment: 'finalized' }).send())
    await world.send(dan, [create, extendLookupTable(table, dan, [decoy, shop])])
    await world.settle()
    const tables = { [table]: [decoy, shop] }
    const signature = await world.send(dan, [world.pay(dan, shop, 2n * sol)], { tables })
    await world.settle()
    // The recipient is in the table only, not in the message.
    const raw = await world.rpc.getTransaction(signature, { encoding: 'json', maxSupportedTransactionVersion: 0 }).send()
    expect(raw?.transaction.message.accountKeys).not.toContain(shop)
    const full = await world.reader.fullTransaction(signature)
    expect(full).toMatchObject({ transfers: [{ source: dan.address, destination: shop, amount: 2n * sol }], signers: [dan.address] })
    expect(full?.writable).toContain(shop)
    const paid = (wallet: string) =>
      instruction({ programs: [programIds.system], discriminator: '0x02000000', accounts: [{ at: 0, is: wallet }] })
    expect((await world.judge(paid(dan.address), [dan.address])).status).toBe('pass')
    expect(
      (await world.judge({ kind: 'solana.transfer', params: { gte: String(2n * sol), counterparty: [shop] } }, [dan.address])).status,
    ).toBe('pass')
    // Who received it did not sign for it.
    expect((await world.judge(paid(dan.address), [shop])).status).toBe('fail')
  })

  it('sees what programs call in turn', async () => {
    const [issuer, eve] = [await world.member(), await world.member()]
    const mint = await world.createMint(issuer)
    // Token's InitializeAccount3 (18) is called by the associated token program only.
    const opened = instruction({
      programs: [programs.token],
      discriminator: '0x12',
      layout: [{ name: 'owner', offset: 1, type: 'pubkey' }],
      where: [{ arg: 'owner', op: 'eq', value: '$account' }],
    })
    const signature = await world.send(eve, [await mint.open(eve.address, eve)])
    await world.settle()
    const done = await world.judge(opened, [eve.address])
    expect(done.verified.bundle.leaves[0]?.facts[0]).toMatchObject({
      txHash: signature,
      decoded: { depth: 2, args: { owner: eve.address } },
    })
    // The order of execution: the outer instruction, then what it called.
    const full = await world.reader.fullTransaction(signature)
    expect(full?.instructions.map(({ index, depth }) => [index, depth])).toEqual([
      [0, 1],
      ...(full?.instructions.slice(1) ?? []).map((_, index) => [index + 1, 2]),
    ])
    expect(full?.instructions.length).toBeGreaterThan(2)
  })

  it('looks up what a member pasted, whatever else it is', async () => {
    const gil = await world.member()
    const rule = instruction({ programs: [programIds.memo], layout: [{ name: 'memo', offset: 0, type: 'text' }] })
    const signature = await world.send(gil, [memo('pasted')])
    await world.settle()
    const pasted = [
      '0x12',
      'nonsense',
      signature,
      '5VERv8NMvzbJMEkV8xnrLkEaWRtSz9CosKDYjCJjBRnbJLgp8uirBgmQpjKhoR4tjF3ZpRzrFmBV6UjKdiSZkQUW',
    ]
    expect((await world.judge(rule, [gil.address], pasted)).status).toBe('pass')
    expect((await world.judge(rule, [(await world.member()).address], pasted)).status).toBe('fail')
  })

  it('marks roles of accounts that nobody signs for', async () => {
    const hal = await world.member()
    const witness = await stranger()
    const call = memo('seen', { signers: [hal] })
    await world.send(hal, [
      world.pay(hal, witness, sol),
      { ...call, accounts: [...(call.accounts ?? []), { address: hal.address, role: AccountRole.READONLY }] },
    ])
    await world.settle()
    const rule = (role: object) =>
      instruction({ programs: [programIds.system], discriminator: '0x02000000', accounts: [{ at: 1, ...role }] })
    expect((await world.judge(rule({ writable: true }), [hal.address])).status).toBe('pass')
    expect((await world.judge(rule({ signer: true }), [hal.address])).said).toEqual(['made a “0x02000000”; needed: account 1 signs'])
  })
})
