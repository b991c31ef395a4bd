import { shortHex } from '#server/verify/kinds/wording.ts'
import type { Member } from '../contractChain.ts'
import { failed, onlyAllows } from './says.ts'
import type { Table } from './table.ts'

const eth = 10n ** 18n

export const lending: Table = {
  'supply on Aave V3': ({ aave, chain, weth, usd, friend, allow }) => {
    const none = `has no “Supply” of ${shortHex(aave.pool.address)} with your wallet as onBehalfOf`
    return {
      rule: {
        kind: 'evm.event',
        params: {
          addresses: [aave.pool.address],
          event:
            'event Supply(address indexed reserve, address user, address indexed onBehalfOf, uint256 amount, uint16 indexed referralCode)',
          claimant: 'onBehalfOf',
          where: [
            { arg: 'reserve', op: 'eq', value: weth.address },
            { arg: 'amount', op: 'gte', value: String(eth) },
          ],
          units: { amount: { decimals: 18, symbol: 'WETH' } },
          action: { en: 'supplied', ja: '供給' },
        },
      },
      right: (me) => aave.supply(me, weth, { amount: eth }),
      nearMisses: [
        { what: 'too little', does: (me) => aave.supply(me, weth, { amount: eth / 2n }), says: 'supplied 0.50 WETH, 1 needed' },
        {
          what: 'another token',
          does: (me) => aave.supply(me, usd, { amount: 3000n * usd.one }),
          says: `supplied, but reserve was ${shortHex(usd.address)}; needed: reserve = ${shortHex(weth.address)}`,
        },
        {
          what: 'for somebody else',
          does: (me) => aave.supply(me, weth, { amount: eth, onBehalfOf: friend.address }),
          pasted: true,
          says: none,
        },
        {
          what: 'an approval alone',
          does: (me) => allow(me.account, weth, { to: aave.pool.address }),
          pasted: true,
          says: onlyAllows(aave.pool),
        },
        {
          what: 'reverted, without an approval',
          does: (me) => chain.call(aave.pool, 'supply', [weth.address, eth, me.address, 0], { account: me.account }),
          pasted: true,
          says: failed,
        },
      ],
    }
  },

  'borrow on Aave V3': ({ aave, weth, usd, chain }) => {
    const none = `has no “Borrow” of ${shortHex(aave.pool.address)} with your wallet as onBehalfOf`
    const secured = (me: Member) => aave.supply(me, weth, { amount: eth })
    const amount = 1000n * usd.one
    return {
      rule: {
        kind: 'evm.event',
        params: {
          addresses: [aave.pool.address],
          event:
            'event Borrow(address indexed reserve, address user, address indexed onBehalfOf, uint256 amount, uint8 interestRateMode, uint256 borrowRate, uint16 indexed referralCode)',
          claimant: 'onBehalfOf',
          where: [
            { arg: 'reserve', op: 'eq', value: usd.address },
            { arg: 'amount', op: 'gte', value: String(amount) },
          ],
          units: { amount: { decimals: 6, symbol: 'tUSD' } },
          action: { en: 'borrowed', ja: '借入' },
        },
      },
      right: async (me) => {
        await secured(me)
        return aave.borrow(me, usd, { amount })
      },
      nearMisses: [
        {
          what: 'too little',
          does: async (me) => {
            await secured(me)
            return aave.borrow(me, usd, { amount: amount / 2n })
          },
          says: 'borrowed 500 tUSD, 1,000 needed',
        },
        {
          what: 'another token',
          does: async (me) => {
            await secured(me)
            return aave.borrow(me, weth, { amount: eth / 2n })
          },
          says: `borrowed, but reserve was ${shortHex(weth.address)}; needed: reserve = ${shortHex(usd.address)}`,
        },
        {
          what: 'reverted, for want of collateral',
          does: async (me) => {
            await secured(me)
            return aave.borrow(me, usd, { amount: 3000n * usd.one })
          },
          pasted: true,
          says: failed,
        },
        { what: 'collateral alone', does: secured, pasted: true, says: none },
        {
          what: 'on the account of somebody else',
          does: async (me) => {
            const owner = await chain.member()
            await secured(owner)
            await aave.delegate(owner, usd, { to: me.address, amount })
            return aave.borrow(me, usd, { amount, onBehalfOf: owner.address })
          },
          pasted: true,
          says: none,
        },
      ],
    }
  },

  'owe on Aave V3, by what the pool says': ({ aave, weth, usd }) => {
    const owe = async (me: Member, amount: bigint) => {
      await aave.supply(me, weth, { amount: eth })
      return aave.borrow(me, usd, { amount })
    }
    return {
      rule: {
        kind: 'evm.read',
        params: {
          to: aave.pool.address,
          function:
            'function getUserAccountData(address user) view returns (uint256 totalCollateralBase, uint256 totalDebtBase, uint256 availableBorrowsBase, uint256 currentLiquidationThreshold, uint256 ltv, uint256 healthFactor)',
          args: ['$account'],
          where: [{ arg: 'totalDebtBase', op: 'gte', value: '100000000000' }],
          units: { totalDebtBase: { decimals: 8, symbol: 'USD' } },
          label: { en: 'your Aave account', ja: 'Aave のアカウント' },
        },
      },
      right: (me) => owe(me, 1500n * usd.one),
      nearMisses: [
        {
          what: 'too little',
          does: (me) => owe(me, 500n * usd.one),
          says: /^your Aave account: totalDebtBase was 500(\.\d+)? USD; needed: totalDebtBase ≥ 1,000 USD$/,
        },
        {
          what: 'collateral alone',
          does: (me) => aave.supply(me, weth, { amount: eth }),
          says: 'your Aave account: totalDebtBase was 0 USD; needed: totalDebtBase ≥ 1,000 USD',
        },
        {
          what: 'paid back at once',
          does: async (me) => {
            await owe(me, 1500n * usd.one)
            return aave.repay(me, usd, 1400n * usd.one)
          },
          says: /^your Aave account: totalDebtBase was 100(\.\d+)? USD; needed: totalDebtBase ≥ 1,000 USD$/,
        },
      ],
    }
  },
}
