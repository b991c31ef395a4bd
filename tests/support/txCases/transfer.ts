import type { TransferTx } from '#server/rollup/protocol/tx/transfer.ts'
import { keyed, leafWith, MAX, pays, refuses, signed, type TxCase, townWith } from './case.ts'

const give = (fields: Partial<TransferTx> = {}): TransferTx => ({
  ...{ kind: 'transfer', account: 0, nonce: 3, fee: 0n, to: 1, token: 0, amount: 10n },
  ...fields,
})
const lastNonce = 2 ** 32 - 1
const atNonce = (nonce: bigint) => townWith(leafWith('accounts', 0, { nonce }))

/** What is refused of any ledger tx stands here once. */
const general: TxCase[] = [
  refuses(
    { name: 'an account that is not there', why: 'index = accountCount', tx: signed(give({ account: 13 })) },
    'ledger.unknown-account',
  ),
  refuses(
    { name: 'an account beyond the tree', why: 'index >= 3^16', tx: signed(give({ account: 2 ** 26 - 1 })) },
    'ledger.unknown-account',
  ),
  refuses({ name: 'a skipped account', why: 'its leaf is 0', tx: signed(give({ account: 4, nonce: 0 })) }, 'ledger.unknown-account'),
  refuses({ name: 'a nonce that was used', why: 'nonce 2, the leaf says 3', tx: signed(give({ nonce: 2 })) }, 'ledger.nonce'),
  refuses({ name: 'a nonce that is too early', why: 'nonce 4, the leaf says 3', tx: signed(give({ nonce: 4 })) }, 'ledger.nonce'),
  refuses(
    { name: 'the last nonce', why: '2^32 - 1 is never used', before: atNonce(BigInt(lastNonce)), tx: signed(give({ nonce: lastNonce })) },
    'ledger.nonce',
  ),
  refuses({ name: 'an account without key', why: 'key zero', tx: signed(give({ account: 9, nonce: 0 })) }, 'ledger.no-key'),
  refuses(
    { name: 'a key that is being replaced', why: 'pendingAt is not 0', tx: signed(give({ account: 10, nonce: 0 })) },
    'ledger.pending-key',
  ),
  refuses(
    { name: 'a fee of more than the native vault', why: 'fee = vault + 1', tx: signed(give({ fee: 1001n, token: 5 })) },
    'ledger.fee',
  ),
  refuses({ name: 'another key’s signature', why: 'bad signature', tx: signed(give(), { secret: 42n }) }, 'ledger.bad-signature'),
  refuses({ name: 'a signature for another chain', why: 'domain', tx: signed(give(), { chainId: 1 }) }, 'ledger.bad-signature'),
  refuses({ name: 'a signature for another amount', why: 'w1', tx: { ...signed(give()), amount: 11n } }, 'ledger.bad-signature'),
  refuses({ name: 'a signature for another fee', why: 'w0', tx: { ...signed(give()), fee: 1n } }, 'ledger.bad-signature'),
  refuses({ name: 'no signature', why: 's = e = 0', tx: { ...give(), signature: { s: 0n, e: 0n } } }, 'ledger.bad-signature'),
]

export const transferCases: TxCase[] = [
  pays(
    { name: 'moves native money', why: 'F - fee, X - amount, Y + amount', tx: signed(give({ fee: 3n })), fee: 3n },
    { vaults: { 0: 987n, 81: 10n } },
  ),
  pays(
    { name: 'moves the last coin', why: 'fee + amount = vault', tx: signed(give({ fee: 1n, amount: 999n })), fee: 1n },
    { vaults: { 0: 0n, 81: 999n } },
  ),
  pays(
    {
      name: 'moves another token',
      why: 'X and Y are vaults of token 5, F pays',
      tx: signed(give({ token: 5, amount: 1n, fee: 2n })),
      fee: 2n,
    },
    { vaults: { 0: 998n, 5: 499n, 86: MAX } },
  ),
  pays(
    { name: 'pays an account without key', why: 'known is enough', tx: signed(give({ to: 9, amount: 9n })), fee: 0n },
    { vaults: { 0: 991n, 729: MAX } },
  ),
  pays(
    { name: 'pays the leader, who gets the fee, too', why: 'fees come last', tx: signed(give({ to: 11, fee: 5n })), fee: 5n },
    { vaults: { 0: 985n, 891: 15n } },
  ),
  {
    name: 'spends what arrived in the same batch, one nonce after the other',
    why: 'entries are applied in order',
    before: townWith(),
    batch: {
      ledger: [
        signed(give({ amount: 100n })),
        signed(give({ account: 1, nonce: 0, to: 0, amount: 60n, fee: 40n })),
        signed(give({ nonce: 4, amount: 7n })),
      ],
      leader: 11,
    },
    expect: {
      batch: 'applied',
      effects: 0,
      reasons: [],
      after: townWith(
        leafWith('accounts', 0, { nonce: 5n }),
        { accounts: { 1: keyed(1, { solanaDigest: 0x77n, nonce: 1n }) } },
        { vaults: { 0: 953n, 81: 7n, 891: 40n } },
      ),
    },
  },
  ...general,
  refuses({ name: 'a payee that is not there', why: 'index = accountCount', tx: signed(give({ to: 13 })) }, 'transfer.unknown-account'),
  refuses({ name: 'a skipped payee', why: 'its leaf is 0', tx: signed(give({ to: 4 })) }, 'transfer.unknown-account'),
  refuses({ name: 'paying oneself', why: 'to = account', tx: signed(give({ to: 0 })) }, 'transfer.self'),
  refuses({ name: 'a token that cannot be', why: 'token 81', tx: signed(give({ token: 81 })) }, 'transfer.token'),
  refuses({ name: 'nothing', why: 'amount 0', tx: signed(give({ amount: 0n })) }, 'transfer.no-amount'),
  refuses({ name: 'more than there is', why: 'amount = vault + 1', tx: signed(give({ token: 5, amount: 501n })) }, 'transfer.short'),
  refuses(
    { name: 'what the fee has taken', why: 'X is F’s vault after F moved', tx: signed(give({ fee: 1n, amount: 1000n })) },
    'transfer.short',
  ),
  refuses({ name: 'a balance of 2^96', why: 'Y would reach 2^96', tx: signed(give({ to: 9, amount: 10n })) }, 'transfer.overflow'),
]
