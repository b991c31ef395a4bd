import type { Hex } from 'viem'
import { shortHex } from '#server/verify/kinds/wording.ts'
import type { Member } from '../contractChain.ts'
import { early, notYours, onlyAllows } from './says.ts'
import type { Table } from './table.ts'

/** Pieces of collections that come and go. */
export const pieces: Table = {
  'mint a piece (ERC-721)': ({ chain, stone, friend, mintStone, newestStone }) => ({
    rule: {
      kind: 'evm.event',
      params: {
        addresses: [stone.address],
        event: 'event Transfer(address indexed from, address indexed to, uint256 indexed tokenId)',
        claimant: 'to',
        where: [{ arg: 'from', op: 'eq', value: `0x${'0'.repeat(40)}` }],
        action: { en: 'minted', ja: 'ミント' },
      },
    },
    right: mintStone,
    nearMisses: [
      {
        what: 'second hand',
        does: async (me) => {
          await mintStone(friend)
          return chain.call(stone, 'transferFrom', [friend.address, me.address, await newestStone()], { account: friend.account })
        },
        says: `minted, but from was ${shortHex(friend.address)}; needed: from = the zero address`,
      },
      { what: 'minted by somebody else', does: () => mintStone(friend), pasted: true, says: notYours },
      {
        what: 'an approval alone',
        does: (me) => chain.call(stone, 'setApprovalForAll', [friend.address, true], { account: me.account }),
        pasted: true,
        says: onlyAllows(friend),
      },
      { what: 'before the quest', does: mintStone, ...early },
    ],
  }),

  'give a piece to the shop (ERC-721)': ({ chain, stone, shop, friend, mintStone, newestStone }) => {
    const giveTo = (to: Hex) => async (me: Member) => {
      await mintStone(me)
      return chain.call(stone, 'transferFrom', [me.address, to, await newestStone()], { account: me.account })
    }
    return {
      rule: {
        kind: 'evm.transfer',
        params: {
          token: { standard: 'erc721', address: stone.address, symbol: 'STONE' },
          direction: 'sent',
          counterparty: [shop.address],
        },
      },
      right: giveTo(shop.address),
      nearMisses: [
        { what: 'to somebody else', does: giveTo(friend.address), says: `sent 1 STONE, but to ${shortHex(friend.address)}` },
        { what: 'only minted', does: mintStone, pasted: true, says: 'moved no STONE out of your wallet' },
        {
          what: 'an approval alone',
          does: (me) => chain.call(stone, 'setApprovalForAll', [shop.address, true], { account: me.account }),
          pasted: true,
          says: onlyAllows(shop),
        },
        { what: 'before the quest', does: giveTo(shop.address), ...early },
      ],
    }
  },

  'send goods to the shop (ERC-1155)': ({ chain, goods, shop, friend, mintGoods }) => {
    type Parcel = { id?: bigint; amount?: bigint; to?: Hex }
    const ship =
      ({ id = 7n, amount = 5n, to = shop.address }: Parcel = {}) =>
      async (me: Member) => {
        await mintGoods(me.address, id, amount)
        return chain.call(goods, 'safeTransferFrom', [me.address, to, id, amount, '0x'], { account: me.account })
      }
    return {
      rule: {
        kind: 'evm.transfer',
        params: {
          token: { standard: 'erc1155', address: goods.address, symbol: 'GOOD', ids: ['7'] },
          direction: 'sent',
          counterparty: [shop.address],
          gte: '5',
        },
      },
      right: async (me) => {
        await mintGoods(me.address, 7n, 5n)
        await mintGoods(me.address, 8n, 1n)
        const batch = [me.address, shop.address, [7n, 8n], [5n, 1n], '0x']
        return chain.call(goods, 'safeBatchTransferFrom', batch, { account: me.account })
      },
      nearMisses: [
        { what: 'too few', does: ship({ amount: 3n }), says: 'sent 3 GOOD, 5 needed' },
        { what: 'of another kind', does: ship({ id: 8n }), pasted: true, says: 'moved no GOOD #7 out of your wallet' },
        { what: 'to somebody else', does: ship({ to: friend.address }), says: `sent 5 GOOD, but to ${shortHex(friend.address)}` },
        {
          what: 'an approval alone',
          does: (me) => chain.call(goods, 'setApprovalForAll', [shop.address, true], { account: me.account }),
          pasted: true,
          says: onlyAllows(shop),
        },
      ],
    }
  },
}
