import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseRule, type Rule } from '#server/verify/rule.ts'
import { replayBundle, verifyRule } from '#server/verify/run.ts'
import { type ChainWorld, startChainWorld } from './chainWorld.ts'

let world: ChainWorld
beforeAll(async () => {
  world = await startChainWorld()
})
afterAll(() => world?.node.stop())

const eth = 10n ** 18n
const units = { wad: { decimals: 18, symbol: 'WETH' } }
const action = { en: 'wrapped', ja: 'ラップ' }

const deposit = (params: object = {}, leaf: object = {}): Rule =>
  parseRule({
    kind: 'evm.event',
    chain: world.chain,
    params: { addresses: [world.weth], event: 'event Deposit(address indexed dst, uint256 wad)', units, action, ...params },
    ...leaf,
  })
const atLeast = (wad: string) => ({ where: [{ arg: 'wad', op: 'gte', value: wad }] })

async function judge(rule: Rule, ...wallets: string[]) {
  const verified = await verifyRule({ evidence: world.evidence }, rule, { context: world.contextOf(...wallets) })
  // Every verdict of this file is judged again from its stored bundle.
  const stored = JSON.parse(JSON.stringify(verified.bundle))
  expect(replayBundle(rule, stored)).toEqual(verified)
  return verified
}

describe('evm.event on WETH9', () => {
  it('waits for finality, then passes with the log as evidence', async () => {
    const ann = await world.member()
    const rule = deposit(atLeast(String(eth)))
    expect((await judge(rule, ann.walletId)).verdict.status).toBe('fail')
    const receipt = await ann.wrap(2n * eth)
    const early = await judge(rule, ann.walletId)
    expect(early.verdict.status).toBe('pending')
    expect(early.verdict.trace.seen.at(-1)?.text.en).toBe('0 of 2 confirmations')
    await world.mine(1)
    expect((await judge(rule, ann.walletId)).verdict.trace.seen.at(-1)?.text.en).toBe('1 of 2 confirmations')
    await world.mine(1)
    const { verdict, bundle } = await judge(rule, ann.walletId)
    expect(verdict.status).toBe('pass')
    expect(verdict.trace.seen[0]).toMatchObject({
      text: { en: 'wrapped 2 WETH', ja: '2 WETH をラップしました' },
      txHash: receipt.transactionHash,
      wallet: ann.walletId,
    })
    expect(bundle.leaves[0]?.facts).toEqual([
      {
        chain: world.chain,
        blockNumber: String(receipt.blockNumber),
        blockHash: receipt.blockHash,
        txHash: receipt.transactionHash,
        logIndex: receipt.logs[0]?.logIndex,
        wallet: ann.walletId,
        decoded: { event: 'Deposit', args: { dst: ann.address, wad: String(2n * eth) } },
      },
    ])
    expect((await judge(deposit({ ...atLeast(String(eth)), claimant: 'dst' }), ann.walletId)).verdict.status).toBe('pass')
    expect((await judge(deposit(atLeast(String(eth)), { finality: 'latest' }), ann.walletId)).verdict.status).toBe('pass')
  })

  it('counts and adds up over all linked wallets', async () => {
    const [one, two] = [await world.member(), await world.member()]
    await one.wrap(3n * eth)
    await two.wrap(4n * eth)
    await world.mine(2)
    const both = [one.walletId, two.walletId]
    const sum = (gte: bigint) => deposit({ sum: { arg: 'wad', gte: String(gte) } })
    expect((await judge(sum(7n * eth), ...both)).verdict.status).toBe('pass')
    const short = await judge(sum(8n * eth), ...both)
    expect(short.verdict).toMatchObject({ status: 'fail', trace: { next: { en: '7 WETH so far, 8 WETH needed.' } } })
    expect((await judge(sum(7n * eth), one.walletId)).verdict.status).toBe('fail')
    expect((await judge(deposit({ count: 2 }), ...both)).verdict.status).toBe('pass')
    expect((await judge(deposit({ count: 3 }), ...both)).verdict.status).toBe('fail')
  })

  it('takes an argument of the event as the member: a transfer received from someone else', async () => {
    const [giver, taker] = [await world.member(), await world.member()]
    await giver.wrap(5n * eth)
    await giver.write('transfer', [taker.address, 2n * eth])
    await world.mine(2)
    const received = (claimant?: string) =>
      deposit({
        event: 'event Transfer(address indexed src, address indexed dst, uint256 wad)',
        ...atLeast(String(eth)),
        ...(claimant ? { claimant } : {}),
      })
    expect((await judge(received('dst'), taker.walletId)).verdict.status).toBe('pass')
    expect((await judge(received('src'), taker.walletId)).verdict.status).toBe('fail')
    expect((await judge(received(), taker.walletId)).verdict.status).toBe('fail')
    expect((await judge(received('src'), giver.walletId)).verdict.status).toBe('pass')
  })
})

