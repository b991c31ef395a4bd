import { generateKeyPairSigner } from '@solana/kit'
import {
  getCloseAccountInstruction,
  getFreezeAccountInstruction,
  getInitializeAccount3Instruction,
  getTransferInstruction,
} from '@solana-program/token'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { derivedAddress } from '#chains/adapters/solana/derivedAddress.ts'
import { programs } from '#chains/adapters/solana/programs.ts'
import { createLookupTable, extendLookupTable, programIds } from '#tests/support/solanaInstructions.ts'
import { type SolanaWorld, sol, startSolanaWorld } from './solanaWorld.ts'

let world: SolanaWorld

beforeAll(async () => {
  world = await startSolanaWorld()
})
afterAll(() => world?.stop())

const account = (params: object) => ({ kind: 'solana.account', params })

// This validator reads state at its newest slot whatever the commitment, so "not yet final" is a matter of the kinds' own tests.
describe('solana.token', () => {
  it.each([
    ['Token', {}],
    ['Token-2022', { fee: { basisPoints: 50, most: 1000n } }],
  ])('adds up the accounts of a wallet: %s', async (_name, options) => {
    const [issuer, ann, bob] = [await world.member(), await world.member(), await world.member()]
    const [mint, decoy] = [await world.createMint(issuer, options), await world.createMint(issuer, options)]
    const held = (gte: bigint, more: object = {}) => ({
      kind: 'solana.token',
      params: { mint: { address: mint.address, decimals: 6, symbol: 'TOK' }, gte: String(gte), ...more },
    })
    await mint.give(ann.address, 6_000_000n)
    await decoy.give(ann.address, 100_000_000n)
    await mint.give(bob.address, 4_000_000n)
    await world.settle()
    expect(await world.judge(held(10_000_000n), [ann.address])).toMatchObject({ status: 'fail', said: ['holds 6 TOK, 10 needed'] })
    expect(await world.judge(held(10_000_000n), [ann.address, bob.address])).toMatchObject({
      status: 'fail',
      said: ['holds 6 TOK, 10 needed'],
    })
    expect((await world.judge(held(10_000_000n, { measure: 'total' }), [ann.address, bob.address])).status).toBe('pass')
    expect((await world.judge(held(1n), [(await generateKeyPairSigner()).address])).said).toEqual(['holds 0 TOK, 0.000001 needed'])
    await mint.give(ann.address, 4_000_000n)
    await world.settle()
    expect(await world.judge(held(10_000_000n), [ann.address])).toMatchObject({ status: 'pass', said: ['holds 10 TOK'] })

    const frozen = getFreezeAccountInstruction(
      { account: await mint.accountOf(ann.address), mint: mint.address, owner: issuer },
      { programAddress: mint.program },
    )
    await world.send(issuer, [frozen])
    await world.settle()
    expect((await world.judge(held(10_000_000n), [ann.address])).status).toBe('pass')
    expect((await world.judge(held(10_000_000n, { frozen: 'excluded' }), [ann.address])).said).toEqual([
      'holds 0 TOK (10 TOK more is frozen), 10 needed',
    ])
  })

  it('counts an account beside the usual one, and none of a mint that is not there', async () => {
    const [issuer, cat] = [await world.member(), await world.member()]
    const mint = await world.createMint(issuer)
    await mint.give(cat.address, 5_000_000n)
    const extra = await world.createAccount(cat, 165n, { owner: mint.program })
    await world.send(cat, [
      extra.instruction,
      getInitializeAccount3Instruction({ account: extra.account.address, mint: mint.address, owner: cat.address }),
      getTransferInstruction({
        source: await mint.accountOf(cat.address),
        destination: extra.account.address,
        authority: cat,
        amount: 2_000_000n,
      }),
    ])
    await world.settle()
    const held = (address: string) => ({ kind: 'solana.token', params: { mint: { address, decimals: 6, symbol: 'TOK' }, gte: '5000000' } })
    expect((await world.judge(held(mint.address), [cat.address])).said).toEqual(['holds 5 TOK'])
    // A node refuses a mint that is not there; this validator says that nobody holds it.
    expect(['error', 'fail']).toContain((await world.judge(held((await generateKeyPairSigner()).address), [cat.address])).status)
    // What went from one account of a wallet to another went nowhere; what came in is still found when its account is closed.
    const received = {
      kind: 'solana.transfer',
      params: { direction: 'received', mint: { address: mint.address, decimals: 6, symbol: 'TOK' }, gte: '1' },
    }
    expect((await world.judge(received, [cat.address])).status).toBe('fail')
    const dan = await world.member()
    await world.send(cat, [
      await mint.open(dan.address, cat),
      getTransferInstruction({
        source: extra.account.address,
        destination: await mint.accountOf(dan.address),
        authority: cat,
        amount: 2_000_000n,
      }),
    ])
    await world.send(dan, [
      getTransferInstruction({
        source: await mint.accountOf(dan.address),
        destination: await mint.accountOf(cat.address),
        authority: dan,
        amount: 2_000_000n,
      }),
      getCloseAccountInstruction({ account: await mint.accountOf(dan.address), destination: dan.address, owner: dan }),
    ])
    await world.settle()
    expect(await world.judge(received, [dan.address])).toMatchObject({ status: 'pass', said: ['received 2 TOK'] })
  })
})

