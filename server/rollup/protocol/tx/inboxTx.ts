import * as z from 'zod'
import { kinds } from '#server/rollup/protocol/constants.gen.ts'
import { checkField } from '#server/rollup/protocol/field.ts'
import { pack, unpack } from '#server/rollup/protocol/packing.ts'
import { type ActivateKeyTx, activateKeyCodec, activateKeyTx } from './activateKey.ts'
import { type CancelKeyTx, cancelKeyCodec, cancelKeyTx } from './cancelKey.ts'
import { type DepositTx, depositCodec, depositTx } from './deposit.ts'
import { checkEntry, inboxHeadLayout, inboxPayload, malformedWord, type PayloadCodec, payloadOf } from './entry.ts'
import { type ForcedWithdrawTx, forcedWithdrawCodec, forcedWithdrawTx } from './forcedWithdraw.ts'
import { type OpenQuestTx, openQuestCodec, openQuestTx } from './openQuest.ts'
import { type SetKeyTx, setKeyCodec, setKeyTx } from './setKey.ts'

type InboxTxs = {
  deposit: DepositTx
  openQuest: OpenQuestTx
  setKey: SetKeyTx
  activateKey: ActivateKeyTx
  cancelKey: CancelKeyTx
  forcedWithdraw: ForcedWithdrawTx
}
export type InboxKind = keyof InboxTxs
/** An inbox item by its meaning. */
export type InboxTx = InboxTxs[InboxKind]

export const inboxTx = z.discriminatedUnion('kind', [depositTx, openQuestTx, setKeyTx, activateKeyTx, cancelKeyTx, forcedWithdrawTx])

const codecs: { [K in InboxKind]: PayloadCodec<InboxTxs[K]> } = {
  deposit: depositCodec,
  openQuest: openQuestCodec,
  setKey: setKeyCodec,
  activateKey: activateKeyCodec,
  cancelKey: cancelKeyCodec,
  forcedWithdraw: forcedWithdrawCodec,
}
export const inboxKinds = Object.keys(codecs) as InboxKind[]

const encodePayload = <K extends InboxKind>(kind: K, tx: InboxTxs[K]): bigint[] => codecs[kind].encode(tx)

/** The ten words of an inbox item, as the contract builds them. Throws `rollup.malformed` when a field does not fit its lane. */
export function encodeInboxTx(tx: InboxTx): bigint[] {
  const payload = encodePayload(tx.kind, tx)
  const head = pack(inboxHeadLayout, { kind: BigInt(kinds[tx.kind]), account: BigInt(tx.account) })
  return [head, ...payload, ...new Array<bigint>(inboxPayload - payload.length).fill(0n), checkField('authoriser', tx.authoriser)]
}

/** The meaning of an inbox item's ten words, strict: unused words and bits are 0. Throws `rollup.malformed`. */
export function decodeInboxTx(words: readonly bigint[]): InboxTx {
  checkEntry(words)
  const head = unpack(inboxHeadLayout, words[0] ?? 0n)
  const kind = inboxKinds.find((name) => kinds[name] === Number(head.kind))
  if (kind === undefined) throw malformedWord(0, 'has a kind that no inbox item has', head.kind)
  const account = Number(head.account)
  const payload = codecs[kind].decode(payloadOf(words, inboxPayload, codecs[kind].used), { account })
  return { kind, account, authoriser: words[1 + inboxPayload] ?? 0n, ...payload } as InboxTx
}
