import {
  getApproveInstruction,
  getBatchInstruction,
  getBurnInstruction,
  getCloseAccountInstruction,
  getTransferInstruction,
} from '@solana-program/token'
import { sol } from '../solanaWorld.ts'
import { type Cast, feeToken, type Making, openBeside, short, since, transferOf, window } from './solanaCast.ts'
import type { Act, Row } from './solanaTable.ts'

/** Coins and tokens that move. */
export const transferRows = (cast: Cast, opened: bigint): Row[] => [
  solSent(cast, opened),
  tokenSent(cast, opened),
  tokenReceived(cast, opened),
  feeTokenSent(cast, opened),
  feeTokenReceived(cast, opened),
]

function solSent({ world, mints, friend, shop, decoy, ...acts }: Cast, opened: bigint): Row {
  const { sends, fails, isTreated, treats, having, inTurn } = acts
  const pay =
    (to: typeof shop, amount: bigint): Making =>
    (me) => [world.pay(me, to, amount)]
  return {
    action: 'SOL sent',
    rule: { kind: 'solana.transfer', params: { counterparty: [shop], gte: String(sol) }, window: window(opened) },
    // In two halves, and somebody else pays the fee.
    right: isTreated((me) => [world.pay(me, shop, sol / 2n), world.pay(me, shop, sol / 2n)]),
    nearMisses: [
      { what: 'too little', does: sends(pay(shop, sol - 1n)), says: 'sent 0.999999 SOL, 1 needed' },
      {
        what: 'halves in two transactions',
        does: inTurn(sends(pay(shop, sol / 2n)), sends(pay(shop, sol / 2n))),
        says: 'sent 0.50 SOL, 1 needed',
      },
      { what: 'to another wallet', does: sends(pay(decoy, sol)), says: `sent 1 SOL to ${short(decoy)}, needed: to ${short(shop)}` },
      {
        what: 'to oneself',
        does: sends((me) => [world.pay(me, me.address, sol)]),
        says: 'sent 1 SOL to a wallet of your own, which does not count',
      },
      { what: 'in a transaction that failed', does: fails(pay(shop, sol)), says: 'tried to send 1 SOL, but this transaction failed' },
      {
        what: 'only the fee of what a friend sent',
        does: treats(pay(shop, sol)),
        says: 'your wallet signed this transaction, but sent no SOL in it',
      },
      {
        what: 'a token instead',
        does: having(
          mints.usdx,
          25n,
          sends(async (me) => [await transferOf(mints.usdx, me, shop, 25n)]),
        ),
        says: `sent a token of the mint ${short(mints.usdx.address)}; needed: SOL`,
      },
      { what: 'received instead', does: async (me) => world.send(friend, [world.pay(friend, me.address, sol)]), says: since(opened) },
      { what: 'before the window', early: true, does: sends(pay(shop, sol)), says: since(opened) },
      {
        what: 'before the window, pasted',
        early: true,
        pasted: true,
        does: sends(pay(shop, sol)),
        says: `sent 1 SOL, but only transactions from slot ${opened} on count`,
      },
    ],
  }
}

function tokenSent(cast: Cast, opened: bigint): Row {
  const { world, mints, friend, shop, decoy, sends, fails, having, inTurn } = cast
  const { usdx, copy } = mints
  const paid =
    (to: typeof shop, amount: bigint, mint = usdx): Making =>
    async (me) => [await transferOf(mint, me, to, amount)]
  const approved: Making = async (me) => [
    getApproveInstruction({ source: await usdx.accountOf(me.address), delegate: friend.address, owner: me, amount: 25_000_000n }),
  ]
  const moved = async (me: Parameters<Act>[0]) => ({
    source: await usdx.accountOf(me.address),
    destination: await usdx.accountOf(shop),
    amount: 25_000_000n,
  })
  const rich = (act: Act) => having(usdx, 100_000_000n, act)
  return {
    action: 'SPL token sent',
    rule: {
      kind: 'solana.transfer',
      params: { mint: { address: usdx.address, decimals: 6, symbol: 'USDX' }, counterparty: [shop], gte: '25000000' },
      window: window(opened),
    },
    // The older `Transfer` does not name its mint; here within a batch.
    right: rich(sends(async (me) => [getBatchInstruction([getTransferInstruction({ ...(await moved(me)), authority: me })])])),
    nearMisses: [
      { what: 'too little', does: rich(sends(paid(shop, 24_999_999n))), says: 'sent 24.999999 USDX, 25 needed' },
      {
        what: 'another mint of the same symbol',
        does: having(copy, 25_000_000n, sends(paid(shop, 25_000_000n, copy))),
        says: `sent a token of the mint ${short(copy.address)}; needed: USDX of the mint ${short(usdx.address)}`,
      },
      {
        what: 'to another wallet',
        does: rich(sends(paid(decoy, 25_000_000n))),
        says: `sent 25 USDX to ${short(decoy)}, needed: to ${short(shop)}`,
      },
      {
        what: 'to an account of one’s own',
        does: rich(async (me) => {
          const destination = await openBeside(cast, me, usdx)
          return world.send(me, [getTransferInstruction({ ...(await moved(me)), destination, authority: me })])
        }),
        says: 'sent 25 USDX to a wallet of your own, which does not count',
      },
      {
        what: 'in a transaction that failed',
        does: rich(fails(paid(shop, 25_000_000n))),
        says: 'tried to send 25 USDX, but this transaction failed',
      },
      {
        what: 'burned',
        does: rich(
          sends(async (me) => [
            getBurnInstruction({ account: await usdx.accountOf(me.address), mint: usdx.address, authority: me, amount: 25_000_000n }),
          ]),
        ),
        says: 'lost 25 USDX, but not by a transfer to another wallet',
      },
      { what: 'only approved', does: rich(sends(approved)), says: 'your wallet signed this transaction, but sent no USDX in it' },
      {
        what: 'by a friend who was let, pasted',
        pasted: true,
        does: rich(
          inTurn(sends(approved), async (me) => world.send(friend, [getTransferInstruction({ ...(await moved(me)), authority: friend })])),
        ),
        says: 'sent 25 USDX, but your wallet did not sign it',
      },
      { what: 'before the window', early: true, does: rich(sends(paid(shop, 25_000_000n))), says: since(opened) },
    ],
  }
}

