import { shortHex } from '#server/verify/kinds/wording.ts'
import { early, failed, onlyAllows } from './says.ts'
import type { Table } from './table.ts'

const action = { en: 'swapped', ja: 'スワップ' }
const eth = 10n ** 18n

export const swaps: Table = {
  'swap on Uniswap V2, told by the call of the router': ({ v2, weth, usd, impostor, friend, allow }) => {
    const sell = { from: weth, to: usd, amount: eth }
    return {
      rule: {
        kind: 'evm.transaction',
        params: {
          to: [v2.router.address],
          function:
            'function swapExactTokensForTokens(uint256 amountIn, uint256 amountOutMin, address[] path, address to, uint256 deadline) returns (uint256[])',
          where: [
            { arg: 'amountIn', op: 'gte', value: String(eth) },
            { arg: 'path.0', op: 'eq', value: weth.address },
            { arg: 'path.1', op: 'eq', value: usd.address },
            { arg: 'to', op: 'eq', value: '$account' },
          ],
          units: { amountIn: { decimals: 18, symbol: 'WETH' } },
          action,
        },
      },
      right: (me) => v2.swap(me, sell),
      nearMisses: [
        { what: 'too little', does: (me) => v2.swap(me, { ...sell, amount: eth / 2n }), says: 'swapped 0.50 WETH, 1 needed' },
        {
          what: 'into another token',
          does: (me) => v2.swap(me, { ...sell, to: impostor }),
          says: `swapped, but path.1 was ${shortHex(impostor.address)}; needed: path.1 = ${shortHex(usd.address)}`,
        },
        {
          what: 'for somebody else',
          does: (me) => v2.swap(me, { ...sell, recipient: friend.address }),
          says: `swapped, but to was ${shortHex(friend.address)}; needed: to = your wallet`,
        },
        { what: 'reverted', does: (me) => v2.swap(me, { ...sell, least: 10n ** 30n }), says: failed },
        {
          what: 'an approval alone',
          does: (me) => allow(me.account, weth, { to: v2.router.address }),
          says: onlyAllows(v2.router),
        },
        {
          what: 'before the quest',
          does: (me) => v2.swap(me, sell),
          ...early,
        },
      ],
    }
  },

  'swap on Uniswap V2, told by the pool': ({ v2, weth, usd, impostor, friend }) => {
    const sell = { from: weth, to: usd, amount: eth }
    const sold = weth.address < usd.address ? 'amount0In' : 'amount1In'
    return {
      rule: {
        kind: 'evm.event',
        params: {
          addresses: [v2.pool],
          event:
            'event Swap(address indexed sender, uint256 amount0In, uint256 amount1In, uint256 amount0Out, uint256 amount1Out, address indexed to)',
          where: [
            { arg: sold, op: 'gte', value: String(eth) },
            { arg: 'to', op: 'eq', value: '$account' },
          ],
          units: { [sold]: { decimals: 18, symbol: 'WETH' } },
          action,
        },
      },
      right: (me) => v2.swap(me, sell),
      nearMisses: [
        { what: 'dust', does: (me) => v2.swap(me, { ...sell, amount: 10n ** 12n }), says: 'swapped 0.000001 WETH, 1 needed' },
        {
          what: 'the other direction',
          does: (me) => v2.swap(me, { from: usd, to: weth, amount: 5000n * usd.one }),
          says: 'swapped 0 WETH, 1 needed',
        },
        {
          what: 'for somebody else',
          does: (me) => v2.swap(me, { ...sell, recipient: friend.address }),
          says: `swapped, but to was ${shortHex(friend.address)}; needed: to = your wallet`,
        },
        {
          what: 'on another pool',
          does: (me) => v2.swap(me, { ...sell, to: impostor }),
          pasted: true,
          says: `has no “Swap” of ${shortHex(v2.pool)}`,
        },
        { what: 'reverted', does: (me) => v2.swap(me, { ...sell, least: 10n ** 30n }), pasted: true, says: failed },
      ],
    }
  },

  'swap on Uniswap V3, told by who gets the dollars': ({ v3, weth, usd, friend }) => {
    const sell = { from: weth, to: usd, amount: eth }
    const paid = v3.names.usd
    return {
      rule: {
        kind: 'evm.event',
        params: {
          addresses: [v3.pool],
          event:
            'event Swap(address indexed sender, address indexed recipient, int256 amount0, int256 amount1, uint160 sqrtPriceX96, uint128 liquidity, int24 tick)',
          claimant: 'recipient',
          where: [{ arg: paid, op: 'lte', value: String(-2000n * usd.one) }],
          units: { [paid]: { decimals: 6, symbol: 'tUSD' } },
          action,
        },
      },
      right: (me) => v3.swap(me, sell),
      nearMisses: [
        {
          what: 'too little',
          does: (me) => v3.swap(me, { ...sell, amount: eth / 10n }),
          says: /^swapped 29\d\.\d+ tUSD, 2,000 needed$/,
        },
        {
          what: 'the other direction',
          does: (me) => v3.swap(me, { from: usd, to: weth, amount: 5000n * usd.one }),
          says: `swapped, but ${paid} was 5,000 tUSD; needed: ${paid} ≤ -2,000 tUSD`,
        },
        {
          what: 'for somebody else',
          does: (me) => v3.swap(me, { ...sell, recipient: friend.address }),
          pasted: true,
          says: `has no “Swap” of ${shortHex(v3.pool)} with your wallet as recipient`,
        },
        {
          what: 'on the pool of another fee',
          does: (me) => v3.swap(me, { ...sell, fee: 500 }),
          pasted: true,
          says: `has no “Swap” of ${shortHex(v3.pool)} with your wallet as recipient`,
        },
        { what: 'reverted', does: (me) => v3.swap(me, { ...sell, least: 10n ** 30n }), pasted: true, says: failed },
      ],
    }
  },
}
