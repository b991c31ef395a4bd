import type { Hex } from '#server/shared/bytes.ts'
import type { L2Client } from './slotReader.ts'

/** The first block whose time is `seconds` (unix) or later, once it is finalized; null before. `from`: a block that is surely earlier, where one is known. */
export async function finalizedBlockAt(
  client: Pick<L2Client, 'getBlock'>,
  seconds: number,
  from = 0n,
): Promise<{ number: number; hash: Hex } | null> {
  let last = await client.getBlock({ blockTag: 'finalized' })
  if (last.timestamp < BigInt(seconds)) return null
  // `first` stays earlier than the block that is looked for, `last` never is.
  for (let first = from - 1n; last.number - first > 1n; ) {
    const middle = await client.getBlock({ blockNumber: (first + last.number) / 2n })
    if (middle.timestamp < BigInt(seconds)) first = middle.number
    else last = middle
  }
  return { number: Number(last.number), hash: last.hash }
}
