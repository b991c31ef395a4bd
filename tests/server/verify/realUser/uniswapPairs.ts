import type { Hex } from 'viem'
import { artifactOf, type ContractChain, type Member } from '../contractChain.ts'
import type { Token, Tokens } from './tokens.ts'

export const soon = 2n ** 40n

/** The published factory and router, with two pools: WETH beside dollars and beside the impostor. */
export async function deployUniswapV2(chain: ContractChain, { weth, usd, impostor, give, allow }: Tokens) {
  const factory = await chain.deploy('@uniswap/v2-core/build/UniswapV2Factory.json', [chain.bank.address])
  const router = await chain.deploy('@uniswap/v2-periphery/build/UniswapV2Router02.json', [factory.address, weth.address])

  async function poolOf(one: Token, other: Token, amounts: readonly [bigint, bigint]): Promise<Hex> {
    const sides = [one.address, other.address]
    await give(other, chain.bank.address, amounts[1])
    for (const token of [one, other]) await allow(chain.bank, token, { to: router.address })
    await chain.must(router, 'addLiquidity', [...sides, ...amounts, 0n, 0n, chain.bank.address, soon])
    return ((await chain.read({ ...factory, functionName: 'getPair', args: sides })) as string).toLowerCase() as Hex
  }
  const pool = await poolOf(weth, usd, [1000n * weth.one, 3_000_000n * usd.one])
  const otherPool = await poolOf(weth, impostor, [1000n * weth.one, 1000n * weth.one])
  const { abi } = artifactOf('@uniswap/v2-core/build/UniswapV2Pair.json')
  const share: Token = { address: pool, abi, symbol: 'UNI-V2', decimals: 18, one: 10n ** 18n }

  type Swap = { from: Token; to: Token; amount: bigint; recipient?: Hex; least?: bigint }
  type Pair = { with: Token; amount: bigint }

  /** Puts so much WETH into a pool, with what belongs to it of the other token. */
  async function provide(me: Member, { with: other, amount }: Pair) {
    const most = other === usd ? amount * 4000n : amount
    await give(weth, me.address, amount)
    await give(other, me.address, most)
    await allow(me.account, weth, { to: router.address, amount })
    await allow(me.account, other, { to: router.address, amount: most })
    const args = [weth.address, other.address, amount, most, 0n, 0n, me.address, soon]
    return chain.call(router, 'addLiquidity', args, { account: me.account })
  }

  return {
    factory,
    router,
    pool,
    otherPool,
    share,

    /** Sells exactly so much; the tokens are given first. `least`: what must come of it. */
    async swap(me: Member, { from, to, amount, recipient = me.address, least = 0n }: Swap) {
      await give(from, me.address, amount)
      await allow(me.account, from, { to: router.address, amount })
      const args = [amount, least, [from.address, to.address], recipient, soon]
      return chain.call(router, 'swapExactTokensForTokens', args, { account: me.account })
    },

    provide,

    /** Shares of the pool of WETH and dollars, for so much WETH. */
    async shares(me: Member, amount: bigint) {
      await provide(me, { with: usd, amount })
      return (await chain.read({ ...share, functionName: 'balanceOf', args: [me.address] })) as bigint
    },

    /** Gives shares of the pool of WETH and dollars back for both. */
    async withdraw(me: Member, shares: bigint, recipient: Hex = me.address) {
      await allow(me.account, share, { to: router.address, amount: shares })
      return chain.call(router, 'removeLiquidity', [weth.address, usd.address, shares, 0n, 0n, recipient, soon], { account: me.account })
    },
  }
}

export type UniswapV2 = Awaited<ReturnType<typeof deployUniswapV2>>
