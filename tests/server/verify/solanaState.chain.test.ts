import { generateKeyPairSigner } from '@solana/kit'
import { getFreezeAccountInstruction } from '@solana-program/token'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createReader, probeEndpoint } from '#chains/adapters/index.ts'
import { derivedAddress } from '#chains/adapters/solana/derivedAddress.ts'
import { programs } from '#chains/adapters/solana/programs.ts'
import { solanaLocal } from '#chains/definitions/solana-local.ts'
import {
  createLookupTable,
  delegateStake,
  extendLookupTable,
  initializeStake,
  initializeVote,
  programIds,
  stakeSpace,
  voteSpace,
} from '#tests/support/solanaInstructions.ts'
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
  ])('adds up the wallets of a member, frozen or not: %s', async (_name, options) => {
    const [issuer, ann, bob] = [await world.member(), await world.member(), await world.member()]
    const mint = await world.createMint(issuer, options)
    const held = (more: object = {}) => ({
      kind: 'solana.token',
      params: { mint: { address: mint.address, decimals: 6, symbol: 'TOK' }, gte: '10000000', ...more },
    })
    await mint.give(ann.address, 6_000_000n)
    await mint.give(bob.address, 4_000_000n)
    const frozen = { account: await mint.accountOf(bob.address), mint: mint.address, owner: issuer }
    await world.send(issuer, [getFreezeAccountInstruction(frozen, { programAddress: mint.program })])
    await world.settle()
    const both = [ann.address, bob.address]
    expect(await world.judge(held(), both)).toMatchObject({ status: 'fail', said: ['holds 6 TOK, 10 needed'] })
    expect(await world.judge(held({ measure: 'total' }), both)).toMatchObject({ status: 'pass', said: ['holds 10 TOK'] })
    expect((await world.judge(held({ measure: 'total', frozen: 'excluded' }), both)).said).toEqual([
      'holds 6 TOK (4 TOK more is frozen), 10 needed',
    ])
  })

  it('finds none of a mint that is not there', async () => {
    const cat = await world.member()
    const held = {
      kind: 'solana.token',
      params: { mint: { address: (await generateKeyPairSigner()).address, decimals: 6, symbol: 'TOK' }, gte: '1' },
    }
    // A node refuses a mint that is not there; this validator says that nobody holds it.
    expect(['error', 'fail']).toContain((await world.judge(held, [cat.address])).status)
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
      expect.stringMatching(/^the account .{6}….{4} does not exist$/),
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
      expect.stringMatching(/^the account .{6}….{4} does not exist$/),
    ])
    expect((await world.judge(owned(entry), [(await world.member()).address])).status).toBe('fail')
  })

  it('sees a stake in its account', async () => {
    const gil = await world.member()
    const vote = await world.createAccount(gil, voteSpace, { owner: programIds.vote })
    const stake = await world.createAccount(gil, stakeSpace, { owner: programIds.stake, extra: 2n * sol })
    const staked = stake.account.address
    await world.send(gil, [vote.instruction, initializeVote(vote.account.address, gil)])
    await world.send(gil, [stake.instruction, initializeStake(staked, gil.address), delegateStake(staked, vote.account.address, gil)])
    await world.settle()
    // State 2 (delegated), the validator at byte 124, the stake at byte 156.
    const delegated = (validator: string, least: bigint) =>
      account({
        address: staked,
        owner: programIds.stake,
        layout: [
          { name: 'state', offset: 0, type: 'u32' },
          { name: 'staker', offset: 12, type: 'pubkey' },
          { name: 'validator', offset: 124, type: 'pubkey' },
          { name: 'stake', offset: 156, type: 'u64' },
        ],
        where: [
          { arg: 'state', op: 'eq', value: '2' },
          { arg: 'staker', op: 'eq', value: '$account' },
          { arg: 'validator', op: 'eq', value: validator },
          { arg: 'stake', op: 'gte', value: String(least) },
        ],
        units: { stake: { decimals: 9, symbol: 'SOL' } },
      })
    const said = async (rule: object, wallet = gil.address) => (await world.judge(rule as never, [wallet])).said[0]
    expect((await world.judge(delegated(vote.account.address, 2n * sol), [gil.address])).status).toBe('pass')
    expect(await said(delegated(vote.account.address, 3n * sol))).toBe('stake is 2 SOL; needed: stake ≥ 3 SOL')
    expect(await said(delegated(staked, sol))).toMatch(/^validator is .*; needed: validator = /)
    expect(await said(delegated(vote.account.address, sol), (await world.member()).address)).toContain('needed: staker = your wallet')
  })

  it('reads the accounts of many members in few requests', async () => {
    const wallets = Array.from({ length: 250 }, (_, index) => derivedAddress(programs.system, [Uint8Array.of(index)]) ?? '')
    const before = world.reader.requests()
    const found = await Promise.all(wallets.map((wallet) => world.judge(account({ address: '$account' }), [wallet as never])))
    expect(found.every(({ status }) => status === 'fail')).toBe(true)
    // Two tags, three requests each, beside the head.
    expect(world.reader.requests() - before).toBeLessThan(20)
  })

  it('does without batches where an endpoint takes none', async () => {
    const hal = await world.member()
    await world.settle()
    const chain = { ...solanaLocal, limits: { ...solanaLocal.limits, batch: 10 } }
    const endpoint = { url: world.node.url, operator: 'own' }
    expect(await probeEndpoint(chain, endpoint, { now: Date.now })).toContainEqual({
      what: 'batch',
      state: 'bad',
      detail: '10 calls in 10 requests',
    })
    const [batching, at] = [createReader(chain, endpoint), { commitment: 'confirmed' as const }]
    if (batching.vm !== 'solana') throw new Error('no reader')
    const read = () => Promise.all(Array.from({ length: 5 }, () => batching.accounts([hal.address], 0, at)))
    for (const _ of [1, 2]) for (const [account] of await read()) expect(account).toMatchObject({ lamports: 20n * sol })
    // The cluster, a batch that is refused, then single calls for good.
    expect(batching.requests()).toBe(1 + 1 + 5 + 5)
  })
})
