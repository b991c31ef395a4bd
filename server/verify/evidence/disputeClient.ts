import type { EvmReader } from '#chains/reader.ts'
import { canonicalJson } from '#server/shared/canonical.ts'
import { type EvidenceItem, isProvable, type ProvableRecord } from '../query.ts'
import { hashAt } from './headsClient.ts'
import { inOrder } from './items.ts'
import type { Proofs } from './proofClient.ts'
import type { Said } from './quorum.ts'
import { isAsked } from './relevance.ts'

/** `disproved`: who named a record that its proven block does not hold. `outvoted`: who left out one that it does hold, or put one elsewhere. */
export type Decision = { item: EvidenceItem; disproved: string[]; outvoted: string[] }

/**
 * Decides between operators that gave different logs or transactions by what can be proven: every record that anyone can prove counts, none that nobody
 * can. The proof stands on block hashes that two operators give and none contradicts. Null when that is not so, or when the question is of another kind.
 */
export async function decideByProof(
  proofs: Proofs,
  said: readonly Said[],
  { readers, limit }: { readers: readonly EvmReader[]; limit: number },
): Promise<Decision | null> {
  const answers = said.flatMap(({ operator, item }) => (isProvable(item) ? [{ operator, item }] : []))
  const [first] = answers
  if (!first || answers.length < said.length) return null
  const all = answers.flatMap(({ item }): readonly ProvableRecord[] => item.records)
  const claimed = [...new Map(all.map((record) => [canonicalJson(record), record])).values()]
  const hashes = await undisputedHashes(claimed, readers)
  if (!hashes) return null
  const placed = claimed.filter(({ blockNumber, blockHash }) => hashes.get(blockNumber) === blockHash)
  const outcomes = await proofs.check(placed, readers)
  if (outcomes.some(({ proven }) => proven === null)) return null
  const proven = outcomes.flatMap((outcome) => (outcome.proven ? [outcome.record] : []))
  const records = proven.filter((record) => isAsked(first.item.query, record)).toSorted(inOrder)
  const invented = new Set(outcomes.filter((outcome) => !outcome.proven).map(({ record }) => canonicalJson(record)))
  const judged = answers.map(({ operator, item }) => {
    const own = item.records.map((record) => canonicalJson(record))
    const [invents, lacks] = [own.some((key) => invented.has(key)), records.some((record) => !own.includes(canonicalJson(record)))]
    return { operator, invents, differs: lacks || item.records.some(({ blockNumber, blockHash }) => hashes.get(blockNumber) !== blockHash) }
  })
  const disproved = judged.filter(({ invents }) => invents).map(({ operator }) => operator)
  const outvoted = judged.filter(({ invents, differs }) => differs && !invents).map(({ operator }) => operator)
  const dissent = [...disproved, ...outvoted].toSorted()
  const item = {
    ...first.item,
    records: records.slice(0, limit),
    complete: answers.every((one) => one.item.complete) && records.length <= limit,
    providers: answers
      .map(({ operator }) => operator)
      .filter((operator) => !dissent.includes(operator))
      .toSorted(),
    ...(dissent.length > 0 ? { dissent } : {}),
  } as EvidenceItem
  return { item, disproved, outvoted }
}

/** The hash of every claimed block by its number, as two operators or more give it. Null when one contradicts or fewer know it. */
async function undisputedHashes(
  claimed: readonly { blockNumber: string }[],
  readers: readonly EvmReader[],
): Promise<Map<string, string> | null> {
  const numbers = [...new Set(claimed.map(({ blockNumber }) => blockNumber))]
  const found = new Map<string, string>()
  for (const number of numbers) {
    const known = (await Promise.all(readers.map((reader) => hashAt(reader, BigInt(number))))).filter((hash) => hash !== null)
    const [hash] = known
    if (hash === undefined || known.length < 2 || known.some((other) => other !== hash)) return null
    found.set(number, hash)
  }
  return found
}
