import { newAccount } from '#server/rollup/protocol/constants.gen.ts'
import type { DepositTx } from '#server/rollup/protocol/tx/deposit.ts'
import { ACCOUNTS, accepted, base, MAX, noOp, SOLANA, type StateCase, type TxCase } from './case.ts'

const pay = (fields: Partial<DepositTx>): DepositTx => ({
  kind: 'deposit',
  account: 0,
  authoriser: 0xabcn,
  token: 0,
  amount: 7n,
  wallet: 0n,
  ...fields,
})
const full = { ...base, accountCount: ACCOUNTS }

export const depositCases: TxCase[] = [
  ...(
    [
      ['credits an account', 'vault += amount', base, pay({}), { vaults: { 0: 1007n } }],
      ['credits an empty vault', 'an empty vault is the empty leaf', base, pay({ account: 1 }), { vaults: { 81: 7n } }],
      ['credits a vault of another token', 'index = account * 81 + token', base, pay({ account: 1, token: 80 }), { vaults: { 161: 7n } }],
      ['takes nothing', 'amount 0', base, pay({ account: 1, amount: 0n }), {}],
      ['fills a vault', 'balance 2^96 - 1', base, pay({ account: 9, amount: 9n }), { vaults: { 729: MAX } }],
      [
        'opens an EVM account',
        'newAccount appends at accountCount',
        base,
        pay({ account: newAccount, wallet: 0x3000n }),
        { accountCount: 11, accounts: { 10: { evm: 0x3000n } }, vaults: { 810: 7n } },
      ],
      [
        'opens a Solana account',
        'kind 1',
        base,
        pay({ account: newAccount, wallet: SOLANA }),
        { accountCount: 11, accounts: { 10: { solanaDigest: 0x5eedn } }, vaults: { 810: 7n } },
      ],
      [
        'opens an account with another token',
        'any token up to 80',
        base,
        pay({ account: newAccount, wallet: 0x3000n, token: 2 }),
        { accountCount: 11, accounts: { 10: { evm: 0x3000n } }, vaults: { 812: 7n } },
      ],
      [
        'opens the last account',
        'accountCount = 3^16 - 1',
        { ...base, accountCount: ACCOUNTS - 1 },
        pay({ account: newAccount, wallet: 0x3000n }),
        { accountCount: ACCOUNTS, accounts: { [ACCOUNTS - 1]: { evm: 0x3000n } }, vaults: { [(ACCOUNTS - 1) * 81]: 7n } },
      ],
    ] as const
  ).map(([name, why, before, tx, changes]) => ({
    name,
    why,
    before,
    batch: { inbox: [tx] },
    expect: accepted(before, changes as Partial<StateCase>),
  })),
  ...(
    [
      ['an account that is not there', 'index = accountCount', base, pay({ account: 10 }), 'deposit.unknown-account'],
      ['an account beyond the tree', 'index >= 3^16', base, pay({ account: newAccount - 1 }), 'deposit.unknown-account'],
      ['a skipped account', 'its leaf is 0', base, pay({ account: 4 }), 'deposit.unknown-account'],
      ['a token that cannot be', 'token 81', base, pay({ token: 81 }), 'deposit.token'],
      ['such a token for a new account', 'token 81', base, pay({ account: newAccount, wallet: 1n, token: 81 }), 'deposit.token'],
      ['a balance of 2^96', 'balance would reach 2^96', base, pay({ account: 9, amount: 10n }), 'deposit.overflow'],
      ['a new account for no wallet', 'value 0', base, pay({ account: newAccount }), 'openAccount.wallet'],
      ['a new account for 161 bits', 'EVM value >= 2^160', base, pay({ account: newAccount, wallet: 1n << 160n }), 'openAccount.wallet'],
      ['a new account of an unknown kind', 'kind 3', base, pay({ account: newAccount, wallet: (3n << 248n) + 1n }), 'openAccount.wallet'],
      ['a new account when the tree is full', 'accountCount = 3^16', full, pay({ account: newAccount, wallet: 1n }), 'openAccount.full'],
    ] as const
  ).map(([what, why, before, tx, reason]) => ({
    name: `refuses ${what}`,
    why,
    before,
    batch: { inbox: [tx] },
    expect: noOp(before, reason),
  })),
]