describe('solana.account', () => {
  it('compares the wallet itself', async () => {
    const eve = await world.member()
    await world.settle()
    expect((await world.judge(account({ address: '$account', lamports: String(20n * sol) }), [eve.address])).status).toBe('pass')
    expect((await world.judge(account({ address: '$account', lamports: String(21n * sol) }), [eve.address])).said).toEqual([
      'holds 20 SOL, 21 SOL needed',
    ])
    expect((await world.judge(account({ address: '$account' }), [(await generateKeyPairSigner()).address])).said).toEqual([
      'this account does not exist',
    ])
    expect((await world.judge(account({ address: '$account', owner: programs.token }), [eve.address])).said[0]).toMatch(
      /^owned by 111111…1111, needed: /,
    )
  })

  it('finds what a program derives for the member', async () => {
    const fay = await world.member()
    const slot = await world.rpc.getSlot({ commitment: 'finalized' }).send()
    const { table, instruction } = await createLookupTable(fay, slot)
    const entry = (await generateKeyPairSigner()).address
    await world.send(fay, [instruction, extendLookupTable(table, fay, [entry])])
    await world.settle()
    // A lookup table: kind (u32), …, authority at byte 22, addresses from byte 56 on.
    const owned = (first: string, program: string = programIds.lookupTable, seed: bigint = slot) =>
      account({
        pda: { program: programIds.lookupTable, seeds: [{ key: '$account' }, { uint: String(seed), size: 8 }] },
        owner: program,
        layout: [
          { name: 'kind', offset: 0, type: 'u32' },
          { name: 'authority', offset: 22, type: 'pubkey' },
          { name: 'first', offset: 56, type: 'pubkey' },
        ],
        where: [
          { arg: 'kind', op: 'eq', value: '1' },
          { arg: 'authority', op: 'eq', value: '$account' },
          { arg: 'first', op: 'in', value: [first] },
        ],
      })
    expect((await world.judge(owned(entry), [fay.address])).status).toBe('pass')
    expect((await world.judge(owned(table), [fay.address])).said[0]).toMatch(/^first is .*; needed: first one of/)
    expect((await world.judge(owned(entry, programs.token), [fay.address])).said[0]).toMatch(/^owned by /)
    expect((await world.judge(owned(entry, programIds.lookupTable, slot + 1n), [fay.address])).said).toEqual([
      'this account does not exist',
    ])
    expect((await world.judge(owned(entry), [(await world.member()).address])).status).toBe('fail')
  })

  it('reads the accounts of many members in few requests', async () => {
    const wallets = Array.from({ length: 250 }, (_, index) => derivedAddress(programs.system, [Uint8Array.of(index)]) ?? '')
    const before = world.reader.requests()
    const found = await Promise.all(wallets.map((wallet) => world.judge(account({ address: '$account' }), [wallet as never])))
    expect(found.every(({ status }) => status === 'fail')).toBe(true)
    // Two tags, three requests each, beside the head.
    expect(world.reader.requests() - before).toBeLessThan(20)
  })
})
