import * as z from 'zod'
import { evmAddress } from '../../kinds/fields.ts'
import { addressOn, chainsOf, ethereum, published } from './addresses.ts'
import { amount, amountField, defineTemplate, ether, token, tokenField, unitOf, usdc } from './template.ts'

export const addLiquidityV2 = defineTemplate({
  id: 'uniswap-v2-add-liquidity',
  category: 'liquidity',
  title: { en: 'Add ether and a token to Uniswap V2', ja: 'Uniswap V2 に ETH とトークンを預ける' },
  summary: {
    en: 'A call of the router that adds liquidity with at least so much ether',
    ja: 'ルーターを通じて、一定量以上の ETH で流動性を追加する',
  },
  chains: chainsOf('uniswapV2Router'),
  uses: ['uniswapV2Router'],
  fields: [
    { path: 'token', control: 'evmAddress', label: { en: 'Token', ja: 'トークン' }, required: true },
    amountField({ en: 'Ether, at least', ja: 'ETH の最小量' }),
  ],
  params: z.strictObject({ token: evmAddress, gte: amount }),
  example: { chain: ethereum, params: { token: usdc.address, gte: '10000000000000000' } },
  rule: ({ token: other, gte }, chain) => ({
    kind: 'evm.transaction',
    chain,
    params: {
      to: [addressOn('uniswapV2Router', chain)],
      function:
        'function addLiquidityETH(address token, uint256 amountTokenDesired, uint256 amountTokenMin, uint256 amountETHMin, address to, uint256 deadline) payable',
      // What the call brings may come back in part; below its own least amount it fails.
      where: [
        { arg: 'amountETHMin', op: 'gte', value: gte },
        { arg: 'token', op: 'eq', value: other },
      ],
      units: { amountETHMin: ether },
      action: { en: 'added liquidity with', ja: '流動性を追加' },
    },
  }),
})

const mintParams =
  '(address token0, address token1, uint24 fee, int24 tickLower, int24 tickUpper, uint256 amount0Desired, uint256 amount1Desired, uint256 amount0Min, uint256 amount1Min, address recipient, uint256 deadline) params'

export const addLiquidityV3 = defineTemplate({
  id: 'uniswap-v3-add-liquidity',
  category: 'liquidity',
  title: { en: 'Open a position on Uniswap V3', ja: 'Uniswap V3 でポジションを開く' },
  summary: {
    en: 'A new position in a pair of tokens, and at least so much of the first one put in',
    ja: '指定した 2 つのトークンで新しいポジションを開き、1 つ目を一定量以上預ける',
  },
  chains: chainsOf('uniswapV3Positions'),
  uses: ['uniswapV3Positions'],
  fields: [
    tokenField('token0', { en: 'First token (token0)', ja: '1 つ目のトークン(token0)' }),
    { path: 'token1', control: 'evmAddress', label: { en: 'Second token (token1)', ja: '2 つ目のトークン(token1)' }, required: true },
    amountField({ en: 'Of the first, at least', ja: '1 つ目の最小量' }),
  ],
  params: z
    .strictObject({ token0: token, token1: evmAddress, gte: amount })
    .refine(({ token0, token1 }) => BigInt(token0.address) < BigInt(token1), {
      path: ['token1'],
      message: 'a token whose address is above that of the first: pools sort them so',
    }),
  example: { chain: ethereum, params: { token0: usdc, token1: published.weth.at[ethereum], gte: '10000000' } },
  rule: ({ token0, token1, gte }, chain) => ({
    all: [
      {
        kind: 'evm.transaction',
        chain,
        params: {
          to: [addressOn('uniswapV3Positions', chain)],
          function: `function mint(${mintParams}) payable`,
          where: [
            { arg: 'params.token0', op: 'eq', value: token0.address },
            { arg: 'params.token1', op: 'eq', value: token1 },
          ],
          action: { en: 'opened a position', ja: 'ポジションを作成' },
        },
      },
      {
        kind: 'evm.event',
        chain,
        params: {
          addresses: [addressOn('uniswapV3Positions', chain)],
          event: 'event IncreaseLiquidity(uint256 indexed tokenId, uint128 liquidity, uint256 amount0, uint256 amount1)',
          where: [{ arg: 'amount0', op: 'gte', value: gte }],
          units: { amount0: unitOf(token0) },
          action: { en: 'put in', ja: '預け入れ' },
        },
      },
    ],
  }),
})
