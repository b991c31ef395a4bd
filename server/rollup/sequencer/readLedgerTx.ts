import { entryWords } from '#server/rollup/protocol/constants.gen.ts'
import { isField } from '#server/rollup/protocol/field.ts'
import { decodeLedgerTx, encodeLedgerTx, type SignedLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { CairnError } from '#server/shared/errors.ts'

/** A ledger tx as it was sent: ten words and their meaning. */
export type ReadLedgerTx = { words: readonly bigint[]; tx: SignedLedgerTx }

/** Reads the ten words of a ledger tx, strictly: one tx has one encoding. Throws `rollup.malformed` naming the word. */
export function readLedgerTx(words: readonly bigint[]): ReadLedgerTx {
  if (words.length !== entryWords) throw malformed(Math.min(words.length, entryWords), `a ledger tx has ${entryWords} words`, words.length)
  const wide = words.findIndex((word) => !isField(word))
  if (wide !== -1) throw malformed(wide, 'is not a field element', String(words[wide]))
  const tx = decodeLedgerTx(words)
  const other = encodeLedgerTx(tx).findIndex((word, i) => word !== words[i])
  if (other !== -1) throw malformed(other, 'has bits that mean nothing', String(words[other]))
  return { words, tx }
}

function malformed(word: number, reason: string, found: unknown) {
  return new CairnError('rollup.malformed', `Word ${word}: ${reason}.`, { meta: { field: `words[${word}]`, word, reason, found } })
}
