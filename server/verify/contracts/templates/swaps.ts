import * as z from 'zod'
import { evmAddress, unit } from '../../kinds/fields.ts'
import { addressOn, arbitrum, base, chainsOf, ethereum, optimism, polygon } from './addresses.ts'
import { amount, amountField, defineTemplate, token, tokenField, unitOf, usdc } from './template.ts'

const swapped = { en: 'swapped', ja: 'スワップ' }
const v2Out = 'address[] path, address to, uint256 deadline'

/** Ether sent to the router goes in whole: the function that sends back what it did not need is left out. */
export const swapEtherV2 = defineTemplate({
  id: 'uniswap-v2-swap-ether',
  category: 'swap',
  title: { en: 'Swap ether on Uniswap V2', ja: 'Uniswap V2 で ETH をスワップ' },
  summary: { en: 'A call of the router that sells at least so much ether', ja: 'ルーターを通じて一定量以上の ETH を売却する' },
  chains: chainsOf('uniswapV2Router'),
  uses: ['uniswapV2Router'],
  fields: [
    amountField({ en: 'Ether, at least', ja: 'ETH の最小量' }),
    { path: 'buys', control: 'evmAddress', label: { en: 'Token that it goes to or through', ja: '購入先または経由するトークン' } },
  ],
  params: z.strictObject({ gte: amount, buys: evmAddress.optional() }),
  example: { chain: ethereum, params: { gte: '10000000000000000', buys: usdc.address } },
  rule: ({ gte, buys }, chain) => ({
    any: ['swapExactETHForTokens', 'swapExactETHForTokensSupportingFeeOnTransferTokens'].map((name) => ({
      kind: 'evm.transaction',
      chain,
      params: {
        to: [addressOn('uniswapV2Router', chain)],
        function: `function ${name}(uint256 amountOutMin, ${v2Out}) payable`,
        value: { op: 'gte', value: gte },
        ...(buys === undefined ? {} : { where: [{ arg: 'path.*', op: 'eq', value: buys }] }),
        action: swapped,
      },
    })),
  }),
})

export const swapTokenV2 = defineTemplate({
  id: 'uniswap-v2-swap-token',
  category: 'swap',
  title: { en: 'Swap a token on Uniswap V2', ja: 'Uniswap V2 でトークンをスワップ' },
  summary: { en: 'A call of the router that sells at least so much of a token', ja: 'ルーターを通じて一定量以上のトークンを売却する' },
  chains: chainsOf('uniswapV2Router'),
  uses: ['uniswapV2Router'],
  fields: [tokenField('token', { en: 'Token that is sold', ja: '売却するトークン' }), amountField()],
  params: z.strictObject({ token, gte: amount }),
  example: { chain: ethereum, params: { token: usdc, gte: '10000000' } },
  rule: ({ token: sold, gte }, chain) => ({
    any: [
      'swapExactTokensForTokens',
      'swapExactTokensForETH',
      'swapExactTokensForTokensSupportingFeeOnTransferTokens',
      'swapExactTokensForETHSupportingFeeOnTransferTokens',
    ].map((name) => ({
      kind: 'evm.transaction',
      chain,
      params: {
        to: [addressOn('uniswapV2Router', chain)],
        function: `function ${name}(uint256 amountIn, uint256 amountOutMin, ${v2Out})`,
        where: [
          { arg: 'amountIn', op: 'gte', value: gte },
          { arg: 'path.0', op: 'eq', value: sold.address },
        ],
        units: { amountIn: unitOf(sold) },
        action: swapped,
      },
    })),
  }),
})

const single =
  '(address tokenIn, address tokenOut, uint24 fee, address recipient, uint256 amountIn, uint256 amountOutMinimum, uint160 sqrtPriceLimitX96) params'

export const swapRouterV3 = defineTemplate({
  id: 'uniswap-v3-swap-router',
  category: 'swap',
  title: { en: 'Swap a token on Uniswap V3', ja: 'Uniswap V3 でトークンをスワップ' },
  summary: {
    en: 'A call of SwapRouter02, also within its multicall, that sells at least so much of a token',
    ja: 'SwapRouter02 の呼び出し(マルチコール内も可)で、一定量以上のトークンを売却する',
  },
  chains: chainsOf('uniswapSwapRouter02'),
  uses: ['uniswapSwapRouter02'],
  fields: [tokenField('token', { en: 'Token that is sold', ja: '売却するトークン' }), amountField()],
  params: z.strictObject({ token, gte: amount }),
  example: { chain: ethereum, params: { token: usdc, gte: '10000000' } },
  rule: ({ token: sold, gte }, chain) => ({
    kind: 'evm.transaction',
    chain,
    params: {
      to: [addressOn('uniswapSwapRouter02', chain)],
      function: `function exactInputSingle(${single}) payable`,
      where: [
        { arg: 'params.amountIn', op: 'gte', value: gte },
        { arg: 'params.tokenIn', op: 'eq', value: sold.address },
      ],
      units: { 'params.amountIn': unitOf(sold) },
      action: swapped,
    },
  }),
})