describe('evm.transaction on WETH9', () => {
  const call = (params: object = {}): Rule =>
    parseRule({
      kind: 'evm.transaction',
      chain: world.chain,
      params: { to: [world.weth], function: 'function deposit() payable', action, ...params },
    })

  it('passes on the right call with enough value, and names each near miss', async () => {
    const cat = await world.member()
    const rule = call({ value: { op: 'gte', value: String(eth) } })
    await cat.wrap(eth / 2n)
    await world.mine(2)
    expect((await judge(rule, cat.walletId)).verdict).toMatchObject({
      status: 'fail',
      trace: { seen: [{ text: { en: 'wrapped 0.50 ETH, 1 needed' } }] },
    })
    const receipt = await cat.wrap(eth)
    expect((await judge(rule, cat.walletId)).verdict.status).toBe('pending')
    await world.mine(2)
    const { verdict } = await judge(rule, cat.walletId)
    expect(verdict).toMatchObject({ status: 'pass', trace: { seen: [{ txHash: receipt.transactionHash, text: { en: 'wrapped 1 ETH' } }] } })
    const another = await judge(call({ function: 'function withdraw(uint256 wad)' }), cat.walletId)
    expect(another.verdict).toMatchObject({
      status: 'fail',
      trace: { seen: [{ text: { en: 'called another function of this contract' } }, {}] },
    })
    expect((await judge(call({ function: undefined, selector: '0xd0e30db0', count: 2 }), cat.walletId)).verdict.status).toBe('pass')
  })

  it('does not count a transaction that failed', async () => {
    const dan = await world.member()
    const receipt = await dan.write('withdraw', [eth])
    expect(receipt.status).toBe('reverted')
    await world.mine(2)
    const withdraw = { function: 'function withdraw(uint256 wad)', where: [{ arg: 'wad', op: 'gte', value: '1' }] }
    expect((await judge(call(withdraw), dan.walletId)).verdict).toMatchObject({
      status: 'fail',
      trace: { seen: [{ text: { en: 'this transaction failed' } }] },
    })
    expect((await judge(call({ ...withdraw, status: 'any' }), dan.walletId)).verdict.status).toBe('pass')
  })
})

describe('evm.balance', () => {
  const holds = (token: object, gte: bigint): Rule =>
    parseRule({ kind: 'evm.balance', chain: world.chain, params: { token, gte: String(gte) } })
  const token = () => ({ standard: 'erc20', address: world.weth, decimals: 18, symbol: 'WETH' })

  it('reads native coin and tokens at finality; one wallet must hold all of it', async () => {
    const [fay, gus] = [await world.member(), await world.member()]
    await fay.wrap(3n * eth)
    const early = await judge(holds(token(), 3n * eth), fay.walletId)
    expect(early.verdict.status).toBe('pending')
    await world.mine(2)
    const done = await judge(holds(token(), 3n * eth), gus.walletId, fay.walletId)
    expect(done.verdict).toMatchObject({
      status: 'pass',
      trace: { seen: [{ text: { en: 'holds 3 WETH', ja: '3 WETH を保有しています' }, wallet: fay.walletId }] },
    })
    await gus.wrap(eth)
    await world.mine(2)
    const short = await judge(holds(token(), 4n * eth), gus.walletId, fay.walletId)
    expect(short.verdict).toMatchObject({ status: 'fail', trace: { seen: [{ text: { en: 'holds 3 WETH, 4 needed' } }] } })
    expect((await judge(holds({ standard: 'native' }, 90n * eth), fay.walletId)).verdict.status).toBe('pass')
    expect((await judge(holds({ standard: 'native' }, 101n * eth), fay.walletId)).verdict.status).toBe('fail')
  })

  it('says so when the token is no contract', async () => {
    const absent = { standard: 'erc20', address: '0x00000000000000000000000000000000deadbeef', decimals: 0, symbol: 'X' }
    const hal = await world.member()
    const { verdict } = await judge(holds(absent, 0n), hal.walletId)
    expect(verdict).toMatchObject({ status: 'error', trace: { next: { en: expect.stringContaining('cannot answer') } } })
  })

  it('asks for a thousand members in batches, not one by one', async () => {
    const rule = holds({ standard: 'native' }, 1n)
    const wallets = Array.from({ length: 1000 }, (_, index) => `eip155:0x${(index + 0x10_0000).toString(16).padStart(40, '0')}`)
    const before = world.requests()
    await Promise.all(wallets.map((wallet) => verifyRule({ evidence: world.evidence }, rule, { context: world.contextOf(wallet) })))
    // Two reads a member (at finality and at the head), 100 to a batch, and the look at the head.
    expect(world.requests() - before).toBeLessThanOrEqual(2 * (1000 / 100) + 2)
  })
})

describe('chains that go back or away', () => {
  it('never passes on a block that a reorg takes away', async () => {
    const ivy = await world.member()
    const rule = deposit({ ...atLeast(String(eth)), claimant: 'dst' })
    await world.mine(3)
    await ivy.wrap(eth)
    await world.mine(1)
    expect((await judge(rule, ivy.walletId)).verdict.status).toBe('pending')
    await world.control.request({ method: 'anvil_reorg', params: [2, []] } as never)
    expect((await judge(rule, ivy.walletId)).verdict.status).not.toBe('pass')
    await world.mine(5)
    const after = await judge(rule, ivy.walletId)
    expect(after.verdict).toMatchObject({ status: 'fail', trace: { seen: [] } })
  })

  it('turns an unreachable chain into an error that says it is retried, never into a "no"', async () => {
    const rule = parseRule({ not: { kind: 'evm.balance', chain: 'eip155:31340', params: { token: { standard: 'native' }, gte: '1' } } })
    const { verdict } = await judge(rule, `eip155:0x${'1'.repeat(40)}`)
    expect(verdict.status).toBe('error')
  })
})
