import { type Hex, maxUint256, parseAbi, parseEventLogs } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appA } from '#chains/definitions/app-a.ts'
import { type AddressBook, ensureAppA, POOL_FEE } from '#server/cli/stack/sampleContracts.ts'
import { createEvidenceClient } from '#server/verify/evidenceClient.ts'
import { parseRule, type Rule } from '#server/verify/rule.ts'
import { anvilKeys } from '#tests/support/anvil.ts'
import { type ContractChain, judgeOn, startContractChain } from './contractChain.ts'

type Member = Awaited<ReturnType<ContractChain['member']>>
let chain: ContractChain
let book: AddressBook['appA']
let evidence: ReturnType<typeof createEvidenceClient>
beforeAll(async () => {
  chain = await startContractChain(appA)
  book = await ensureAppA({ url: chain.node.url, chainId: chain.node.chainId, deployerKey: anvilKeys[1] })
  evidence = createEvidenceClient({ access: () => ({ readers: chain.readers, quorum: 1 }) })
})
afterAll(() => chain?.node.stop())

const eth = 10n ** 18n
const swapAbi = parseAbi([
  'struct Single { address tokenIn; address tokenOut; uint24 fee; address recipient; uint256 deadline; uint256 amountIn; uint256 amountOutMinimum; uint160 sqrtPriceLimitX96; }',
  'function exactInputSingle(Single params) payable returns (uint256)',
  'event Swap(address indexed sender, address indexed recipient, int256 amount0, int256 amount1, uint160 sqrtPriceX96, uint128 liquidity, int24 tick)',
])

/** Sells ether for dollars on the published router. Gives back the dollars. */
async function swap(who: Member, amountIn: bigint, recipient: Hex = who.address): Promise<bigint> {
  const single = {
    ...{ tokenIn: book.weth, tokenOut: book.usd, fee: POOL_FEE, recipient, deadline: maxUint256, amountIn },
    ...{ amountOutMinimum: 0n, sqrtPriceLimitX96: 0n },
  }
  const receipt = await chain.call({ address: book.swapRouter, abi: swapAbi }, 'exactInputSingle', [single], {
    account: who.account,
    value: amountIn,
  })
  await chain.mine(2)
  const [swapped] = parseEventLogs({ abi: swapAbi, logs: receipt.logs, eventName: 'Swap' })
  const { amount0 = 0n, amount1 = 0n } = swapped?.args ?? {}
  return -(amount0 < 0n ? amount0 : amount1)
}

/** The side of the pool that the dollars are on. */
const dollars = () => (book.usd < book.weth ? 'amount0' : 'amount1')

const swapped = (least: bigint, more: object = {}): Rule =>
  parseRule({
    kind: 'evm.event',
    chain: chain.id,
    params: {
      addresses: [book.pool],
      event:
        'event Swap(address indexed sender, address indexed recipient, int256 amount0, int256 amount1, uint160 sqrtPriceX96, uint128 liquidity, int24 tick)',
      // What leaves the pool is negative.
      where: [{ arg: dollars(), op: 'lte', value: String(-least) }],
      action: { en: 'swapped', ja: 'スワップ' },
      ...more,
    },
  })

const judge = (rule: Rule, ...members: Member[]) => judgeOn(evidence, rule, members)

describe('evm.event on Uniswap V3', () => {
  it('passes for the swap of enough, by who sent it and by who received it', async () => {
    const [ann, bob] = [await chain.member(), await chain.member()]
    const got = await swap(ann, eth)
    expect((await judge(swapped(got), ann)).status).toBe('pass')
    expect((await judge(swapped(got, { claimant: 'recipient' }), ann)).status).toBe('pass')
    expect((await judge(swapped(got), bob)).status).toBe('fail')
    await swap(bob, eth, ann.address)
    expect((await judge(swapped(1n), bob)).status).toBe('pass')
    expect((await judge(swapped(1n, { claimant: 'recipient' }), bob)).status).toBe('fail')
  })

  it('names the near misses: too little, the wrong direction, too few, all at once', async () => {
    const cat = await chain.member()
    const got = await swap(cat, eth / 100n)
    const short = await judge(swapped(got + 1n), cat)
    expect(short.status).toBe('fail')
    expect(short.text).toMatch(new RegExp(`^swapped, but ${dollars()} was -[\\d,]+; needed: ${dollars()} ≤ -[\\d,]+$`))
    const bought = { where: [{ arg: dollars(), op: 'gte', value: '1' }] }
    expect((await judge(swapped(1n, bought), cat)).text).toContain('swapped, but')
    await swap(cat, eth / 100n)
    expect((await judge(swapped(1n, { count: 2 }), cat)).status).toBe('pass')
    expect(await judge(swapped(1n, { count: 3 }), cat)).toMatchObject({ status: 'fail', next: '2 so far, 3 needed.' })
    expect(await judge(swapped(1n, { days: 2 }), cat)).toMatchObject({ status: 'fail', next: '1 day so far, 2 days needed.' })
    expect(await judge(swapped(1n, { count: 2, gap: { atLeast: 3600 } }), cat)).toMatchObject({
      status: 'fail',
      next: '1 so far, 2 needed.',
    })
    await chain.control.increaseTime({ seconds: 90_000 })
    await swap(cat, eth / 100n)
    expect((await judge(swapped(1n, { days: 2 }), cat)).status).toBe('pass')
    expect((await judge(swapped(1n, { count: 2, gap: { atLeast: 3600 } }), cat)).status).toBe('pass')
    expect(await judge(swapped(1n, { count: 3, gap: { atMost: 3600 } }), cat)).toMatchObject({
      status: 'fail',
      next: '2 so far, 3 needed.',
    })
  })
})
