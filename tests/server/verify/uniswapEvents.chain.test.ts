import { maxUint256, parseAbi } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appA } from '#chains/definitions/app-a.ts'
import { type AddressBook, ensureAppA, POOL_FEE } from '#server/cli/stack/sampleContracts.ts'
import { createEvidenceClient } from '#server/verify/evidenceClient.ts'
import { parseRule, type Rule } from '#server/verify/rule.ts'
import { anvilKeys } from '#tests/support/anvil.ts'
import { type ContractChain, judgeOn, type Member, startContractChain } from './contractChain.ts'

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
])

/** Sells ether for dollars on the published router. */
async function swap(who: Member) {
  const amountIn = eth / 100n
  const single = {
    ...{ tokenIn: book.weth, tokenOut: book.usd, fee: POOL_FEE, recipient: who.address, deadline: maxUint256, amountIn },
    ...{ amountOutMinimum: 0n, sqrtPriceLimitX96: 0n },
  }
  await chain.call({ address: book.swapRouter, abi: swapAbi }, 'exactInputSingle', [single], { account: who.account, value: amountIn })
  await chain.mine(2)
}

const swapped = (more: object): Rule =>
  parseRule({
    kind: 'evm.event',
    chain: chain.id,
    params: {
      addresses: [book.pool],
      event:
        'event Swap(address indexed sender, address indexed recipient, int256 amount0, int256 amount1, uint160 sqrtPriceX96, uint128 liquidity, int24 tick)',
      action: { en: 'swapped', ja: 'スワップ' },
      ...more,
    },
  })

const judge = (rule: Rule, member: Member) => judgeOn(evidence, rule, [member])

describe('evm.event on Uniswap V3', () => {
  it('counts swaps, days and the time between, and says how far somebody is', async () => {
    const cat = await chain.member()
    await swap(cat)
    await swap(cat)
    expect((await judge(swapped({ count: 2 }), cat)).status).toBe('pass')
    expect(await judge(swapped({ count: 3 }), cat)).toMatchObject({ status: 'fail', next: '2 so far, 3 needed.' })
    expect(await judge(swapped({ days: 2 }), cat)).toMatchObject({ status: 'fail', next: '1 day so far, 2 days needed.' })
    expect(await judge(swapped({ count: 2, gap: { atLeast: 3600 } }), cat)).toMatchObject({ status: 'fail', next: '1 so far, 2 needed.' })
    await chain.control.increaseTime({ seconds: 90_000 })
    await swap(cat)
    expect((await judge(swapped({ days: 2 }), cat)).status).toBe('pass')
    expect((await judge(swapped({ count: 2, gap: { atLeast: 3600 } }), cat)).status).toBe('pass')
    expect(await judge(swapped({ count: 3, gap: { atMost: 3600 } }), cat)).toMatchObject({ status: 'fail', next: '2 so far, 3 needed.' })
  })
})
