import type { Address } from '@solana/kit'
import {
  AuthorityType,
  getApproveInstruction,
  getFreezeAccountInstruction,
  getRevokeInstruction,
  getSetAuthorityInstruction,
  getTransferInstruction,
} from '@solana-program/token'
import { programs } from '#chains/adapters/solana/programs.ts'
import { type Cast, feeToken, type Making, type Mint, openBeside, short, transferOf } from './solanaCast.ts'
import type { Act, Row } from './solanaTable.ts'

/** What is held, and what a program keeps about it. */
export const heldRows = (cast: Cast): Row[] => [...tokenRows(cast), delegateApproved(cast)]

function tokenRows(cast: Cast): Row[] {
  const { world, mints, issuer, friend, shop, sends, having, inTurn } = cast
  const { usdx, copy, feex, art, otherArt } = mints
  const gives =
    (mint: Mint, amount: bigint): Act =>
    (me) =>
      mint.give(me.address, amount)
  const passesOn = (mint: Mint, amount: bigint, to = shop) => sends(async (me) => [await transferOf(mint, me, to, amount)])
  const frozen: Act = async (me) => {
    const [account, { address, program }] = [await usdx.accountOf(me.address), usdx]
    return world.send(issuer, [getFreezeAccountInstruction({ account, mint: address, owner: issuer }, { programAddress: program })])
  }
  const none = (mint: Mint, symbol: string, needed: number) => `holds 0 ${symbol} of the mint ${short(mint.address)}, ${needed} needed`
  return [
    {
      action: 'SPL token held',
      rule: {
        kind: 'solana.token',
        params: { mint: { address: usdx.address, decimals: 6, symbol: 'USDX' }, gte: '10000000', frozen: 'excluded' },
      },
      // Six at the usual place, four in an account beside it.
      right: having(usdx, 10_000_000n, async (me) => {
        const [source, destination] = [await usdx.accountOf(me.address), await openBeside(cast, me, usdx)]
        return world.send(me, [getTransferInstruction({ source, destination, authority: me, amount: 4_000_000n })])
      }),
      nearMisses: [
        { what: 'too little', does: gives(usdx, 9_999_999n), says: 'holds 9.999999 USDX, 10 needed' },
        { what: 'another mint of the same symbol', does: gives(copy, 10_000_000n), says: none(usdx, 'USDX', 10) },
        {
          what: 'some of it passed on',
          does: inTurn(gives(usdx, 10_000_000n), passesOn(usdx, 4_000_000n)),
          says: 'holds 6 USDX, 10 needed',
        },
        {
          what: 'frozen by its issuer',
          does: inTurn(gives(usdx, 10_000_000n), frozen),
          says: 'holds 0 USDX (10 USDX more is frozen), 10 needed',
        },
        {
          what: 'in the usual account, which was handed over to a friend',
          does: having(
            usdx,
            10_000_000n,
            sends(async (me) => [
              getSetAuthorityInstruction({
                owned: await usdx.accountOf(me.address),
                owner: me,
                authorityType: AuthorityType.AccountOwner,
                newAuthority: friend.address,
              }),
            ]),
          ),
          says: none(usdx, 'USDX', 10),
        },
        {
          what: 'a friend holds it and lets the member move it',
          does: async (me) =>
            world.send(friend, [
              getApproveInstruction({
                source: await usdx.accountOf(friend.address),
                delegate: me.address,
                owner: friend,
                amount: 10_000_000n,
              }),
            ]),
          says: none(usdx, 'USDX', 10),
        },
      ],
    },
    {
      action: 'Token-2022 token held',
      rule: { kind: 'solana.token', params: { mint: feeToken(cast), gte: '10000000' } },
      right: gives(feex, 10_000_000n),
      nearMisses: [
        { what: 'too little', does: gives(feex, 9_000_000n), says: 'holds 9 FEEX, 10 needed' },
        { what: 'a classic token of the same symbol', does: gives(copy, 10_000_000n), says: none(feex, 'FEEX', 10) },
        {
          what: 'ten were sent, and the mint kept its fee',
          does: async (me) =>
            world.send(friend, [await feex.open(me.address, friend), await transferOf(feex, friend, me.address, 10_000_000n)]),
          says: 'holds 9.90 FEEX, 10 needed',
        },
      ],
    },
    {
      action: 'NFT held',
      rule: { kind: 'solana.token', params: { mint: { address: art.address, decimals: 0, symbol: 'ART' }, gte: '1' } },
      // There is one: the friend who was given it passes it on.
      right: async (me) => world.send(friend, [await art.open(me.address, friend), await transferOf(art, friend, me.address, 1n)]),
      nearMisses: [
        { what: 'another of the same name', does: gives(otherArt, 1n), says: none(art, 'ART', 1) },
        {
          what: 'given away',
          does: inTurn(
            gives(art, 1n),
            sends(async (me) => [await art.open(friend.address, me), await transferOf(art, me, friend.address, 1n)]),
          ),
          says: none(art, 'ART', 1),
        },
        {
          what: 'a friend’s, which the member may sell',
          does: async (me) =>
            world.send(friend, [
              getApproveInstruction({ source: await art.accountOf(friend.address), delegate: me.address, owner: friend, amount: 1n }),
            ]),
          says: none(art, 'ART', 1),
        },
        { what: 'an empty account for it', does: (me) => art.give(me.address, 0n), says: none(art, 'ART', 1) },
      ],
    },
  ]
}

