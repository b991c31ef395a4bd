import { domainOf } from '#server/rollup/protocol/batch.ts'
import { sign } from '#server/rollup/protocol/schnorr.ts'
import { mergeMessage, type SignedLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import type { MergeIntoTx } from '#server/rollup/protocol/tx/mergeInto.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { memberSecret, slotDomain } from '../slotFixture.ts'
import { keyed, leafWith, MAX, pays, people, refuses, signed, type TxCase, townWith } from './case.ts'

const none = { s: 0n, e: 0n }
type Fields = Partial<Omit<MergeIntoTx, 'targetSignature'>>

/** Account 0 into account 1 unless told otherwise; the target signs with the key of its member. */
function merging(
  fields: Fields = {},
  { secret, chainId = slotDomain.chainId }: { secret?: bigint; chainId?: number } = {},
): SignedLedgerTx {
  const tx: MergeIntoTx = { kind: 'mergeInto', account: 0, nonce: 3, fee: 0n, target: 1, targetSignature: none, ...fields }
  const message = mergeMessage(fastHasher, domainOf(chainId, slotDomain.rollup), tx)
  return signed({ ...tx, targetSignature: sign(fastHasher, secret ?? memberSecret(tx.target), message) })
}
const moved = (target: bigint) => ({ 0: { ...people[0], nonce: 4n, movedTo: target + 1n } })
const whole: MergeIntoTx = { kind: 'mergeInto', account: 0, nonce: 3, fee: 0n, target: 1, targetSignature: none }

export const mergeIntoCases: TxCase[] = [
  pays(
    { name: 'moves into another account', why: 'movedTo = target + 1; Y gets what the fee left', tx: merging({ fee: 8n }), fee: 8n },
    { accounts: moved(1n), vaults: { 0: 0n, 81: 992n } },
  ),
  pays(
    { name: 'moves without money', why: 'the rest is 0', before: townWith({ vaults: { 0: 3n } }), tx: merging({ fee: 3n }), fee: 3n },
    { accounts: moved(1n), vaults: { 0: 0n } },
  ),
  pays(
    {
      name: 'moves into an account with links and money',
      why: 'vaults of other tokens and links stay',
      before: townWith({ vaults: { 891: 50n } }),
      tx: merging({ target: 11 }),
      fee: 0n,
    },
    { accounts: moved(11n), vaults: { 0: 0n, 891: 1050n } },
  ),
  pays(
    {
      name: 'moves into an account whose key is being replaced',
      why: 'only the signer’s pendingAt counts',
      tx: merging({ target: 10 }),
      fee: 0n,
    },
    { accounts: moved(10n), vaults: { 0: 0n, 810: 1000n } },
  ),
  {
    name: 'lets a moved account send its other tokens',
    why: 'a moved account signs as before',
    before: townWith(),
    batch: { ledger: [signed({ kind: 'transfer', account: 12, nonce: 0, fee: 40n, to: 0, token: 3, amount: 6n })], leader: 1 },
    expect: {
      batch: 'applied',
      effects: 0,
      reasons: [],
      after: townWith({
        accounts: { 12: keyed(12, { evm: 0x100cn, movedTo: 1n, nonce: 1n }) },
        vaults: { 972: 0n, 975: 0n, 3: 6n, 81: 40n },
      }),
    },
  },
  refuses({ name: 'an account that moved', why: 'movedTo set already', tx: merging({ account: 12, nonce: 0 }) }, 'mergeInto.moved'),
  refuses({ name: 'itself', why: 'target = account', tx: merging({ target: 0 }) }, 'mergeInto.self'),
  refuses({ name: 'a target that is not there', why: 'index = accountCount', tx: merging({ target: 13 }) }, 'mergeInto.unknown-account'),
  refuses({ name: 'a target beyond the tree', why: 'index >= 3^16', tx: merging({ target: 2 ** 26 - 1 }) }, 'mergeInto.unknown-account'),
  refuses({ name: 'a skipped target', why: 'its leaf is 0', tx: merging({ target: 4 }) }, 'mergeInto.unknown-account'),
  refuses({ name: 'a target without key', why: 'key zero', tx: merging({ target: 9 }) }, 'mergeInto.no-key'),
  refuses({ name: 'a target that moved', why: 'target moved to 0', tx: merging({ target: 12 }) }, 'mergeInto.target-moved'),
  refuses(
    { name: 'another key’s signature for the target', why: 'the target’s key signs', tx: merging({}, { secret: 42n }) },
    'mergeInto.bad-target-signature',
  ),
  refuses(
    { name: 'the target’s signature for another chain', why: 'domain', tx: merging({}, { chainId: 1 }) },
    'mergeInto.bad-target-signature',
  ),
  refuses({ name: 'a target that did not sign', why: 's’ = e’ = 0', tx: signed(whole) }, 'mergeInto.bad-target-signature'),
  refuses(
    {
      name: 'a target’s signature over the account’s own',
      why: 'the target signs zeros in its place',
      tx: signed({
        ...whole,
        targetSignature: signed({ ...whole, targetSignature: { s: 1n, e: 1n } }, { secret: memberSecret(1) }).signature,
      }),
    },
    'mergeInto.bad-target-signature',
  ),
  refuses(
    {
      name: 'a target’s signature that came after the account’s',
      why: 'the account signs w2, w3, too',
      tx: { ...merging(), signature: signed(whole).signature },
    },
    'ledger.bad-signature',
  ),
  refuses(
    {
      name: 'a balance of 2^96',
      why: 'Y would reach 2^96',
      before: townWith(leafWith('accounts', 1, {}), { vaults: { 81: MAX - 999n } }),
      tx: merging(),
    },
    'mergeInto.overflow',
  ),
]