/** A pool's log counts every way to it, whichever router or aggregator. What goes into the pool is positive. */
export const swapPoolV3 = defineTemplate({
  id: 'uniswap-v3-swap-pool',
  category: 'swap',
  title: { en: 'Swap in a Uniswap V3 pool', ja: 'Uniswap V3 のプールでスワップ' },
  summary: {
    en: 'A swap in one pool by any router that sells at least so much of one of its tokens',
    ja: '指定したプールで、一定量以上のトークンを売却する(ルーターは問わない)',
  },
  chains: [ethereum, optimism, polygon, base, arbitrum],
  uses: [],
  fields: [
    { path: 'pool', control: 'evmAddress', label: { en: 'Pool', ja: 'プール' }, required: true },
    {
      path: 'sells',
      control: 'choice',
      label: { en: 'Token that is sold', ja: '売却するトークン' },
      required: true,
      options: [
        { value: 'amount0', label: { en: 'The first (token0)', ja: '1 つ目(token0)' } },
        { value: 'amount1', label: { en: 'The second (token1)', ja: '2 つ目(token1)' } },
      ],
    },
    amountField(),
    { path: 'unit', control: 'units', label: { en: 'Unit', ja: '単位' }, required: true },
  ],
  params: z.strictObject({ pool: evmAddress, sells: z.enum(['amount0', 'amount1']), gte: amount, unit }),
  // The pool of USDC and WETH at 0.05 %: where the factory of Uniswap V3 makes it (a test computes it).
  example: {
    chain: ethereum,
    params: {
      pool: '0x88e6A0c2dDD26FEEb64F039a2c41296FcB3f5640',
      sells: 'amount0',
      gte: '10000000',
      unit: { decimals: 6, symbol: 'USDC' },
    },
  },
  rule: ({ pool, sells, gte, unit: shownIn }, chain) => ({
    kind: 'evm.event',
    chain,
    params: {
      addresses: [pool],
      event:
        'event Swap(address indexed sender, address indexed recipient, int256 amount0, int256 amount1, uint160 sqrtPriceX96, uint128 liquidity, int24 tick)',
      where: [{ arg: sells, op: 'gte', value: gte }],
      units: { [sells]: shownIn },
      action: swapped,
    },
  }),
})

/** The router's commands are bytes that say little: what arrives from it or from the pools of V4 says the rest. */
export const buyUniversal = defineTemplate({
  id: 'uniswap-v4-universal-router',
  category: 'swap',
  title: { en: 'Buy a token in the Uniswap app (V4)', ja: 'Uniswap アプリでトークンを購入(V4)' },
  summary: {
    en: 'A call of the universal router, and at least so much of a token that comes from it or from the pools of V4',
    ja: 'ユニバーサルルーターを呼び出し、ルーターまたは V4 のプールから一定量以上のトークンを受け取る',
  },
  chains: chainsOf('uniswapUniversalRouter'),
  uses: ['uniswapUniversalRouter', 'uniswapV4Pools'],
  fields: [tokenField('token', { en: 'Token that is bought', ja: '購入するトークン' }), amountField()],
  params: z.strictObject({ token, gte: amount }),
  example: { chain: ethereum, params: { token: usdc, gte: '10000000' } },
  rule: ({ token: bought, gte }, chain) => ({
    all: [
      {
        kind: 'evm.transaction',
        chain,
        params: {
          to: [addressOn('uniswapUniversalRouter', chain)],
          function: 'function execute(bytes commands, bytes[] inputs, uint256 deadline) payable',
          action: swapped,
        },
      },
      {
        kind: 'evm.transfer',
        chain,
        params: {
          token: { standard: 'erc20', address: bought.address, ...unitOf(bought) },
          direction: 'received',
          counterparty: [addressOn('uniswapV4Pools', chain), addressOn('uniswapUniversalRouter', chain)],
          gte,
        },
      },
    ],
  }),
})