function tokenReceived(cast: Cast, opened: bigint): Row {
  const { world, mints, friend, having } = cast
  const { usdx, copy } = mints
  const comes =
    (amount: bigint, mint = usdx): Act =>
    async (me) =>
      world.send(friend, [await mint.open(me.address, friend), await transferOf(mint, friend, me.address, amount)])
  return {
    action: 'SPL token received',
    rule: {
      kind: 'solana.transfer',
      params: { direction: 'received', mint: { address: usdx.address, decimals: 6, symbol: 'USDX' }, gte: '2000000' },
      window: window(opened),
    },
    // It is found though the member passed it on and closed the account.
    right: async (me) => {
      await comes(2_000_000n)(me)
      const account = await usdx.accountOf(me.address)
      const close = getCloseAccountInstruction({ account, destination: me.address, owner: me })
      return world.send(me, [await transferOf(usdx, me, friend.address, 2_000_000n), close])
    },
    nearMisses: [
      { what: 'too little', does: comes(1_999_999n), says: 'received 1.999999 USDX, 2 needed' },
      {
        what: 'another mint of the same symbol',
        does: comes(2_000_000n, copy),
        says: `received a token of the mint ${short(copy.address)}; needed: USDX of the mint ${short(usdx.address)}`,
      },
      {
        what: 'from an account of one’s own',
        does: having(usdx, 2_000_000n, async (me) => {
          const [source, destination] = [await usdx.accountOf(me.address), await openBeside(cast, me, usdx)]
          return world.send(me, [getTransferInstruction({ source, destination, authority: me, amount: 2_000_000n })])
        }),
        says: 'received 2 USDX from a wallet of your own, which does not count',
      },
      { what: 'before the window', early: true, does: comes(2_000_000n), says: since(opened) },
    ],
  }
}

function feeTokenSent(cast: Cast, opened: bigint): Row {
  const { mints, shop, decoy, sends, fails, having } = cast
  const { feex, copy } = mints
  const paid =
    (amount: bigint, to = shop): Making =>
    async (me) => [await transferOf(feex, me, to, amount)]
  const rich = (act: Act) => having(feex, 200_000_000n, act)
  return {
    action: 'Token-2022 token sent',
    rule: {
      kind: 'solana.transfer',
      params: { mint: feeToken(cast), counterparty: [shop], gte: '100000000' },
      window: window(opened),
    },
    // What is sent is the whole, whatever the mint keeps of it.
    right: rich(sends(paid(100_000_000n))),
    nearMisses: [
      { what: 'too little', does: rich(sends(paid(99_000_000n))), says: 'sent 99 FEEX, 100 needed' },
      {
        what: 'a classic token of the same symbol',
        does: having(
          copy,
          100_000_000n,
          sends(async (me) => [await transferOf(copy, me, shop, 100_000_000n)]),
        ),
        says: `sent a token of the mint ${short(copy.address)}; needed: FEEX of the mint ${short(feex.address)}`,
      },
      {
        what: 'to another wallet',
        does: rich(sends(paid(100_000_000n, decoy))),
        says: `sent 100 FEEX to ${short(decoy)}, needed: to ${short(shop)}`,
      },
      {
        what: 'in a transaction that failed',
        does: rich(fails(paid(100_000_000n))),
        says: 'tried to send 100 FEEX, but this transaction failed',
      },
    ],
  }
}

function feeTokenReceived(cast: Cast, opened: bigint): Row {
  const { world, mints, issuer, friend } = cast
  const { feex, copy } = mints
  const comes =
    (amount: bigint, { from = friend, mint = feex } = {}): Act =>
    async (me) =>
      world.send(from, [await mint.open(me.address, from), await transferOf(mint, from, me.address, amount)])
  return {
    action: 'Token-2022 token received, net of its fee',
    rule: {
      kind: 'solana.transfer',
      params: { direction: 'received', mint: feeToken(cast), counterparty: [friend.address], gte: '99000000' },
      window: window(opened),
    },
    right: comes(100_000_000n),
    nearMisses: [
      { what: 'the fee makes it too little', does: comes(99_000_000n), says: 'received 98.01 FEEX, 99 needed' },
      {
        what: 'a classic token of the same symbol',
        does: comes(100_000_000n, { mint: copy }),
        says: `received a token of the mint ${short(copy.address)}; needed: FEEX of the mint ${short(feex.address)}`,
      },
      {
        what: 'from another wallet',
        does: comes(100_000_000n, { from: issuer }),
        says: `received 99 FEEX from ${short(issuer.address)}, needed: from ${short(friend.address)}`,
      },
      {
        what: 'minted',
        does: (me) => feex.give(me.address, 99_000_000n),
        says: 'gained 99 FEEX, but not by a transfer from another wallet',
      },
      { what: 'before the window', early: true, does: comes(100_000_000n), says: since(opened) },
    ],
  }
}
