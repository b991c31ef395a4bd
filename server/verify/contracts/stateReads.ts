import { CairnError } from '#server/shared/errors.ts'
import { itemsOf, type StateRead } from '../query.ts'
import type { EvidenceReader } from '../run.ts'

/** Longest answer of a contract that is looked at, in hex digits. */
const longest = 262_144

/** Values of the state of one block, null for a call that reverts. Throws `chain.unreachable` when the chain was not read. */
export async function readState(evidence: EvidenceReader, chain: string, reads: readonly StateRead[]): Promise<(string | null)[]> {
  const items = itemsOf(
    await evidence.read(reads.map((read) => ({ type: 'evm.state' as const, chain, read, at: 'latest' as const }))),
    'evm.state',
  )
  const failed = items.find(({ records, problem }) => problem !== undefined || records.length === 0)
  if (failed || items.length < reads.length)
    throw new CairnError('chain.unreachable', `${chain} cannot be read right now.`, {
      meta: { field: 'chain', found: chain, expected: 'a chain that answers', reason: failed?.problem?.reason },
    })
  return items.map(({ records: [record] }) => (record?.value && record.value.length <= longest ? record.value.toLowerCase() : null))
}

/** The address in a word of storage or in an answer; null when it holds none. */
export function addressIn(word: string | null | undefined): string | null {
  return word && /^0x0{24}[0-9a-f]{40}$/.test(word) && BigInt(word) > 0xffffn ? `0x${word.slice(26)}` : null
}
