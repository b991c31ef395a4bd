import type { Hex } from 'viem'
import { shortHex } from '#server/verify/kinds/wording.ts'
import type { Member } from '../contractChain.ts'
import { early, notYours, onlyAllows } from './says.ts'
import type { Table } from './table.ts'

const eth = 10n ** 18n

/** Ether and tokens that come and go. */
export const coins: Table = {
  'wrap ether': ({ chain, weth, impostor, wrap, unwrap, give }) => {
    const none = `has no “Deposit” of ${shortHex(weth.address)} with your wallet as dst`
    return {
      rule: {
        kind: 'evm.event',
        params: {
          addresses: [weth.address],
          event: 'event Deposit(address indexed dst, uint256 wad)',
          claimant: 'dst',
          where: [{ arg: 'wad', op: 'gte', value: String(eth) }],
          units: { wad: { decimals: 18, symbol: 'WETH' } },
          action: { en: 'wrapped', ja: 'ラップ' },
        },
      },
      right: (me) => wrap(me, eth),
      nearMisses: [
        { what: 'too little', does: (me) => wrap(me, eth / 2n), says: 'wrapped 0.50 WETH, 1 needed' },
        { what: 'dust', does: (me) => wrap(me, 1n), says: 'wrapped 0.000000000000000001 WETH, 1 needed' },
        {
          what: 'unwrapped instead',
          does: async (me) => {
            await give(weth, me.address, eth)
            return unwrap(me, eth)
          },
          pasted: true,
          says: none,
        },
        { what: 'by an impostor', does: (me) => wrap(me, eth, impostor), pasted: true, says: none },
        { what: 'given by somebody else', does: (me) => give(weth, me.address, eth), pasted: true, says: notYours },
        { what: 'ether sent to oneself', does: (me) => chain.pay(me, me.address, eth), pasted: true, says: none },
        { what: 'before the quest', does: (me) => wrap(me, eth), ...early },
        { what: 'a moment ago', does: (me) => wrap(me, eth), fresh: true, status: 'pending', says: 'wrapped 1 WETH' },
      ],
    }
  },

  'send tokens to the shop': ({ chain, weth, impostor, shop, friend, give, wrap, send, allow }) => {
    const spend =
      (to: Hex, amount = eth) =>
      async (me: Member) => {
        await give(weth, me.address, eth)
        return send(me, weth, to, amount)
      }
    return {
      rule: {
        kind: 'evm.transfer',
        params: {
          token: { standard: 'erc20', address: weth.address, decimals: 18, symbol: 'WETH' },
          direction: 'sent',
          counterparty: [shop.address],
          gte: String(eth),
        },
      },
      right: spend(shop.address),
      nearMisses: [
        { what: 'too little', does: spend(shop.address, eth / 2n), says: 'sent 0.50 WETH, 1 needed' },
        { what: 'to somebody else', does: spend(friend.address), says: `sent 1 WETH, but to ${shortHex(friend.address)}` },
        {
          what: 'to another wallet of one’s own',
          does: async (me) => {
            const mine = await chain.member()
            return { ...(await spend(mine.address)(me)), wallets: [me, mine] }
          },
          says: 'sent 1 WETH, but between your own wallets',
        },
        {
          what: 'an impostor token',
          does: async (me) => {
            await wrap(me, eth, impostor)
            return send(me, impostor, shop.address, eth)
          },
          pasted: true,
          says: 'moved no WETH out of your wallet',
        },
        { what: 'an approval alone', does: (me) => allow(me.account, weth, { to: shop.address }), pasted: true, says: onlyAllows(shop) },
        { what: 'before the quest', does: spend(shop.address), ...early },
      ],
    }
  },

  'receive dollars from the shop': ({ weth, usd, impostor, shop, friend, give, send, wrap }) => {
    const hundred = 100n * usd.one
    return {
      rule: {
        kind: 'evm.transfer',
        params: {
          token: { standard: 'erc20', address: usd.address, decimals: 6, symbol: 'tUSD' },
          direction: 'received',
          counterparty: [shop.address],
          gte: String(hundred),
        },
      },
      right: async (me) => {
        await give(usd, shop.address, hundred)
        return send(shop, usd, me.address, hundred)
      },
      nearMisses: [
        {
          what: 'too little',
          does: async (me) => {
            await give(usd, shop.address, hundred)
            return send(shop, usd, me.address, 3n * usd.one)
          },
          says: 'received 3 tUSD, 100 needed',
        },
        {
          what: 'from somebody else',
          does: async (me) => {
            await give(usd, friend.address, hundred)
            return send(friend, usd, me.address, hundred)
          },
          says: `received 100 tUSD, but from ${shortHex(friend.address)}`,
        },
        {
          what: 'sent instead',
          does: async (me) => {
            await wrap(me, eth)
            return send(me, weth, shop.address, eth)
          },
          pasted: true,
          says: 'moved no tUSD into your wallet',
        },
        { what: 'another token', does: (me) => give(impostor, me.address, eth), pasted: true, says: notYours },
      ],
    }
  },

  'send ether to the shop': ({ chain, weth, shop, friend, wrap, send }) => ({
    rule: {
      kind: 'evm.transfer',
      params: { token: { standard: 'native' }, direction: 'sent', counterparty: [shop.address], gte: String(eth) },
    },
    right: (me) => chain.pay(me, shop.address, eth),
    nearMisses: [
      { what: 'too little', does: (me) => chain.pay(me, shop.address, eth / 2n), says: 'sent 0.50 ETH, 1 needed' },
      {
        what: 'to somebody else',
        does: (me) => chain.pay(me, friend.address, eth),
        pasted: true,
        says: `sent 1 ETH, but to ${shortHex(friend.address)}`,
      },
      {
        what: 'as wrapped ether',
        does: async (me) => {
          await wrap(me, eth)
          return send(me, weth, shop.address, eth)
        },
        pasted: true,
        says: 'moved no ETH out of your wallet',
      },
      { what: 'before the quest', does: (me) => chain.pay(me, shop.address, eth), ...early },
    ],
  }),

  'receive ether from the shop': ({ chain, weth, shop, friend, give, unwrap }) => ({
    rule: {
      kind: 'evm.transfer',
      params: { token: { standard: 'native' }, direction: 'received', counterparty: [shop.address], gte: String(eth) },
    },
    right: (me) => chain.pay(shop, me.address, eth),
    nearMisses: [
      { what: 'too little', does: (me) => chain.pay(shop, me.address, eth / 2n), says: 'received 0.50 ETH, 1 needed' },
      {
        what: 'from somebody else',
        does: (me) => chain.pay(friend, me.address, eth),
        says: `received 1 ETH, but from ${shortHex(friend.address)}`,
      },
      {
        what: 'from another wallet of one’s own',
        does: async (me) => {
          const mine = await chain.member()
          return { ...(await chain.pay(mine, me.address, eth)), wallets: [me, mine] }
        },
        says: 'received 1 ETH, but between your own wallets',
      },
      {
        what: 'paid out by a contract',
        does: async (me) => {
          await give(weth, me.address, eth)
          return unwrap(me, eth)
        },
        pasted: true,
        says: 'moved no ETH into your wallet',
      },
      { what: 'before the quest', does: (me) => chain.pay(shop, me.address, eth), ...early },
    ],
  }),
}
