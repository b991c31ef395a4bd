import type { Address, Instruction, KeyPairSigner } from '@solana/kit'
import { AuthorityType, getSetAuthorityInstruction } from '@solana-program/token'
import { programs } from '#chains/adapters/solana/programs.ts'
import { delegateStake, initializeStake, memo, programIds, stakeSpace } from '#tests/support/solanaInstructions.ts'
import { sol } from '../solanaWorld.ts'
import { type Cast, type Making, type Mint, short, since, window } from './solanaCast.ts'
import type { Act, Row } from './solanaTable.ts'

/** What programs are told to do. */
export const programRows = (cast: Cast, opened: bigint): Row[] => [
  memoWritten(cast, opened),
  stakeDelegated(cast, opened),
  accountOpened(cast, opened),
  paidByTable(cast),
  mintHandedOver(cast),
]

function memoWritten({ friend, world, sends, fails, isTreated, treats }: Cast, opened: bigint): Row {
  const left =
    (text: string): Making =>
    (me) => [memo(text, { signers: [me] })]
  return {
    action: 'memo written',
    rule: {
      kind: 'solana.instruction',
      params: {
        programs: [programIds.memo, programIds.memoV1],
        layout: [{ name: 'memo', offset: 0, type: 'text' }],
        where: [{ arg: 'memo', op: 'eq', value: 'gm cairn' }],
        accounts: [{ at: 0, is: '$account', signer: true }],
        action: { en: 'left a memo', ja: 'メモを記録' },
      },
      window: window(opened),
    },
    // By the older program, and somebody else pays the fee.
    right: isTreated((me) => [memo('gm cairn', { signers: [me], program: programIds.memoV1 })]),
    nearMisses: [
      {
        what: 'another text',
        does: sends(left('gn cairn')),
        says: 'left a memo, but memo was “gn cairn”; needed: memo = “gm cairn”',
      },
      {
        what: 'without a signature of its own',
        does: sends(() => [memo('gm cairn')]),
        says: 'left a memo, but account 0 was nothing; needed: account 0 = your wallet',
      },
      {
        what: 'a friend’s, whose fee the member paid',
        does: treats(left('gm cairn')),
        says: `left a memo, but account 0 was “${short(friend.address)}”; needed: account 0 = your wallet`,
      },
      { what: 'in a transaction that failed', does: fails(left('gm cairn')), says: 'left a memo, but this transaction failed' },
      { what: 'another thing on the way', does: sends((me) => [world.pay(me, friend.address, 1n)]), says: since(opened) },
      { what: 'before the window', early: true, does: sends(left('gm cairn')), says: since(opened) },
      {
        what: 'before the window, pasted',
        early: true,
        pasted: true,
        does: sends(left('gm cairn')),
        says: `left a memo, but only transactions from slot ${opened} on count`,
      },
    ],
  }
}

function stakeDelegated({ world, friend, validator, otherValidator, sends, fails, treats }: Cast, opened: bigint): Row {
  const stakes =
    (vote?: Address): Making =>
    async (me) => {
      const { account, instruction } = await world.createAccount(me, stakeSpace, { owner: programIds.stake, extra: 2n * sol })
      const delegated = vote ? [delegateStake(account.address, vote, me)] : []
      return [instruction, initializeStake(account.address, me.address), ...delegated]
    }
  return {
    action: 'stake delegated',
    rule: {
      kind: 'solana.instruction',
      params: {
        programs: [programIds.stake],
        // The stake program reads bincode; as an IDL: a tag of four bytes and no arguments.
        instruction: {
          name: 'delegate',
          discriminator: [2, 0, 0, 0],
          accounts: ['stake', 'vote', 'clock', 'history', 'config', 'staker'].map((name) => ({ name })),
          args: [],
        },
        accounts: [
          { at: 'vote', is: validator },
          { at: 'staker', is: '$account', signer: true },
          { at: 'stake', writable: true },
        ],
        action: { en: 'delegated a stake', ja: 'ステークを委任' },
      },
      window: window(opened),
    },
    right: sends(stakes(validator)),
    nearMisses: [
      {
        what: 'created, not delegated',
        does: sends(stakes()),
        says: 'called another instruction of this program, not “delegate”',
      },
      {
        what: 'to another validator',
        does: sends(stakes(otherValidator)),
        says: `delegated a stake, but vote was “${short(otherValidator)}”; needed: vote = “${short(validator)}”`,
      },
      { what: 'in a transaction that failed', does: fails(stakes(validator)), says: 'delegated a stake, but this transaction failed' },
      {
        what: 'a friend’s, whose fee the member paid',
        does: treats(stakes(validator)),
        says: `delegated a stake, but staker was “${short(friend.address)}”; needed: staker = your wallet`,
      },
      { what: 'before the window', early: true, does: sends(stakes(validator)), says: since(opened) },
    ],
  }
}

