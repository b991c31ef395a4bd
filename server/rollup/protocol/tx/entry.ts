import { bits, entryWords } from '#server/rollup/protocol/constants.gen.ts'
import { checkBits, isField } from '#server/rollup/protocol/field.ts'
import { CairnError } from '#server/shared/errors.ts'
import { accountLane, amount, fieldElement, uint32 } from './schemas.ts'

/** `w0` of an inbox item, 34 bits. */
export const inboxHeadLayout = [
  ['kind', 8],
  ['account', bits.account],
] as const

/** `w0` of a ledger tx, 162 bits. */
export const ledgerHeadLayout = [...inboxHeadLayout, ['nonce', bits.nonce], ['fee', bits.amount]] as const

/** What every inbox item has beside its payload. */
export const inboxFields = {
  account: accountLane,
  /** Wallet word that authorised the item on L2: msg.sender, or whose relayed signature the inbox checked. */
  authoriser: fieldElement,
}

/** What every ledger tx but revoke has beside its payload: who signs and pays, and a fee in token 0. */
export const ledgerFields = { account: accountLane, nonce: uint32, fee: amount }

/** Payload words of an entry: seven of a ledger tx, eight of an inbox item. */
export const ledgerPayload = entryWords - 3
export const inboxPayload = entryWords - 2

/** Token and amount in one word. */
export const paymentLayout = [
  ['token', bits.token],
  ['amount', bits.amount],
] as const

/** How a kind's payload lies in its words, from `w1` on. Both directions throw `rollup.malformed` for what does not fit its lane. */
export type PayloadCodec<Tx> = {
  /** Payload words that the kind uses; the others must be 0. */
  used: number
  encode(tx: Tx): bigint[]
  decode(payload: readonly bigint[], head: { account: number }): Omit<Tx, 'kind' | 'account' | 'authoriser' | 'nonce' | 'fee'>
}

/** A small number as a whole word and back. */
export const toLane = (name: string, value: number, width: number): bigint => checkBits(name, BigInt(value), width)
export const fromLane = (name: string, word: bigint | undefined, width: number): number => Number(checkBits(name, word ?? 0n, width))

/** `rollup.malformed` of a word, counted within its entry. */
export function malformedWord(word: number, reason: string, found?: number | bigint): CairnError {
  return new CairnError('rollup.malformed', `Word ${word} ${reason}.`, {
    meta: { field: `words[${word}]`, word, reason, ...(found === undefined ? {} : { found: String(found) }) },
  })
}

/** Throws `rollup.malformed` unless these are ten field elements. */
export function checkEntry(words: readonly bigint[]): void {
  if (words.length !== entryWords) throw malformedWord(words.length, `does not end an entry, which has ${entryWords} words`)
  const wide = words.findIndex((word) => !isField(word))
  if (wide !== -1) throw malformedWord(wide, 'is not a field element', words[wide])
}

/** The payload of an entry whose kind uses `used` words of it; the others must be 0. Throws `rollup.malformed`. */
export function payloadOf(words: readonly bigint[], room: number, used: number): bigint[] {
  const payload = words.slice(1, 1 + room)
  const at = payload.findIndex((word, i) => i >= used && word !== 0n)
  if (at !== -1) throw malformedWord(1 + at, 'is not 0, but its kind does not use it', payload[at])
  return payload
}
