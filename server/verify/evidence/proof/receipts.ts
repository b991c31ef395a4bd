import { createMPT } from '@ethereumjs/mpt'
import { type Hex, toRlp } from 'viem'
import type { RawFields } from '#chains/reader.ts'
import { fromHex, toHex } from '#server/shared/bytes.ts'
import { bytes, fields, list, NotEncodable, type Rlp, scalar, typed, typeOf } from './encoding.ts'

/**
 * A receipt as its block holds it (EIP-2718; two more fields for OP-stack deposits since Canyon). Throws `NotEncodable` for receipts older than EIP-658,
 * which do not say how their transaction ended.
 */
export function encodeReceipt(raw: RawFields): Hex {
  const logs = list(raw.logs).map((log): Rlp => {
    const { address, topics, data } = fields(log)
    return [bytes(address), list(topics).map(bytes), bytes(data)]
  })
  const deposit =
    typeOf(raw) === 0x7e && raw.depositReceiptVersion !== undefined && raw.depositReceiptVersion !== null
      ? [scalar(raw.depositNonce), scalar(raw.depositReceiptVersion)]
      : []
  return typed(typeOf(raw), [scalar(raw.status), scalar(raw.cumulativeGasUsed), bytes(raw.logsBloom), logs, ...deposit])
}

/** Root of the Merkle-Patricia trie that holds a list: keys are the RLP of the index. */
export async function orderedRoot(values: readonly Hex[]): Promise<Hex> {
  const trie = await createMPT()
  for (const [index, value] of values.entries()) {
    const content = fromHex(value)
    if (content === null) throw new NotEncodable('not hex')
    await trie.put(toRlp(index === 0 ? '0x' : scalar(`0x${index.toString(16)}`), 'bytes'), content)
  }
  return toHex(trie.root())
}
