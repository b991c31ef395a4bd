import type { Hex } from 'viem'
import { type AddressBook, POOL_FEE } from '#server/cli/stack/sampleContracts.ts'
import { artifactOf, type Contract, type ContractChain, type Member } from '../contractChain.ts'
import type { Token, Tokens } from './tokens.ts'
import { soon } from './uniswapPairs.ts'

const periphery = '@uniswap/v3-periphery/artifacts/contracts'
const poolArtifact = '@uniswap/v3-core/artifacts/contracts/UniswapV3Pool.sol/UniswapV3Pool.json'
/** Whole range of ticks at the spacing of each fee. */
const ranges: Record<number, { tickLower: number; tickUpper: number }> = {
  500: { tickLower: -887_270, tickUpper: 887_270 },
  3000: { tickLower: -887_220, tickUpper: 887_220 },
}

type Swap = { from: Token; to: Token; amount: bigint; recipient?: Hex; least?: bigint; fee?: number }
type Position = { weth: bigint; fee?: number; recipient?: Hex; least?: bigint }

/** The sample stack's WETH and dollar pool at 0.3 %, a second one at 0.05 %, and what people do with them. */
export async function openUniswapV3(chain: ContractChain, book: AddressBook['appA'], { weth, usd, give, allow }: Tokens) {
  const router: Contract = { address: book.swapRouter, abi: artifactOf(`${periphery}/SwapRouter.sol/SwapRouter.json`).abi }
  const positions: Contract = {
    address: book.positionManager,
    abi: artifactOf(`${periphery}/NonfungiblePositionManager.sol/NonfungiblePositionManager.json`).abi,
  }
  const isWethFirst = weth.address < usd.address
  const [token0, token1] = isWethFirst ? [weth, usd] : [usd, weth]
  const sidesOf = (inWeth: bigint) => (isWethFirst ? [inWeth, inWeth * 4000n] : [inWeth * 4000n, inWeth])

  function positionOf({ weth: amount, fee = POOL_FEE, recipient, least = 0n }: Position & { recipient: Hex }) {
    const [amount0Desired, amount1Desired] = sidesOf(amount)
    return {
      ...{ token0: token0.address, token1: token1.address, fee, ...ranges[fee], amount0Desired, amount1Desired },
      ...{ amount0Min: least, amount1Min: least, recipient, deadline: soon },
    }
  }

  /** Gives both tokens to the member, and leave to the position manager to take them. */
  async function ready(account: Member['account'], amount: bigint) {
    for (const token of [weth, usd]) {
      await give(token, account.address, amount * (token === weth ? 1n : 4000n))
      await allow(account, token, { to: positions.address })
    }
  }

  const poolAbi = artifactOf(poolArtifact).abi
  const slot = (await chain.read({ address: book.pool, abi: poolAbi, functionName: 'slot0' })) as readonly [bigint]
  await chain.must(positions, 'createAndInitializePoolIfNecessary', [token0.address, token1.address, 500, slot[0]])
  await ready(chain.bank, 100n * weth.one)
  await chain.must(positions, 'mint', [positionOf({ weth: 100n * weth.one, fee: 500, recipient: chain.bank.address })])

  const newest = async (me: Member) => {
    const held = (await chain.read({ ...positions, functionName: 'balanceOf', args: [me.address] })) as bigint
    return chain.read({ ...positions, functionName: 'tokenOfOwnerByIndex', args: [me.address, held - 1n] })
  }
  return {
    pool: book.pool,
    router,
    positions,
    /** How pools and positions call the amounts of both tokens. */
    names: isWethFirst ? { weth: 'amount0', usd: 'amount1' } : { weth: 'amount1', usd: 'amount0' },

    async swap(me: Member, { from, to, amount, recipient = me.address, least = 0n, fee = POOL_FEE }: Swap) {
      await give(from, me.address, amount)
      await allow(me.account, from, { to: router.address, amount })
      const single = {
        ...{ tokenIn: from.address, tokenOut: to.address, fee, recipient, deadline: soon },
        ...{ amountIn: amount, amountOutMinimum: least, sqrtPriceLimitX96: 0n },
      }
      return chain.call(router, 'exactInputSingle', [single], { account: me.account })
    },

    ready,
    positionOf,
    /** A new position over the whole range, with so much WETH in it. */
    async open(me: Member, position: Position) {
      await ready(me.account, position.weth)
      return chain.call(positions, 'mint', [positionOf({ recipient: me.address, ...position })], { account: me.account })
    },

    /** More into the member's newest position. */
    async add(me: Member, amount: bigint) {
      await ready(me.account, amount)
      const [amount0Desired, amount1Desired] = sidesOf(amount)
      const more = { tokenId: await newest(me), amount0Desired, amount1Desired, amount0Min: 0n, amount1Min: 0n, deadline: soon }
      return chain.call(positions, 'increaseLiquidity', [more], { account: me.account })
    },

    /** Takes all liquidity out of the member's newest position: it stays with the position manager until it is collected. */
    async remove(me: Member) {
      const tokenId = await newest(me)
      const [, , , , , , , liquidity] = (await chain.read({ ...positions, functionName: 'positions', args: [tokenId] })) as bigint[]
      const less = { tokenId, liquidity, amount0Min: 0n, amount1Min: 0n, deadline: soon }
      return chain.call(positions, 'decreaseLiquidity', [less], { account: me.account })
    },

    async collect(me: Member, recipient: Hex = me.address) {
      const most = 2n ** 128n - 1n
      const all = { tokenId: await newest(me), recipient, amount0Max: most, amount1Max: most }
      return chain.call(positions, 'collect', [all], { account: me.account })
    },
  }
}

export type UniswapV3 = Awaited<ReturnType<typeof openUniswapV3>>
