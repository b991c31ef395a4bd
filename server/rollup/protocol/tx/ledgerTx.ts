import * as z from 'zod'
import { kinds, tags } from '#server/rollup/protocol/constants.gen.ts'
import { checkField } from '#server/rollup/protocol/field.ts'
import { pack, unpack } from '#server/rollup/protocol/packing.ts'
import type { Hasher } from '#server/rollup/protocol/poseidon2.ts'
import { type SchnorrSignature, sign } from '#server/rollup/protocol/schnorr.ts'
import { type ClaimRewardTx, claimRewardCodec, claimRewardTx } from './claimReward.ts'
import { type CloseQuestTx, closeQuestCodec, closeQuestTx } from './closeQuest.ts'
import { checkEntry, ledgerHeadLayout, ledgerPayload, malformedWord, type PayloadCodec, payloadOf } from './entry.ts'
import { type FundQuestTx, fundQuestCodec, fundQuestTx } from './fundQuest.ts'
import { type LinkWalletTx, linkWalletCodec, linkWalletTx } from './linkWallet.ts'
import { type MergeIntoTx, mergeIntoCodec, mergeIntoTx } from './mergeInto.ts'
import { type LedgerOpenQuestTx, ledgerOpenQuestTx, openQuestCodec } from './openQuest.ts'
import { type RevokeTx, revokeCodec, revokeTx } from './revoke.ts'
import { signature } from './schemas.ts'
import { type SetIssuerTx, setIssuerCodec, setIssuerTx } from './setIssuer.ts'
import { type TransferTx, transferCodec, transferTx } from './transfer.ts'
import { type UnlinkWalletTx, unlinkWalletCodec, unlinkWalletTx } from './unlinkWallet.ts'
import { type WithdrawTx, withdrawCodec, withdrawTx } from './withdraw.ts'

type LedgerTxs = {
  transfer: TransferTx
  withdraw: WithdrawTx
  ledgerOpenQuest: LedgerOpenQuestTx
  fundQuest: FundQuestTx
  closeQuest: CloseQuestTx
  setIssuer: SetIssuerTx
  revoke: RevokeTx
  claimReward: ClaimRewardTx
  linkWallet: LinkWalletTx
  unlinkWallet: UnlinkWalletTx
  mergeInto: MergeIntoTx
}
export type LedgerKind = keyof LedgerTxs
/** A ledger tx by its meaning, before anyone signed it. */
export type LedgerTx = LedgerTxs[LedgerKind]
/** `signature`: by the account's key; by the quest's issuer for a revoke. */
export type SignedLedgerTx = LedgerTx & { signature: SchnorrSignature }

const signed = { signature }
export const ledgerTx = z.discriminatedUnion('kind', [
  transferTx,
  withdrawTx,
  ledgerOpenQuestTx,
  fundQuestTx,
  closeQuestTx,
  setIssuerTx,
  revokeTx,
  claimRewardTx,
  linkWalletTx,
  unlinkWalletTx,
  mergeIntoTx,
])
export const signedLedgerTx = z.discriminatedUnion('kind', [
  transferTx.extend(signed),
  withdrawTx.extend(signed),
  ledgerOpenQuestTx.extend(signed),
  fundQuestTx.extend(signed),
  closeQuestTx.extend(signed),
  setIssuerTx.extend(signed),
  revokeTx.extend(signed),
  claimRewardTx.extend(signed),
  linkWalletTx.extend(signed),
  unlinkWalletTx.extend(signed),
  mergeIntoTx.extend(signed),
])

const codecs: { [K in LedgerKind]: PayloadCodec<LedgerTxs[K]> } = {
  transfer: transferCodec,
  withdraw: withdrawCodec,
  ledgerOpenQuest: openQuestCodec,
  fundQuest: fundQuestCodec,
  closeQuest: closeQuestCodec,
  setIssuer: setIssuerCodec,
  revoke: revokeCodec,
  claimReward: claimRewardCodec,
  linkWallet: linkWalletCodec,
  unlinkWallet: unlinkWalletCodec,
  mergeInto: mergeIntoCodec,
}
export const ledgerKinds = Object.keys(codecs) as LedgerKind[]

const encodePayload = <K extends LedgerKind>(kind: K, tx: LedgerTxs[K]): bigint[] => codecs[kind].encode(tx)

/** Who signs and pays: zeros for a revoke, which the issuer signs and nobody pays. */
export function ledgerHead(tx: LedgerTx): { account: number; nonce: number; fee: bigint } {
  return tx.kind === 'revoke' ? { account: 0, nonce: 0, fee: 0n } : tx
}

/** The eight words that are signed. Throws `rollup.malformed` when a field does not fit its lane. */
export function ledgerWords(tx: LedgerTx): bigint[] {
  const { account, nonce, fee } = ledgerHead(tx)
  const payload = encodePayload(tx.kind, tx)
  const head = pack(ledgerHeadLayout, { kind: BigInt(kinds[tx.kind]), account: BigInt(account), nonce: BigInt(nonce), fee })
  return [head, ...payload, ...new Array<bigint>(ledgerPayload - payload.length).fill(0n)]
}

/** The ten words of a signed ledger tx. Throws `rollup.malformed`. */
export function encodeLedgerTx(tx: SignedLedgerTx): bigint[] {
  return [...ledgerWords(tx), checkField('s', tx.signature.s), checkField('e', tx.signature.e)]
}

/** The meaning of ten words, strict: unused words and bits are 0, a revoke names no account. Throws `rollup.malformed`. */
export function decodeLedgerTx(words: readonly bigint[]): SignedLedgerTx {
  checkEntry(words)
  const { kind: code, account, nonce, fee } = unpack(ledgerHeadLayout, words[0] ?? 0n)
  const kind = ledgerKinds.find((name) => kinds[name] === Number(code))
  if (kind === undefined) throw malformedWord(0, 'has a kind that no ledger tx has', code)
  if (kind === 'revoke' && words[0] !== BigInt(kinds.revoke)) throw malformedWord(0, 'names an account, nonce or fee', words[0])
  const payload = codecs[kind].decode(payloadOf(words, ledgerPayload, codecs[kind].used), { account: Number(account) })
  const head = kind === 'revoke' ? {} : { account: Number(account), nonce: Number(nonce), fee }
  const [s = 0n, e = 0n] = words.slice(1 + ledgerPayload)
  return { kind, ...head, ...payload, signature: { s, e } } as SignedLedgerTx
}

/** The field element that is signed: `H_ledgerTx(domain, w0, ..., w7)`; words beyond the eighth are not looked at. */
export function ledgerMessage(hasher: Hasher, domain: bigint, words: readonly bigint[]): bigint {
  return hasher.hash(tags.ledgerTx, [domain, ...words.slice(0, 1 + ledgerPayload)])
}

/** What the target of a merge signs: the same words with zeros for its own signature. */
export function mergeMessage(hasher: Hasher, domain: bigint, tx: MergeIntoTx): bigint {
  return ledgerMessage(hasher, domain, ledgerWords({ ...tx, targetSignature: { s: 0n, e: 0n } }))
}

/** Signs with the account's key (a revoke: the issuer's). `domain`: `domainOf(chainId, rollup)`. Throws `rollup.malformed`, `config.invalid`. */
export function signLedgerTx<T extends LedgerTx>(
  hasher: Hasher,
  tx: T,
  { domain, secret }: { domain: bigint; secret: bigint },
): T & { signature: SchnorrSignature } {
  return { ...tx, signature: sign(hasher, secret, ledgerMessage(hasher, domain, ledgerWords(tx))) }
}
