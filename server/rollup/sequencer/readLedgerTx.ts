import { entryWords } from '#server/rollup/protocol/constants.gen.ts'
import { isField } from '#server/rollup/protocol/field.ts'
import type { Hasher } from '#server/rollup/protocol/poseidon2.ts'
import { decodeLedgerTx, encodeLedgerTx, ledgerMessage, type SignedLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { type Hex, toHex32 } from '#server/shared/bytes.ts'
import { CairnError } from '#server/shared/errors.ts'

/** A ledger tx as it was sent: ten words, their meaning, and the message that its signature is over. */
export type ReadLedgerTx = { words: readonly bigint[]; tx: SignedLedgerTx; message: bigint; hash: Hex }

/**
 * Reads the ten words of a ledger tx, strictly: one tx has one encoding. Its hash is the signed message (the signature is not part of it).
 * Throws `rollup.malformed` naming the word.
 */
export function readLedgerTx(hasher: Hasher, domain: bigint, words: readonly bigint[]): ReadLedgerTx {
  if (words.length !== entryWords) throw malformed(Math.min(words.length, entryWords), `a ledger tx has ${entryWords} words`, words.length)
  const wide = words.findIndex((word) => !isField(word))
  if (wide !== -1) throw malformed(wide, 'is not a field element', String(words[wide]))
  const tx = decodeLedgerTx(words)
  const other = encodeLedgerTx(tx).findIndex((word, i) => word !== words[i])
  if (other !== -1) throw malformed(other, 'has bits that mean nothing', String(words[other]))
  const message = ledgerMessage(hasher, domain, words)
  return { words, tx, message, hash: toHex32(message) }
}

function malformed(word: number, reason: string, found: unknown) {
  return new CairnError('rollup.malformed', `Word ${word}: ${reason}.`, { meta: { field: `words[${word}]`, word, reason, found } })
}
