import { AccountRole, generateKeyPairSigner } from '@solana/kit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  createLookupTable,
  delegateStake,
  extendLookupTable,
  initializeStake,
  initializeVote,
  memo,
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

const instruction = (params: object) => ({ kind: 'solana.instruction', params })
const stranger = async () => (await generateKeyPairSigner()).address
const tokenProgram = 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA'

describe('solana.instruction', () => {
  it('reads a memo of any of its programs', async () => {
    const [ann, bob] = [await world.member(), await world.member()]
    const rule = instruction({
      programs: [programIds.memo, programIds.memoV1],
      layout: [{ name: 'memo', offset: 0, type: 'text' }],
      where: [{ arg: 'memo', op: 'eq', value: 'gm cairn' }],
      accounts: [{ at: 0, is: '$account', signer: true }],
      action: { en: 'left a memo', ja: 'メモを記録' },
    })
    await world.send(ann, [memo('gn cairn', { signers: [ann] })])
    await world.send(ann, [memo('gm cairn', { signers: [bob] })])
    await world.send(ann, [memo('gm cairn')])
    await world.send(ann, [memo('gm cairn', { signers: [ann] }), world.pay(ann, bob.address, 1000n * sol)], { mayFail: true })
    await world.settle()
    expect((await world.judge(rule, [ann.address])).said).toEqual([
      'left a memo, but memo was “gn cairn”; needed: memo = “gm cairn”',
      expect.stringMatching(/^left a memo, but account 0 was .*; needed: account 0 = your wallet$/),
      'left a memo, but account 0 was nothing; needed: account 0 = your wallet',
    ])
    await world.send(ann, [memo('gm cairn', { signers: [ann], program: programIds.memoV1 })])
    await world.settle()
    expect(await world.judge(rule, [ann.address])).toMatchObject({ status: 'pass', said: ['left a memo'] })
    // Bob only signed for what Ann paid; nobody else's memo is his, and a later window is empty.
    expect((await world.judge(rule, [bob.address])).status).toBe('pass')
    expect((await world.judge({ ...rule, window: { from: '2099-01-01T00:00:00Z' } }, [ann.address])).status).toBe('fail')
    const { finalized } = await world.reader.head()
    const later = { ...rule, window: { from: { block: String(finalized.number + 1n) } } }
    expect((await world.judge(later, [ann.address])).status).toBe('fail')
  })

  it('sees a stake that is delegated to the right validator', async () => {
    const cat = await world.member()
    const [vote, other] = [
      await world.createAccount(cat, voteSpace, { owner: programIds.vote }),
      await world.createAccount(cat, voteSpace, { owner: programIds.vote }),
    ]
    for (const { account, instruction: create } of [vote, other]) await world.send(cat, [create, initializeVote(account.address, cat)])
    const stake = async (amount: bigint, validator?: typeof vote) => {
      const { account, instruction: create } = await world.createAccount(cat, stakeSpace, { owner: programIds.stake, extra: amount })
      const delegated = validator ? [delegateStake(account.address, validator.account.address, cat)] : []
      await world.send(cat, [create, initializeStake(account.address, cat.address), ...delegated])
      return account
    }
    // The stake program reads bincode; as an IDL: a tag of four bytes and no arguments.
    const rule = instruction({
      programs: [programIds.stake],
      instruction: {
        name: 'delegate',
        discriminator: [2, 0, 0, 0],
        accounts: ['stake', 'vote', 'clock', 'history', 'config', 'staker'].map((name) => ({ name })),
        args: [],
      },
      accounts: [
        { at: 'vote', is: vote.account.address },
        { at: 'staker', is: '$account', signer: true },
        { at: 'stake', writable: true },
      ],
      action: { en: 'delegated a stake', ja: 'ステークを委任' },
    })
    await stake(2n * sol)
    await stake(2n * sol, other)
    await world.settle()
    expect((await world.judge(rule, [cat.address])).said).toEqual([
      expect.stringMatching(/^delegated a stake, but vote was .*; needed: vote = /),
      'called another instruction of this program',
      'called another instruction of this program',
    ])
    const staked = await stake(2n * sol, vote)
    expect((await world.judge(rule, [cat.address])).status).toBe('pending')
    await world.settle()
    expect(await world.judge(rule, [cat.address])).toMatchObject({ status: 'pass', said: ['delegated a stake'] })
    expect((await world.judge(rule, [(await world.member()).address])).status).toBe('fail')

    // The stake account says the same: state 2 (delegated), the validator at byte 124, the stake at byte 156.
    const account = (validator: string, least: bigint) => ({
      kind: 'solana.account',
      params: {
        address: staked.address,
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
      },
    })
    expect((await world.judge(account(vote.account.address, 2n * sol), [cat.address])).status).toBe('pass')
    expect(await world.judge(account(vote.account.address, 3n * sol), [cat.address])).toMatchObject({
      status: 'fail',
      said: ['stake is 2 SOL; needed: stake ≥ 3 SOL'],
    })
    expect((await world.judge(account(other.account.address, sol), [cat.address])).said[0]).toMatch(
      /^validator is .*; needed: validator = /,
    )
    expect((await world.judge(account(vote.account.address, sol), [(await world.member()).address])).said[0]).toContain(
      'needed: staker = your wallet',
    )
  })

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
    const paid = (to: string, least: bigint) =>
      instruction({
        programs: [programIds.system],
        instruction: {
          name: 'transfer',
          discriminator: [2, 0, 0, 0],
          accounts: [{ name: 'from' }, { name: 'to' }],
          args: [{ name: 'lamports', type: 'u64' }],
        },
        accounts: [
          { at: 'from', is: '$account', signer: true },
          { at: 'to', is: to, writable: true },
        ],
        where: [{ arg: 'lamports', op: 'gte', value: String(least) }],
        units: { lamports: { decimals: 9, symbol: 'SOL' } },
        action: { en: 'paid', ja: '支払い' },
      })
    expect(await world.judge(paid(shop, 2n * sol), [dan.address])).toMatchObject({ status: 'pass', said: ['paid 2 SOL'] })
    expect(await world.judge(paid(shop, 3n * sol), [dan.address])).toMatchObject({
      status: 'fail',
      said: ['paid 2 SOL, 3 needed', expect.anything(), expect.anything()],
    })
    expect((await world.judge(paid(decoy, sol), [dan.address])).said[0]).toMatch(/^paid, but to was .*; needed: to = /)
    expect(
      (await world.judge({ kind: 'solana.transfer', params: { gte: String(2n * sol), counterparty: [shop] } }, [dan.address])).status,
    ).toBe('pass')
    // Who received it did not sign for it.
    expect((await world.judge(paid(shop, sol), [shop])).status).toBe('fail')
  })

  it('sees what programs call in turn', async () => {
    const [issuer, eve] = [await world.member(), await world.member()]
    const mint = await world.createMint(issuer)
    const open = await mint.open(eve.address, eve)
    // Token's InitializeAccount3 (18) is called by the associated token program only.
    const opened = (of: string) =>
      instruction({
        programs: [tokenProgram],
        discriminator: '0x12',
        layout: [{ name: 'owner', offset: 1, type: 'pubkey' }],
        accounts: [{ at: 1, is: of }],
        where: [{ arg: 'owner', op: 'eq', value: '$account' }],
        action: { en: 'opened an account', ja: '口座を開設' },
      })
    await world.send(eve, [await mint.open(issuer.address, eve)])
    await world.settle()
    expect((await world.judge(opened(mint.address), [eve.address])).said[0]).toMatch(
      /^opened an account, but owner was .*; needed: owner = your wallet$/,
    )
    const signature = await world.send(eve, [open])
    await world.settle()
    const done = await world.judge(opened(mint.address), [eve.address])
    expect(done).toMatchObject({ status: 'pass', said: ['opened an account'] })
    expect(done.verified.bundle.leaves[0]?.facts[0]).toMatchObject({
      txHash: signature,
      decoded: { depth: 2, args: { owner: eve.address } },
    })
    expect((await world.judge(opened(await stranger()), [eve.address])).said[0]).toContain('but account 1 was')
    // The same transaction signed by somebody else for her is not hers.
    const fay = await world.member()
    await world.send(issuer, [await mint.open(fay.address, issuer)])
    await world.settle()
    expect((await world.judge(opened(mint.address), [fay.address])).status).toBe('fail')
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
