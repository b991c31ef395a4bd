import type { Sealer } from '#server/auth/sealing.ts'
import { voucherMessage } from '#server/credentials/verify/issuerVoucher.ts'
import type { Hasher } from '#server/rollup/protocol/poseidon2.ts'
import { verify } from '#server/rollup/protocol/schnorr.ts'
import { type Hex, toHex32 } from '#server/shared/bytes.ts'
import { CairnError } from '#server/shared/errors.ts'
import type { GuardedFetch } from '#server/shared/outbound/guardedFetchClient.ts'
import { type Asked, askSigner, type SignerFault } from './askClient.ts'
import { checkMessage, type SignBody, writeKey } from './contract.ts'
import type { SignerRow, SignerStore } from './signerStore.ts'
import { type OfSigner, requireSigner, type SignersDeps, secretContext } from './signers.ts'
import { keyOf } from './signerViews.ts'

export type CheckDeps = Pick<SignersDeps, 'transact' | 'readSigners' | 'sealer' | 'now' | 'newId' | 'random'> & {
  hasher: Hasher
  fetch: GuardedFetch
  slot(): Promise<{ chainId: number; rollup: Hex }>
  /** The DID that signs exported credentials; null in a deployment that exports none. */
  did: string | null
}

export type Checked = { ok: true } | { ok: false; fault: SignerFault; words: string | null }

/**
 * Asks a signer for two signatures: that it holds its key, and its word for the platform's DID, so that exported credentials of its quests verify. Both must
 * hold. Throws `not-found`, `config.invalid`.
 */
export async function checkSigner(deps: CheckDeps, input: OfSigner & { space: string }): Promise<Checked> {
  const { readSigners, now } = deps
  // Held only while it is read: the signer is asked with nothing open.
  const row = (await readSigners.list(input.spaceId)).find(({ id }) => id === input.id)
  if (!row) throw new CairnError('not-found', 'There is no such signer.', { meta: { field: 'id', found: input.id } })
  const { chainId, rollup } = await deps.slot()
  const about = { slot: { chainId, rollup: rollup.toLowerCase() }, key: writeKey(keyOf(row)) }
  const check = { challenge: Buffer.from(deps.random(32)).toString('hex'), space: input.space }
  const held = await asked(deps, row, {
    type: 'check',
    id: deps.newId(),
    ...about,
    check,
    message: toHex32(checkMessage(about.slot, check)),
  })
  if (!('signature' in held)) return noted(deps, input, row, held)
  const { did } = deps
  const vouched =
    did === null
      ? null
      : await asked(deps, row, { type: 'voucher', id: deps.newId(), ...about, voucher: { did }, message: toHex32(voucherMessage(did)) })
  if (vouched && !('signature' in vouched)) return noted(deps, input, row, vouched)
  const voucher = vouched ? { voucherDid: did, voucherS: vouched.signature.s, voucherE: vouched.signature.e } : {}
  await deps.transact(async ({ signers, audit }) => {
    const before = await requireSigner(signers, input)
    // Its address may be another since it was asked; then this says nothing.
    if (before.url !== row.url) return
    const holder = await signers.byKey(keyOf(row))
    if (holder && holder.id !== row.id)
      throw new CairnError('conflict', 'This key is held by the signer of another space.', {
        meta: { field: 'key', found: row.name, expected: 'a key of its own' },
      })
    await signers.change(row.id, { proven: true, checkedAt: new Date(now()), lastError: null, lastWords: null, ...voucher })
    if (!before.proven) await audit.add({ spaceId: input.spaceId, accountId: input.accountId, action: 'signer.proven', subject: row.name })
  })
  return { ok: true }
}

async function asked(deps: CheckDeps, row: SignerRow, body: SignBody): Promise<Asked> {
  const answer = await askSigner(deps, { url: row.url, secret: secretOf(deps.sealer, row), body })
  if (!('signature' in answer) || verify(deps.hasher, keyOf(row), BigInt(body.message), answer.signature)) return answer
  return { code: 'wrong-signature', words: null }
}

async function noted(
  { readSigners, now }: CheckDeps,
  _input: OfSigner,
  row: SignerRow,
  { code, words }: Exclude<Asked, { signature: unknown }>,
): Promise<Checked> {
  await noteFault(readSigners, row.id, { code, words, at: new Date(now()) })
  return { ok: false, fault: code, words }
}

export const noteFault = (
  signers: Pick<SignerStore, 'change'>,
  id: string,
  { code, words, at }: { code: SignerFault; words: string | null; at: Date },
) => signers.change(id, { lastError: code, lastWords: words, failedAt: at })

/** Throws `config.invalid` in a process that may not open it. */
export function secretOf(sealer: Sealer | null, row: Pick<SignerRow, 'id' | 'sealedSecret'>): string {
  if (!sealer) throw new CairnError('config.invalid', 'CAIRN_SEAL_KEY is not set.', { meta: { field: 'CAIRN_SEAL_KEY', found: 'nothing' } })
  return sealer.open(row.sealedSecret, secretContext(row.id))
}
