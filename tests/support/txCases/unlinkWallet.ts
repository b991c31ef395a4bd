import type { UnlinkWalletTx } from '#server/rollup/protocol/tx/unlinkWallet.ts'
import { keyed, LINKS, merge, refuses, type StateCase, signed, type TxCase, town, townWith } from './case.ts'

/** By account 11, which has links at 0 and 8. */
const unlink = (fields: Partial<UnlinkWalletTx> = {}): UnlinkWalletTx => ({
  ...{ kind: 'unlinkWallet', account: 11, nonce: 7, fee: 0n, place: 0 },
  ...fields,
})
const after = (links: bigint[], changes: Partial<StateCase> = {}) => ({
  batch: 'applied' as const,
  effects: 0,
  reasons: [],
  after: merge(merge(town, { accounts: { 11: keyed(11, { evm: 0x100bn, nonce: 8n }) }, links: { 11: links } }), changes),
})
const alone = [0n, 0n, 0n, 0n, 0x2002n, 0n, 0n, 0n, 0n]

export const unlinkWalletCases: TxCase[] = [
  {
    name: 'empties a place',
    why: 'the other places stay',
    before: town,
    batch: { ledger: [signed(unlink())] },
    expect: after(LINKS.with(0, 0n)),
  },
  {
    name: 'empties the last place',
    why: 'place 8',
    before: town,
    batch: { ledger: [signed(unlink({ place: 8 }))] },
    expect: after(LINKS.with(8, 0n)),
  },
  {
    name: 'unlinks the only wallet and pays for it',
    why: 'linksDigest is 0 again',
    before: townWith({ links: { 11: alone }, vaults: { 891: 6n } }),
    batch: { ledger: [signed(unlink({ place: 4, fee: 6n }))], leader: 1 },
    expect: after(new Array<bigint>(9).fill(0n), { vaults: { 891: 0n, 81: 6n } }),
  },
  refuses({ name: 'an empty place', why: 'links[1] is 0', tx: signed(unlink({ place: 1 })) }, 'unlinkWallet.place-empty'),
  refuses(
    { name: 'an account without links', why: 'linksDigest is 0', tx: signed(unlink({ account: 0, nonce: 3 })) },
    'unlinkWallet.place-empty',
  ),
  refuses({ name: 'a tenth place', why: 'place 9', tx: signed(unlink({ place: 9 })) }, 'unlinkWallet.place'),
  refuses({ name: 'another place than signed', why: 'w1', tx: { ...signed(unlink()), place: 8 } }, 'ledger.bad-signature'),
]
