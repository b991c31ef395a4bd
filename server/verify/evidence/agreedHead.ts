import type { FinalityTag } from '#chains/chain.ts'
import type { Block, Head } from '#chains/reader.ts'

/** The chain as one operator sees it. `hashes`: its block hash at every number that another's head names; null when it has none. */
export type View = { operator: string; head: Head; hashes: ReadonlyMap<bigint, string | null> }

/** `now` and `lateMs` in milliseconds: a head older than that is late, and who is late does not hold the others back. */
export type Clock = { now: number; lateMs: number }

export type HeadVote = { head: Head; against: string[] } | { dispute: 'disagree' | 'quorum'; operators: string[] }

/** Numbers whose hash every operator must be asked for before `agreedHead` can decide. */
export function disputedNumbers(heads: readonly Head[]): bigint[] {
  return [...new Set(heads.flatMap(({ latest, safe, finalized }) => [latest.number, safe.number, finalized.number]))]
}

/**
 * The head that two operators know and nobody contradicts, tag by tag; three equal voices outweigh a contradiction, because at most two operators are
 * taken to lie. An operator contradicts a block with another hash at its number, or, while its own head is fresh, by not having it (or not calling it
 * final) at all: so the agreed head is one that every fresh operator knows. Where no newest block is agreed, the last agreed final one stands for it. Pure.
 */
export function agreedHead(views: readonly View[], clock: Clock): HeadVote {
  const against = new Set<string>()
  const pick = (tag: FinalityTag): Block | null => {
    const candidates = [...new Map(views.map(({ head }) => [head[tag].hash, head[tag]])).values()]
    for (const block of candidates.toSorted((a, b) => (a.number < b.number ? 1 : -1))) {
      const voices = views.map((view) => ({ operator: view.operator, voice: voiceOf(view, { block, tag }, clock) }))
      const saying = (wanted: string) => [...new Set(voices.filter(({ voice }) => voice === wanted).map(({ operator }) => operator))]
      const [pro, contra] = [saying('for'), saying('against')]
      if (pro.length < 3 && (pro.length < 2 || contra.length > 0)) continue
      for (const operator of contra) against.add(operator)
      return block
    }
    return null
  }
  const finalized = pick('finalized')
  const operators = [...new Set(views.map(({ operator }) => operator))]
  if (!finalized) return { dispute: operators.length < 2 ? 'quorum' : 'disagree', operators }
  const safe = later(pick('safe'), finalized)
  const latest = later(pick('latest'), safe)
  // Nobody may hold the chain at an old block: what has happened since then would look as if it never had.
  const fresh = views.filter(({ head }) => !isLate(head.latest, clock))
  if (isLate(latest, clock) && fresh.length > 0) return { dispute: 'quorum', operators: fresh.map(({ operator }) => operator) }
  return { head: { finalized, safe, latest }, against: [...against] }
}

const later = (block: Block | null, least: Block): Block => (block !== null && block.number > least.number ? block : least)

function voiceOf({ head, hashes }: View, { block, tag }: { block: Block; tag: FinalityTag }, clock: Clock): 'for' | 'against' | 'silent' {
  const known = hashes.get(block.number) ?? null
  if (known !== null && known !== block.hash) return 'against'
  if (head[tag].number >= block.number) return known === null ? 'silent' : 'for'
  return isLate(head.latest, clock) ? 'silent' : 'against'
}

const isLate = ({ time }: Block, { now, lateMs }: Clock) => now - time * 1000 > lateMs

/** True when this operator knows that block by its hash: only then its "there is no such log" says anything. */
export const knows = ({ hashes }: View, block: Block): boolean => hashes.get(block.number) === block.hash
