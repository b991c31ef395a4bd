import { shortHex } from '#server/verify/kinds/wording.ts'
import { early, failed, onlyAllows } from './says.ts'
import type { Table } from './table.ts'

const eth = 10n ** 18n
const wethUnit = { decimals: 18, symbol: 'WETH' }
const sides = (weth: string, other: string) => (weth < other ? 'amount0' : 'amount1')

export const mintFunction =
  'function mint((address token0, address token1, uint24 fee, int24 tickLower, int24 tickUpper, uint256 amount0Desired, uint256 amount1Desired, uint256 amount0Min, uint256 amount1Min, address recipient, uint256 deadline) params) payable'

export const liquidity: Table = {
  'add liquidity on Uniswap V2': ({ v2, weth, usd, impostor, allow }) => {
    const side = sides(weth.address, usd.address)
    return {
      rule: {
        kind: 'evm.event',
        params: {
          addresses: [v2.pool],
          event: 'event Mint(address indexed sender, uint256 amount0, uint256 amount1)',
          where: [{ arg: side, op: 'gte', value: String(eth) }],
          units: { [side]: wethUnit },
          action: { en: 'added', ja: '追加' },
        },
      },
      right: (me) => v2.provide(me, { with: usd, amount: eth }),
      nearMisses: [
        { what: 'too little', does: (me) => v2.provide(me, { with: usd, amount: eth / 2n }), says: 'added 0.50 WETH, 1 needed' },
        {
          what: 'to another pool',
          does: (me) => v2.provide(me, { with: impostor, amount: eth }),
          pasted: true,
          says: `has no “Mint” of ${shortHex(v2.pool)}`,
        },
        {
          what: 'swapped instead',
          does: (me) => v2.swap(me, { from: weth, to: usd, amount: eth }),
          pasted: true,
          says: `has no “Mint” of ${shortHex(v2.pool)}`,
        },
        {
          what: 'an approval alone',
          does: (me) => allow(me.account, weth, { to: v2.router.address }),
          pasted: true,
          says: onlyAllows(v2.router),
        },
        { what: 'before the quest', does: (me) => v2.provide(me, { with: usd, amount: eth }), ...early },
      ],
    }
  },

  'remove liquidity on Uniswap V2': ({ v2, weth, usd, friend, allow, send }) => {
    const side = sides(weth.address, usd.address)
    return {
      rule: {
        kind: 'evm.event',
        params: {
          addresses: [v2.pool],
          event: 'event Burn(address indexed sender, uint256 amount0, uint256 amount1, address indexed to)',
          where: [
            { arg: side, op: 'gte', value: String(eth) },
            { arg: 'to', op: 'eq', value: '$account' },
          ],
          units: { [side]: wethUnit },
          action: { en: 'removed', ja: '引き出し' },
        },
      },
      right: async (me) => v2.withdraw(me, await v2.shares(me, 2n * eth)),
      nearMisses: [
        {
          what: 'too little',
          does: async (me) => v2.withdraw(me, await v2.shares(me, eth / 2n)),
          says: /^removed 0\.(499999|50) WETH, 1 needed$/,
        },
        {
          what: 'for somebody else',
          does: async (me) => v2.withdraw(me, await v2.shares(me, 2n * eth), friend.address),
          says: `removed, but to was ${shortHex(friend.address)}; needed: to = your wallet`,
        },
        {
          what: 'an approval alone',
          does: async (me) => {
            await v2.shares(me, 2n * eth)
            return allow(me.account, v2.share, { to: v2.router.address })
          },
          pasted: true,
          says: onlyAllows(v2.router),
        },
        {
          what: 'the shares given away instead',
          does: async (me) => send(me, v2.share, friend.address, await v2.shares(me, 2n * eth)),
          pasted: true,
          says: `has no “Burn” of ${shortHex(v2.pool)}`,
        },
      ],
    }
  },

  'open a position on Uniswap V3': ({ v3, weth, friend, allow }) => {
    const desired = `params.${v3.names.weth}Desired`
    return {
      rule: {
        kind: 'evm.transaction',
        params: {
          to: [v3.positions.address],
          function: mintFunction,
          where: [
            { arg: desired, op: 'gte', value: String(eth) },
            { arg: 'params.fee', op: 'eq', value: '3000' },
            { arg: 'params.recipient', op: 'eq', value: '$account' },
          ],
          units: { [desired]: wethUnit },
          action: { en: 'provided', ja: '提供' },
        },
      },
      right: (me) => v3.open(me, { weth: eth }),
      nearMisses: [
        { what: 'too little', does: (me) => v3.open(me, { weth: eth / 2n }), says: 'provided 0.50 WETH, 1 needed' },
        {
          what: 'in the pool of another fee',
          does: (me) => v3.open(me, { weth: eth, fee: 500 }),
          says: 'provided, but params.fee was 500; needed: params.fee = 3,000',
        },
        {
          what: 'for somebody else',
          does: (me) => v3.open(me, { weth: eth, recipient: friend.address }),
          says: `provided, but params.recipient was ${shortHex(friend.address)}; needed: params.recipient = your wallet`,
        },
        { what: 'reverted', does: (me) => v3.open(me, { weth: eth, least: 10n ** 40n }), says: failed },
        {
          what: 'an approval alone',
          does: (me) => allow(me.account, weth, { to: v3.positions.address }),
          says: onlyAllows(v3.positions),
        },
      ],
    }
  },

  'add to a position on Uniswap V3': ({ v3, weth, allow }) => {
    const small = { weth: eth / 10n }
    return {
      rule: {
        kind: 'evm.event',
        params: {
          addresses: [v3.positions.address],
          event: 'event IncreaseLiquidity(uint256 indexed tokenId, uint128 liquidity, uint256 amount0, uint256 amount1)',
          where: [{ arg: v3.names.weth, op: 'gte', value: String(eth) }],
          units: { [v3.names.weth]: wethUnit },
          action: { en: 'added', ja: '追加' },
        },
      },
      right: async (me) => {
        await v3.open(me, small)
        return v3.add(me, 2n * eth)
      },
      nearMisses: [
        {
          what: 'too little each time',
          does: async (me) => {
            await v3.open(me, small)
            return v3.add(me, eth / 2n)
          },
          says: /^added 0\.(099999|10|499999|50) WETH, 1 needed$/,
        },
        {
          what: 'taken out instead',
          does: async (me) => {
            await v3.open(me, small)
            return v3.remove(me)
          },
          pasted: true,
          says: `has no “IncreaseLiquidity” of ${shortHex(v3.positions.address)}`,
        },
        {
          what: 'an approval alone',
          does: (me) => allow(me.account, weth, { to: v3.positions.address }),
          pasted: true,
          says: onlyAllows(v3.positions),
        },
        { what: 'before the quest', does: (me) => v3.open(me, { weth: 2n * eth }), ...early },
      ],
    }
  },

  'collect from a position on Uniswap V3': ({ v3, friend }) => ({
    rule: {
      kind: 'evm.event',
      params: {
        addresses: [v3.positions.address],
        event: 'event Collect(uint256 indexed tokenId, address recipient, uint256 amount0, uint256 amount1)',
        where: [
          { arg: v3.names.weth, op: 'gte', value: String(eth) },
          { arg: 'recipient', op: 'eq', value: '$account' },
        ],
        units: { [v3.names.weth]: wethUnit },
        action: { en: 'collected', ja: '回収' },
      },
    },
    right: async (me) => {
      await v3.open(me, { weth: 2n * eth })
      await v3.remove(me)
      return v3.collect(me)
    },
    nearMisses: [
      {
        what: 'removed, but left with the manager',
        does: async (me) => {
          await v3.open(me, { weth: 2n * eth })
          return v3.remove(me)
        },
        pasted: true,
        says: `has no “Collect” of ${shortHex(v3.positions.address)}`,
      },
      {
        what: 'when nothing was there',
        does: async (me) => {
          await v3.open(me, { weth: 2n * eth })
          return v3.collect(me)
        },
        says: 'collected 0 WETH, 1 needed',
      },
      {
        what: 'for somebody else',
        does: async (me) => {
          await v3.open(me, { weth: 2n * eth })
          await v3.remove(me)
          return v3.collect(me, friend.address)
        },
        says: `collected, but recipient was ${shortHex(friend.address)}; needed: recipient = your wallet`,
      },
    ],
  }),
}
