import type { WithdrawTx } from '#server/rollup/protocol/tx/withdraw.ts'
import { pays, refuses, signed, type TxCase } from './case.ts'

const out = (fields: Partial<WithdrawTx> = {}): WithdrawTx => ({
  ...{ kind: 'withdraw', account: 0, nonce: 3, fee: 0n, token: 0, amount: 10n, recipient: 0xfeedn },
  ...fields,
})

export const withdrawCases: TxCase[] = [
  pays({ name: 'takes native money out', why: 'F - fee, X - amount', tx: signed(out({ fee: 4n })), fee: 4n }, { vaults: { 0: 986n } }),
  pays(
    { name: 'takes all of a token out', why: 'X becomes empty', tx: signed(out({ token: 5, amount: 500n, fee: 1n })), fee: 1n },
    { vaults: { 0: 999n, 5: 0n } },
  ),
  pays(
    { name: 'pays the highest address', why: '160 bits', tx: signed(out({ recipient: (1n << 160n) - 1n })), fee: 0n },
    { vaults: { 0: 990n } },
  ),
  refuses({ name: 'a token that cannot be', why: 'token 81', tx: signed(out({ token: 81 })) }, 'withdraw.token'),
  refuses({ name: 'nothing', why: 'amount 0', tx: signed(out({ amount: 0n })) }, 'withdraw.no-amount'),
  refuses({ name: 'no recipient', why: 'recipient 0', tx: signed(out({ recipient: 0n })) }, 'withdraw.no-recipient'),
  refuses({ name: 'more than there is', why: 'amount = vault + 1', tx: signed(out({ amount: 1001n })) }, 'withdraw.short'),
  refuses(
    { name: 'what the fee has taken', why: 'fee + amount = vault + 1', tx: signed(out({ amount: 1000n, fee: 1n })) },
    'withdraw.short',
  ),
  refuses({ name: 'an empty vault', why: 'token 6', tx: signed(out({ token: 6, amount: 1n })) }, 'withdraw.short'),
  refuses(
    { name: 'a key that is being replaced', why: 'pendingAt is not 0', tx: signed(out({ account: 10, nonce: 0 })) },
    'ledger.pending-key',
  ),
  refuses({ name: 'another recipient than signed', why: 'w2', tx: { ...signed(out()), recipient: 0xbadn } }, 'ledger.bad-signature'),
]
