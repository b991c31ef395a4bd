import { readBlobBatch } from '#server/rollup/l2/blobBatch.ts'
import type { ProposedBatch, ProposedClaim } from '#server/rollup/l2/slotReader.ts'
import { decodeCalldata } from '#server/rollup/protocol/calldata.ts'
import { circuitNames } from '#server/rollup/protocol/circuitNames.ts'
import { type BatchContent, decodeWords } from '#server/rollup/protocol/words.ts'
import { type Hex, toHex32 } from '#server/shared/bytes.ts'
import { CairnError } from '#server/shared/errors.ts'

/** What a final batch owes on L2: a withdrawal, or a deposit that it refused. `entry`: place among the batch's entries. */
export type Payable = {
  kind: 'withdrawal' | 'refund'
  account: number
  batch: number
  entry: number
  token: number
  amount: bigint
  to: Hex
  claim: ProposedClaim
  words: Hex
}

/** What a batch pays once it is final, read from its own words: its withdrawals, applied forced withdrawals, refused deposits. */
export function payablesOf({ claim, words, blob }: Pick<ProposedBatch, 'claim' | 'words' | 'blob'>): Payable[] {
  const { ledger, inbox } = contentOf(claim, words, blob)
  const batch = Number(claim.number)
  const base = { batch, claim, words }
  const withdrawals = ledger.flatMap((tx, entry): Payable[] => {
    if (tx.kind !== 'withdraw') return []
    const { account, token, amount, recipient } = tx
    return [{ ...base, kind: 'withdrawal', account, entry, token, amount, to: addressOf(recipient) }]
  })
  const items = inbox.flatMap((tx, item): Payable[] => {
    const applied = ((claim.effects >> BigInt(item)) & 1n) === 1n
    const place = { ...base, account: tx.account, entry: ledger.length + item }
    if (tx.kind === 'forcedWithdraw' && applied)
      return [{ ...place, kind: 'withdrawal', token: tx.token, amount: tx.amount, to: addressOf(tx.recipient) }]
    // A refused deposit goes back to the wallet that made it.
    if (tx.kind === 'deposit' && !applied)
      return [{ ...place, kind: 'refund', token: tx.token, amount: tx.amount, to: addressOf(tx.authoriser) }]
    return []
  })
  return [...withdrawals, ...items]
}

/** An L2 address from the lower 160 bits of a word, as the contracts read it. */
export const addressOf = (word: bigint): Hex => `0x${toHex32(word).slice(-40)}`

function contentOf({ circuit: id, lengths }: ProposedClaim, words: Hex, blob: Uint8Array | undefined): BatchContent {
  const circuit = circuitNames.get(id)
  if (circuit === undefined) {
    throw new CairnError('rollup.malformed', 'A batch is of a circuit that this version does not know.', {
      meta: { field: 'circuit', found: id, expected: [...circuitNames.keys()] },
    })
  }
  const calldata = blob ? readBlobBatch(circuit, { sent: words, lengths }, blob) : { words, lengths }
  return decodeWords(circuit, decodeCalldata(circuit, calldata))
}
