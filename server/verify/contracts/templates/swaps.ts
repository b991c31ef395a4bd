import * as z from 'zod'
import { evmAddress, unit } from '../../kinds/fields.ts'
import { addressOn, chainsOf, ethereum, optimism, polygon, base, arbitrum } from './addresses.ts'
import { amount, amountField, defineTemplate, ether, token, tokenField, unitOf, usdc } from './template.ts'

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
    { path: 'buys', control: 'evmAddress', label: { en: 'Token that is bought', ja: '購入するトークン' } },
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
  // The pool of USDC and WETH at 0.05 %, as the factory of Uniswap V3 answers for the two.
  example: {
    chain: ethereum,
    params: { pool: '0x88e6A0c2dDD26FEEb64F039a2c41296FcB3f5640', sells: 'amount0', gte: '10000000', unit: { decimals: 6, symbol: 'USDC' } },
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
  example: { chain: ethereum, params: { token0: usdc, token1: '0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2', gte: '10000000' } },
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
