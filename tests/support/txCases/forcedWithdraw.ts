import type { ForcedWithdrawTx } from '#server/rollup/protocol/tx/forcedWithdraw.ts'
import { accepted, noOp, type StateCase, type TxCase, town, townWith } from './case.ts'

const out = (fields: Partial<ForcedWithdrawTx> = {}): ForcedWithdrawTx => ({
  ...{ kind: 'forcedWithdraw', account: 0, authoriser: 0x1000n, token: 0, amount: 10n, recipient: 0xfeedn },
  ...fields,
})
const solana = townWith({ vaults: { 81: 4n } })

export const forcedWithdrawCases: TxCase[] = [
  ...(
    [
      ['takes native money out', 'X -= amount', town, out(), { vaults: { 0: 990n } }],
      ['takes all of a token out', 'X becomes empty', town, out({ token: 5, amount: 500n }), { vaults: { 5: 0n } }],
      [
        'lets an account without key leave',
        'the wallet is enough',
        town,
        out({ account: 9, authoriser: 0x1009n }),
        { vaults: { 729: (town.vaults[729] ?? 0n) - 10n } },
      ],
      [
        'lets an account leave whose key is being replaced',
        'the wallet is enough',
        townWith({ vaults: { 810: 10n } }),
        out({ account: 10, authoriser: 0x100an }),
        { vaults: { 810: 0n } },
      ],
      [
        'lets a Solana wallet leave',
        'w9 = solanaDigest + 2^248',
        solana,
        out({ account: 1, authoriser: (1n << 248n) + 0x77n, amount: 4n }),
        { vaults: { 81: 0n } },
      ],
      ['does not ask for the recipient', 'the contract did', town, out({ recipient: 0n }), { vaults: { 0: 990n } }],
    ] as const
  ).map(
    ([name, why, before, tx, changes]): TxCase => ({
      name,
      why,
      before,
      batch: { inbox: [tx] },
      expect: accepted(before, changes as Partial<StateCase>),
    }),
  ),
  ...(
    [
      ['an account that is not there', 'index = accountCount', out({ account: 13 }), 'unknown-account'],
      ['an account beyond the tree', 'index >= 3^16', out({ account: 2 ** 26 - 1 }), 'unknown-account'],
      ['a skipped account', 'its leaf is 0', out({ account: 4, authoriser: 0n }), 'unknown-account'],
      ['another wallet', 'wallet differs', out({ authoriser: 0x1009n }), 'not-wallet'],
      ['a linked wallet', 'only the primary one may', out({ account: 11, authoriser: 0x2001n }), 'not-wallet'],
      ['a token that cannot be', 'token 81', out({ token: 81 }), 'token'],
      ['nothing', 'amount 0', out({ amount: 0n }), 'no-amount'],
      ['more than there is', 'amount = vault + 1', out({ amount: 1001n }), 'short'],
      ['an empty vault', 'token 6', out({ token: 6, amount: 1n }), 'short'],
    ] as const
  ).map(
    ([what, why, tx, reason]): TxCase => ({
      name: `refuses ${what}`,
      why,
      before: town,
      batch: { inbox: [tx] },
      expect: noOp(town, `forcedWithdraw.${reason}`),
    }),
  ),
]
