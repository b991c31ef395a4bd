/** Which addresses are watched, by their last four bytes: most places of a log's data hold none, and a number tells so faster than text. */
export function createTails() {
  const counts = new Map<number, number>()
  const tailOf = (address: string) => Number.parseInt(address.slice(-8), 16) | 0
  const count = (address: string, by: number) => {
    const tail = tailOf(address)
    const left = (counts.get(tail) ?? 0) + by
    if (left > 0) counts.set(tail, left)
    else counts.delete(tail)
  }
  return {
    add: (address: string) => count(address, 1),
    remove: (address: string) => count(address, -1),
    has: (tail: number) => counts.has(tail),
  }
}
export type Tails = Pick<ReturnType<typeof createTails>, 'has'>

/** Bytes of data that are looked through for packed and written addresses; of longer data only whole words. */
const packedBytes = 1024

/** What may be watched addresses in data: on any whole byte (packed and nested arguments), or written out as text. */
export function* addressesIn(data: string, tails: Tails): Iterable<string> {
  const bytes = Buffer.from(data.slice(2), 'hex')
  const at = (from: number) => (tails.has(bytes.readInt32BE(from + 16)) ? [`0x${bytes.toString('hex', from, from + 20)}`] : [])
  const last = bytes.length - 20
  for (let from = 0; from <= Math.min(last, packedBytes); from++) yield* at(from)
  for (let from = packedBytes + 12; from <= last; from += 32) yield* at(from)
  const text = bytes.toString('latin1', 0, packedBytes)
  for (const [, digits = ''] of text.matchAll(/(?=([0-9a-fA-F]{40}))/g)) yield `0x${digits.toLowerCase()}`
}
