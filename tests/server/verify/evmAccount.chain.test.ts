import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseRule } from '#server/verify/rule.ts'
import { replayBundle, verifyRule } from '#server/verify/run.ts'
import { type ChainWorld, startChainWorld } from './chainWorld.ts'
import { stateContract } from './stateContracts.ts'

// A chain of its own: the node keeps the state of 64 blocks, and the age of a wallet is searched for in all of them.
let world: ChainWorld
beforeAll(async () => {
  world = await startChainWorld()
})
afterAll(() => world?.node.stop())

const day = 86_400

async function judge(leaf: object, ...wallets: string[]) {
  const rule = parseRule({ chain: world.chain, ...leaf })
  const verified = await verifyRule({ evidence: world.evidence }, rule, { context: world.contextOf(...wallets) })
  expect(replayBundle(rule, JSON.parse(JSON.stringify(verified.bundle)))).toEqual(verified)
  const { status, trace } = verified.verdict
  return { status, seen: trace.seen[0]?.text.en, next: trace.next?.en, ...verified }
}
const account = (params: object) => ({ kind: 'evm.account', params })

async function pass(seconds: number) {
  await world.control.increaseTime({ seconds })
  await world.mine(3)
}

describe('evm.account', () => {
  it('counts transactions and tells the age of a wallet', async () => {
    const kim = await world.member()
    expect(await judge(account({ what: 'age', seconds: 60 }), kim.walletId)).toMatchObject({
      status: 'fail',
      seen: 'no transaction was ever sent from it',
    })
    const first = await kim.wrap(1n)
    await kim.wrap(1n)
    await pass(30 * day)
    expect((await judge(account({ what: 'transactions', gte: 2 }), kim.walletId)).status).toBe('pass')
    expect(await judge(account({ what: 'transactions', gte: 3 }), kim.walletId)).toMatchObject({
      status: 'fail',
      seen: 'has sent 2 transactions, 3 needed',
    })
    const aged = await judge(account({ what: 'age', seconds: 30 * day }), kim.walletId)
    expect(aged.status).toBe('pass')
    expect(aged.bundle.leaves[0]?.facts[0]).toMatchObject({ blockNumber: String(first.blockNumber), blockHash: first.blockHash })
    expect(await judge(account({ what: 'age', seconds: 31 * day }), kim.walletId)).toMatchObject({
      status: 'fail',
      seen: expect.stringContaining('31 days needed'),
    })
  })

  it('counts contracts that a wallet created', async () => {
    const liz = await world.member()
    const { abi, bytecode } = stateContract('RebasingToken')
    await world.mined(await liz.wallet.deployContract({ abi, bytecode, gas: 3_000_000n }))
    await liz.wrap(1n)
    await world.mined(await liz.wallet.deployContract({ abi, bytecode, gas: 3_000_000n }))
    await world.mine(2)
    expect(await judge(account({ what: 'deployed', gte: 2 }), liz.walletId)).toMatchObject({ status: 'pass', seen: 'deployed 2' })
    expect(await judge(account({ what: 'deployed', gte: 3 }), liz.walletId)).toMatchObject({
      status: 'fail',
      seen: 'has deployed 2 contracts that still have code, 3 needed',
    })
    expect((await judge(account({ what: 'deployed', gte: 1 }), (await world.member()).walletId)).status).toBe('fail')
  })

  it('tells accounts with code, and those that are delegated, from ordinary ones', async () => {
    const max = await world.member()
    const smart = (is: boolean) => account({ what: 'smartAccount', is })
    expect(await judge(smart(true), max.walletId)).toMatchObject({
      status: 'fail',
      seen: 'is an ordinary account without code, a smart account is needed',
    })
    expect((await judge(smart(false), max.walletId)).status).toBe('pass')
    expect(await judge(smart(true), `eip155:${world.weth}`)).toMatchObject({ status: 'pass', seen: 'is a smart account' })
    const authorization = await max.wallet.signAuthorization({
      contractAddress: world.weth,
      executor: 'self',
      chainId: world.node.chainId,
    })
    await world.mined(await max.wallet.sendTransaction({ to: max.address, authorizationList: [authorization], gas: 200_000n }))
    await world.mine(2)
    expect(await judge(smart(true), max.walletId)).toMatchObject({ status: 'pass', seen: expect.stringContaining('(EIP-7702)') })
    expect((await judge(smart(false), max.walletId)).status).toBe('fail')
  })

  it('names the archive node that is needed where old state is gone, and retries', async () => {
    const ned = await world.member()
    await ned.wrap(1n)
    await world.mine(200)
    expect(await judge(account({ what: 'age', seconds: 60 }), ned.walletId)).toMatchObject({
      status: 'error',
      next: expect.stringContaining('archive node'),
    })
    const [, item] = await world.evidence.read([
      { type: 'evm.state', chain: world.chain, read: { what: 'nonce', address: ned.address }, at: 'finalized' },
      { type: 'evm.state', chain: world.chain, read: { what: 'nonce', address: ned.address }, at: { block: '5' } },
    ])
    expect(item?.problem).toEqual({ reason: 'unreachable', retryable: true, detail: 'pruned' })
  })
})
