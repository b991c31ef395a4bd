import { ACCOUNTS, applied, base, empty, merge, refusedBatch, SOLANA, type StateCase, type TxCase } from './case.ts'

const nine = [1n, 2n, 3n, 4n, 5n, 6n, 7n, 8n, (1n << 160n) - 1n]
const nineAccounts = Object.fromEntries(nine.map((evm, i) => [i, { evm }]))

const opening: [name: string, why: string, before: StateCase, opens: bigint[], changes: Partial<StateCase>][] = [
  ['opens the first account of the slot', 'start = 0', empty, [0x1000n], { accountCount: 1, accounts: { 0: { evm: 0x1000n } } }],
  [
    'opens a Solana account at the next multiple of nine',
    'start = ceil(10 / 9) * 9, kind 1',
    base,
    [SOLANA],
    { accountCount: 19, accounts: { 18: { solanaDigest: 0x5eedn } } },
  ],
  [
    'opens a wallet that has an account',
    'duplicates are harmless',
    base,
    [0x1000n],
    { accountCount: 19, accounts: { 18: { evm: 0x1000n } } },
  ],
  ['fills the subtree', 'nine opens', empty, nine, { accountCount: 9, accounts: nineAccounts }],
]

const refusing: [name: string, why: string, before: StateCase, opens: bigint[], position: number, reason: string][] = [
  ['refuses the word 0', 'value 0', base, [0n], 0, 'openAccount.wallet'],
  ['refuses an empty Solana digest', 'value 0', base, [0x55n, 1n << 248n], 1, 'openAccount.wallet'],
  ['refuses an EVM value of 161 bits', 'EVM value >= 2^160', base, [1n << 160n], 0, 'openAccount.wallet'],
  ['refuses a kind that is not known', 'kind 2', base, [(2n << 248n) + 5n], 0, 'openAccount.wallet'],
  ['refuses when no subtree is left', 'start = 3^16', { ...empty, accountCount: ACCOUNTS - 8 }, [0x1000n], 0, 'openAccount.full'],
]

export const openAccountCases: TxCase[] = [
  ...opening.map(([name, why, before, opens, changes]) => ({
    name,
    why,
    before,
    batch: { opens },
    expect: applied(merge(before, changes)),
  })),
  ...refusing.map(([name, why, before, opens, position, reason]) => ({
    name,
    why,
    before,
    batch: { opens },
    expect: refusedBatch('opens', position, reason),
  })),
]
