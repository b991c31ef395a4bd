import type { LinkWalletTx } from '#server/rollup/protocol/tx/linkWallet.ts'
import { keyed, LINKS, merge, pays, refuses, SOLANA, signed, type TxCase, town, townWith } from './case.ts'

const link = (fields: Partial<LinkWalletTx> = {}): LinkWalletTx => ({
  ...{ kind: 'linkWallet', account: 0, nonce: 3, fee: 0n, wallet: 0x2222n, place: 0 },
  ...fields,
})
/** By account 11, which has links at 0 and 8. */
const more = (fields: Partial<LinkWalletTx>) => link({ account: 11, nonce: 7, ...fields })
const only = (place: number, word: bigint) => new Array<bigint>(9).fill(0n).with(place, word)

export const linkWalletCases: TxCase[] = [
  pays(
    { name: 'links the first wallet', why: 'linksDigest = H_links of nine places', tx: signed(link({ fee: 1n })), fee: 1n },
    { links: { 0: only(0, 0x2222n) }, vaults: { 0: 999n } },
  ),
  pays(
    { name: 'links a Solana wallet at the last place', why: 'place 8', tx: signed(link({ wallet: SOLANA, place: 8 })), fee: 0n },
    { links: { 0: only(8, SOLANA) } },
  ),
  {
    name: 'links one more',
    why: 'the other places stay',
    before: town,
    batch: { ledger: [signed(more({ place: 3 }))] },
    expect: {
      batch: 'applied',
      effects: 0,
      reasons: [],
      after: merge(town, { accounts: { 11: keyed(11, { evm: 0x100bn, nonce: 8n }) }, links: { 11: LINKS.with(3, 0x2222n) } }),
    },
  },
  pays(
    {
      name: 'links a wallet that another account has',
      why: 'a link is a claim of the account',
      tx: signed(link({ wallet: 0x2001n })),
      fee: 0n,
    },
    { links: { 0: only(0, 0x2001n) } },
  ),
  refuses({ name: 'the word 0', why: 'value 0', tx: signed(link({ wallet: 0n })) }, 'linkWallet.wallet'),
  refuses({ name: 'an EVM value of 161 bits', why: 'EVM value >= 2^160', tx: signed(link({ wallet: 1n << 160n })) }, 'linkWallet.wallet'),
  refuses({ name: 'an empty Solana digest', why: 'value 0', tx: signed(link({ wallet: 1n << 248n })) }, 'linkWallet.wallet'),
  refuses({ name: 'a kind that is not known', why: 'kind 2', tx: signed(link({ wallet: (2n << 248n) + 5n })) }, 'linkWallet.wallet'),
  refuses({ name: 'a tenth place', why: 'place 9', tx: signed(link({ place: 9 })) }, 'linkWallet.place'),
  refuses({ name: 'a place that is taken', why: 'place 8 has a wallet', tx: signed(more({ place: 8 })) }, 'linkWallet.place-taken'),
  refuses(
    { name: 'a wallet that is linked', why: 'it is at place 0', tx: signed(more({ wallet: 0x2001n, place: 1 })) },
    'linkWallet.linked',
  ),
  refuses({ name: 'the primary wallet', why: 'evm', tx: signed(link({ wallet: 0x1000n })) }, 'linkWallet.linked'),
  refuses(
    { name: 'the primary Solana wallet', why: 'solanaDigest', tx: signed(link({ account: 1, nonce: 0, wallet: (1n << 248n) + 0x77n })) },
    'linkWallet.linked',
  ),
  refuses(
    { name: 'another wallet than signed', why: 'w1', before: townWith(), tx: { ...signed(link()), wallet: 0x3333n } },
    'ledger.bad-signature',
  ),
]
