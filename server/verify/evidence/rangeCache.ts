/**
 * What was found for one question over a range of blocks. Blocks `from` to `to` are final and read once; what lies above is kept only for the head
 * it was read at, by that head's hash.
 */
export type Span<R> = {
  from: bigint
  to: bigint
  final: R[]
  tip: { headHash: string; upTo: bigint; records: R[] } | null
  /** The newest block of which records were given up, because there were too many. */
  cutAt: bigint | null
}

/** `records`: so many are kept of a key, the newest final ones; `keys`: so many keys are kept that nobody asks for. */
export type CacheSize = { records: number; keys: number }
const unlimited: CacheSize = { records: Number.POSITIVE_INFINITY, keys: Number.POSITIVE_INFINITY }

export type Want = { key: string; from: bigint }
export type Boundary = { latest: { number: bigint; hash: string }; finalized: { number: bigint } }
/** One read that is due: these keys, these blocks. */
export type Due = { keys: string[]; from: bigint; to: bigint }

export type RangeCache<R> = {
  /** The reads that are due to bring every want up to the head, at most `most` blocks each. Keys that stand at nearly the same block are read together. */
  due(wants: readonly Want[], boundary: Boundary, most: bigint): Due[]
  /** Takes in what a due read found, by key. `numberOf` a record is its block. */
  store(due: Due, found: ReadonlyMap<string, R[]>, boundary: Boundary): void
  /** Everything known for a key, the last block that was read without a gap, and up to which block some of it was given up. */
  read(key: string): { readonly records: readonly R[]; upTo: bigint; cutAt: bigint | null }
  drop(key: string): void
  clear(): void
}

/** Pure bookkeeping: it never reads a chain itself. */
export function createRangeCache<R>(numberOf: (record: R) => bigint, size = unlimited): RangeCache<R> {
  const spans = new Map<string, Span<R>>()

  const shorten = (span: Span<R>) => {
    const surplus = span.final.length - size.records
    if (surplus <= 0) return
    const last = span.final[surplus - 1]
    span.final = span.final.slice(surplus)
    if (last !== undefined) span.cutAt = numberOf(last)
  }

  /** Keys that were asked for longest ago go first; those of this pass stay. */
  const forget = (wanted: ReadonlyMap<string, unknown>) => {
    for (const key of spans.keys()) {
      if (spans.size <= size.keys + wanted.size) return
      if (!wanted.has(key)) spans.delete(key)
    }
  }

  return {
    due(wants, boundary, most) {
      const earliest = new Map<string, bigint>()
      for (const { key, from } of wants) earliest.set(key, earlier(from, earliest.get(key) ?? from))
      forget(earliest)
      const groups = new Map<bigint, Set<string>>()
      for (const [key, from] of earliest) {
        const known = spans.get(key)
        // A window that opens earlier than what was read starts over: rare, and simpler than two pieces.
        if (!known || known.from > from) spans.set(key, { from, to: from - 1n, final: [], tip: null, cutAt: null })
        const span = spans.get(key)
        if (!span) continue
        // Moved to the end: the order of the map is the order of use.
        spans.delete(key)
        spans.set(key, span)
        span.tip = span.tip?.headHash === boundary.latest.hash ? span.tip : null
        settleTip(span, boundary.finalized.number, numberOf)
        const start = (span.tip?.upTo ?? span.to) + 1n
        if (start <= boundary.latest.number) groups.set(start, (groups.get(start) ?? new Set()).add(key))
      }
      return together(groups).map(({ from, keys }) => ({ keys, from, to: earlier(from + most - 1n, boundary.latest.number) }))
    },
    store({ keys, from, to }, found, boundary) {
      for (const key of keys) {
        const span = spans.get(key)
        if (!span) continue
        const start = (span.tip?.upTo ?? span.to) + 1n
        if (start < from || start > to) continue
        const records = (found.get(key) ?? []).filter((record) => numberOf(record) >= start)
        // Behind a tip nothing can become final: what lies under it is read again with the next head.
        const lastFinal = span.tip === null ? earlier(to, boundary.finalized.number) : span.to
        span.final = span.final.concat(records.filter((record) => numberOf(record) <= lastFinal))
        if (lastFinal > span.to) span.to = lastFinal
        const open = records.filter((record) => numberOf(record) > lastFinal)
        shorten(span)
        if (to > span.to) span.tip = { headHash: boundary.latest.hash, upTo: to, records: [...(span.tip?.records ?? []), ...open] }
      }
    },
    read(key) {
      const span = spans.get(key)
      if (!span) return { records: [], upTo: -1n, cutAt: null }
      const { final, tip, to, cutAt } = span
      // Put together only where they are looked at: how far a key was read is asked much more often.
      return {
        get records() {
          return tip === null ? final : final.concat(tip.records)
        },
        upTo: tip?.upTo ?? to,
        cutAt,
      }
    },
    drop: (key) => void spans.delete(key),
    clear: () => spans.clear(),
  }
}

/** Keys may be read together with others that stand so many blocks further back: a question is dearer than a few known blocks. */
const mergedBlocks = 1000n

function together(groups: ReadonlyMap<bigint, ReadonlySet<string>>): { from: bigint; keys: string[] }[] {
  const merged: { from: bigint; keys: string[] }[] = []
  for (const [from, keys] of [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const last = merged.at(-1)
    if (last && from - last.from < mergedBlocks) last.keys.push(...keys)
    else merged.push({ from, keys: [...keys] })
  }
  return merged
}

/** The smaller of two block numbers. */
export function earlier(a: bigint, b: bigint): bigint {
  if (a < b) return a
  return b
}

/** Finality may move on under a head that stays: what is final by now is kept for good. */
function settleTip<R>(span: Span<R>, finalized: bigint, numberOf: (record: R) => bigint) {
  const { tip } = span
  if (!tip || finalized <= span.to) return
  const lastFinal = earlier(tip.upTo, finalized)
  span.final = span.final.concat(tip.records.filter((record) => numberOf(record) <= lastFinal))
  span.to = lastFinal
  const records = tip.records.filter((record) => numberOf(record) > lastFinal)
  span.tip = tip.upTo > lastFinal ? { ...tip, records } : null
}