/** Token's InitializeAccount3 (18), which the program of associated accounts calls. */
function accountOpened({ world, mints, newcomer, friend, sends, fails }: Cast, opened: bigint): Row {
  const opens =
    (mint: Mint, owner?: Address): Making =>
    async (me) => [await mint.open(owner ?? me.address, me)]
  const byFriend: Act = async (me) => world.send(friend, [await mints.usdx.open(me.address, friend)])
  return {
    action: 'inner instruction',
    rule: {
      kind: 'solana.instruction',
      params: {
        programs: [programs.token],
        discriminator: '0x12',
        layout: [{ name: 'owner', offset: 1, type: 'pubkey' }],
        accounts: [{ at: 1, is: mints.usdx.address }],
        where: [{ arg: 'owner', op: 'eq', value: '$account' }],
        action: { en: 'opened an account', ja: '口座を開設' },
      },
      window: window(opened),
    },
    right: sends(opens(mints.usdx)),
    nearMisses: [
      {
        what: 'for another mint',
        does: sends(opens(mints.copy)),
        says: `opened an account, but account 1 was “${short(mints.copy.address)}”; needed: account 1 = “${short(mints.usdx.address)}”`,
      },
      {
        what: 'for somebody else',
        does: sends(opens(mints.usdx, newcomer)),
        says: `opened an account, but owner was “${short(newcomer)}”; needed: owner = your wallet`,
      },
      { what: 'in a transaction that failed', does: fails(opens(mints.usdx)), says: 'opened an account, but this transaction failed' },
      { what: 'by a friend', does: byFriend, says: since(opened) },
      { what: 'by a friend, pasted', pasted: true, does: byFriend, says: 'opened an account, but your wallet did not sign it' },
    ],
  }
}

/** A versioned transaction that names its recipient by a lookup table only. */
function paidByTable({ world, friend, shop, decoy, tables, sends, fails, treats }: Cast): Row {
  const pays =
    (to: Address, amount = 2n * sol) =>
    (me: KeyPairSigner): Instruction[] => [world.pay(me, to, amount)]
  return {
    action: 'lookup table',
    rule: {
      kind: 'solana.instruction',
      params: {
        programs: [programIds.system],
        instruction: {
          name: 'transfer',
          discriminator: [2, 0, 0, 0],
          accounts: [{ name: 'from' }, { name: 'to' }],
          args: [{ name: 'lamports', type: 'u64' }],
        },
        accounts: [
          { at: 'from', is: '$account', signer: true },
          { at: 'to', is: shop, writable: true },
        ],
        where: [{ arg: 'lamports', op: 'gte', value: String(2n * sol) }],
        units: { lamports: { decimals: 9, symbol: 'SOL' } },
        action: { en: 'paid', ja: '支払い' },
      },
    },
    right: sends(pays(shop), { tables }),
    nearMisses: [
      { what: 'too little', does: sends(pays(shop, sol), { tables }), says: 'paid 1 SOL, 2 needed' },
      {
        what: 'another entry of the table',
        does: sends(pays(decoy), { tables }),
        says: `paid, but to was “${short(decoy)}”; needed: to = “${short(shop)}”`,
      },
      { what: 'in a transaction that failed', does: fails(pays(shop), { tables }), says: 'paid 2 SOL, but this transaction failed' },
      {
        what: 'a friend’s, whose fee the member paid',
        does: treats(pays(shop), { tables }),
        says: `paid, but from was “${short(friend.address)}”; needed: from = your wallet`,
      },
    ],
  }
}

/** Token's SetAuthority (6): an enum and an optional key, as an IDL has them. */
function mintHandedOver({ world, friend, shop, decoy, fails }: Cast): Row {
  const hands =
    (newAuthority: Address | null, authorityType = AuthorityType.MintTokens, owner?: KeyPairSigner): Act =>
    async (me) => {
      const { address } = await world.createMint(owner ?? me)
      return world.send(me, [getSetAuthorityInstruction({ owned: address, owner: owner ?? me, authorityType, newAuthority })])
    }
  const failing: Act = async (me) => {
    const { address } = await world.createMint(me)
    const instruction = getSetAuthorityInstruction({
      owned: address,
      owner: me,
      authorityType: AuthorityType.MintTokens,
      newAuthority: shop,
    })
    return fails(() => [instruction])(me)
  }
  const but = (what: string) => `handed over a mint, but ${what}`
  return {
    action: 'instruction decoded by its IDL',
    rule: {
      kind: 'solana.instruction',
      params: {
        programs: [programs.token],
        instruction: {
          name: 'setAuthority',
          discriminator: [6],
          accounts: [{ name: 'owned' }, { name: 'owner' }],
          args: [
            { name: 'authorityType', type: { defined: { name: 'AuthorityType' } } },
            { name: 'newAuthority', type: { option: 'pubkey' } },
          ],
          types: [
            {
              name: 'AuthorityType',
              type: { kind: 'enum', variants: ['MintTokens', 'FreezeAccount', 'AccountOwner', 'CloseAccount'].map((name) => ({ name })) },
            },
          ],
        },
        accounts: [{ at: 'owner', is: '$account', signer: true }],
        where: [
          { arg: 'authorityType', op: 'eq', value: 'MintTokens' },
          { arg: 'newAuthority', op: 'eq', value: shop },
        ],
        action: { en: 'handed over a mint', ja: 'ミントの権限を移譲' },
      },
    },
    right: hands(shop),
    nearMisses: [
      {
        what: 'to somebody else',
        does: hands(decoy),
        says: but(`newAuthority was “${short(decoy)}”; needed: newAuthority = “${short(shop)}”`),
      },
      { what: 'to nobody', does: hands(null), says: but(`newAuthority was nothing; needed: newAuthority = “${short(shop)}”`) },
      {
        what: 'another authority of it',
        does: hands(shop, AuthorityType.FreezeAccount),
        says: but('authorityType was “FreezeAccount”; needed: authorityType = “MintTokens”'),
      },
      {
        what: 'a friend’s mint, whose fee the member paid',
        does: hands(shop, AuthorityType.MintTokens, friend),
        says: but(`owner was “${short(friend.address)}”; needed: owner = your wallet`),
      },
      { what: 'in a transaction that failed', does: failing, says: but('this transaction failed') },
      {
        what: 'only created',
        does: async (me) => (await world.createMint(me)).signature,
        says: 'called another instruction of this program, not “setAuthority”',
      },
    ],
  }
}
