import type { Table } from './table.ts'

const eth = 10n ** 18n
const hour = 3600

/** What wallets have, at a moment and over a time. */
export const holdings: Table = {
  'hold dollars': ({ chain, usd, impostor, friend, give, send }) => {
    const thousand = 1000n * usd.one
    return {
      rule: {
        kind: 'evm.balance',
        params: { token: { standard: 'erc20', address: usd.address, decimals: 6, symbol: 'tUSD' }, gte: String(thousand) },
      },
      right: (me) => give(usd, me.address, thousand),
      nearMisses: [
        { what: 'a cent too little', does: (me) => give(usd, me.address, thousand - 10_000n), says: 'holds 999.99 tUSD, 1,000 needed' },
        { what: 'of another token', does: (me) => give(impostor, me.address, eth), says: 'holds 0 tUSD, 1,000 needed' },
        {
          what: 'sent on',
          does: async (me) => {
            await give(usd, me.address, thousand)
            return send(me, usd, friend.address, thousand - 5n * usd.one)
          },
          says: 'holds 5 tUSD, 1,000 needed',
        },
        {
          what: 'halves in two wallets',
          does: async (me) => {
            const mine = await chain.member()
            for (const { address } of [me, mine]) await give(usd, address, thousand / 2n)
            return { wallets: [me, mine] }
          },
          says: 'holds 500 tUSD, 1,000 needed',
        },
        {
          what: 'in a wallet that is not linked',
          does: async (me) => {
            await give(usd, me.address, thousand)
            return { wallets: [await chain.member()] }
          },
          says: 'holds 0 tUSD, 1,000 needed',
        },
      ],
    }
  },

  'hold WETH for an hour': ({ chain, weth, friend, give, send }) => {
    const wait = async (seconds: number) => {
      await chain.control.increaseTime({ seconds })
      await chain.mine(1)
    }
    const onlyHeld = (amount: string) => new RegExp(`^held only ${amount} WETH at block \\d+, 1 WETH needed$`)
    return {
      rule: {
        kind: 'evm.balance',
        params: {
          token: { standard: 'erc20', address: weth.address, decimals: 18, symbol: 'WETH', wrapped: true },
          gte: String(eth),
          at: { heldFor: hour },
        },
      },
      right: async (me) => {
        await give(weth, me.address, eth)
        await wait(2 * hour)
        return {}
      },
      nearMisses: [
        {
          what: 'sold in between and bought back',
          does: async (me) => {
            await give(weth, me.address, eth)
            await wait(2 * hour)
            await send(me, weth, friend.address, eth / 4n)
            await wait(60)
            await send(friend, weth, me.address, eth / 4n)
            await wait(60)
            return {}
          },
          says: onlyHeld('0\\.75'),
        },
        {
          what: 'bought too late',
          does: async (me) => {
            await wait(2 * hour)
            await give(weth, me.address, eth)
            await wait(hour / 2)
            return {}
          },
          says: onlyHeld('0'),
        },
        {
          what: 'sold before the end',
          does: async (me) => {
            await give(weth, me.address, eth)
            await wait(2 * hour)
            await send(me, weth, friend.address, eth)
            return {}
          },
          says: onlyHeld('0'),
        },
        {
          what: 'too little all the time',
          does: async (me) => {
            await give(weth, me.address, eth / 2n)
            await wait(2 * hour)
            return {}
          },
          says: onlyHeld('0\\.50'),
        },
      ],
    }
  },

  'own two pieces (ERC-721)': ({ chain, stone, shop, mintStone, newestStone }) => ({
    rule: { kind: 'evm.balance', params: { token: { standard: 'erc721', address: stone.address, symbol: 'STONE' }, gte: '2' } },
    right: async (me) => {
      await mintStone(me)
      return mintStone(me)
    },
    nearMisses: [
      { what: 'one', does: mintStone, says: 'holds 1 STONE, 2 needed' },
      {
        what: 'one sold',
        does: async (me) => {
          for (let index = 0; index < 2; index++) await mintStone(me)
          return chain.call(stone, 'transferFrom', [me.address, shop.address, await newestStone()], { account: me.account })
        },
        says: 'holds 1 STONE, 2 needed',
      },
      {
        what: 'one in each of two wallets',
        does: async (me) => {
          const mine = await chain.member()
          for (const one of [me, mine]) await mintStone(one)
          return { wallets: [me, mine] }
        },
        says: 'holds 1 STONE, 2 needed',
      },
      {
        what: 'allowed to move those of somebody else',
        does: async (me) => {
          const owner = await chain.member()
          for (let index = 0; index < 2; index++) await mintStone(owner)
          return chain.call(stone, 'setApprovalForAll', [me.address, true], { account: owner.account })
        },
        says: 'holds 0 STONE, 2 needed',
      },
    ],
  }),

  'own goods (ERC-1155)': ({ chain, goods, shop, mintGoods }) => ({
    rule: {
      kind: 'evm.balance',
      params: { token: { standard: 'erc1155', address: goods.address, symbol: 'GOOD', ids: ['7', '8'] }, gte: '5' },
    },
    right: async (me) => {
      await mintGoods(me.address, 7n, 2n)
      return mintGoods(me.address, 8n, 3n)
    },
    nearMisses: [
      { what: 'too few', does: (me) => mintGoods(me.address, 7n, 4n), says: 'holds 4 GOOD, 5 needed' },
      { what: 'of another kind', does: (me) => mintGoods(me.address, 9n, 50n), says: 'holds 0 GOOD, 5 needed' },
      {
        what: 'sent on',
        does: async (me) => {
          await mintGoods(me.address, 7n, 5n)
          return chain.call(goods, 'safeTransferFrom', [me.address, shop.address, 7n, 2n, '0x'], { account: me.account })
        },
        says: 'holds 3 GOOD, 5 needed',
      },
    ],
  }),
}