/** The member's usual account of a mint, as an address that a program derives: who may move how much of it. */
function delegateApproved({ mints, shop, decoy, sends, having, inTurn }: Cast): Row {
  const { usdx, copy } = mints
  const approves =
    (delegate: Address, amount: bigint, mint = usdx): Making =>
    async (me) => [getApproveInstruction({ source: await mint.accountOf(me.address), delegate, owner: me, amount })]
  const revokes: Making = async (me) => [getRevokeInstruction({ source: await usdx.accountOf(me.address), owner: me })]
  const rich = (act: Act) => having(usdx, 10_000_000n, act)
  return {
    action: 'account state',
    rule: {
      kind: 'solana.account',
      params: {
        pda: { program: programs.associatedToken, seeds: ['$account', programs.token, usdx.address].map((key) => ({ key })) },
        owner: programs.token,
        layout: [
          { name: 'approved', offset: 72, type: 'u32' },
          { name: 'delegate', offset: 76, type: 'pubkey' },
          { name: 'delegated', offset: 121, type: 'u64' },
        ],
        where: [
          { arg: 'approved', op: 'eq', value: '1' },
          { arg: 'delegate', op: 'eq', value: shop },
          { arg: 'delegated', op: 'gte', value: '10000000' },
        ],
        units: { delegated: { decimals: 6, symbol: 'USDX' } },
      },
    },
    right: rich(sends(approves(shop, 10_000_000n))),
    nearMisses: [
      {
        what: 'too little',
        does: rich(sends(approves(shop, 9_500_000n))),
        says: 'delegated is 9.50 USDX; needed: delegated ≥ 10 USDX',
      },
      {
        what: 'somebody else',
        does: rich(sends(approves(decoy, 10_000_000n))),
        says: `delegate is “${short(decoy)}”; needed: delegate = “${short(shop)}”`,
      },
      { what: 'nobody', does: rich(async () => ''), says: 'approved is 0; needed: approved = 1' },
      {
        what: 'revoked',
        does: rich(inTurn(sends(approves(shop, 10_000_000n)), sends(revokes))),
        says: 'approved is 0; needed: approved = 1',
      },
      {
        what: 'for another mint',
        does: having(copy, 10_000_000n, sends(approves(shop, 10_000_000n, copy))),
        says: /^the account \w{6}…\w{4} does not exist$/,
      },
    ],
  }
}
