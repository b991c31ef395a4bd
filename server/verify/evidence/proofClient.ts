import type { EvmReader } from '#chains/reader.ts'
import { canonicalDigest } from '#server/shared/canonical.ts'
import { type EvidenceItem, isProvable, type ProvableRecord } from '../query.ts'
import { problemItem } from './items.ts'
import type { Unproven } from './proof/header.ts'
import { checkLog, checkTransaction, type ProvenBlock, proveBlock } from './proof/proveBlock.ts'

/** What became of a record: `false` says that its block, which is proven, says otherwise. */
export type Outcome =
  | { record: ProvableRecord; proven: true }
  | { record: ProvableRecord; proven: false; detail: string }
  | { record: ProvableRecord; proven: null; detail: string }

export type Proofs = {
  /** Checks records against their blocks, read from the first of these endpoints that gives a block which leads to its hash. */
  check(records: readonly ProvableRecord[], readers: readonly EvmReader[]): Promise<Outcome[]>
  /** Items as they are when every record is proven, or items that say why not. Items of other types stay as they are. */
  prove(items: readonly EvidenceItem[], reader: EvmReader): Promise<EvidenceItem[]>
  /** The block of that hash with all that is in it, or why it cannot be proven. */
  blocks(hashes: readonly string[], readers: readonly EvmReader[]): Promise<Map<string, ProvenBlock | Unproven>>
}

/** Blocks in memory: a large one takes about a megabyte. */
const mostBlocks = 64
const mostRecords = 50_000
/** Blocks that are asked for in one go. */
const together = 20

/**
 * Proofs of what happened in a block: header, transactions and receipts must lead to the block's hash. Each block is read once, each record is checked
 * once. An endpoint cannot change, invent or leave out anything in a block without giving that block another hash.
 */
export function createProofs(): Proofs {
  const proven = new Map<string, ProvenBlock>()
  const checked = new Map<string, true>()

  async function fetch(hashes: readonly string[], reader: EvmReader): Promise<Map<string, ProvenBlock | Unproven>> {
    const found = new Map<string, ProvenBlock | Unproven>()
    for (let at = 0; at < hashes.length; at += together) {
      const some = hashes.slice(at, at + together)
      const sealed = await reader.sealedBlocks(some)
      for (const [index, hash] of some.entries()) {
        const block = sealed[index]
        found.set(hash, block ? await proveBlock(block, hash) : { unproven: 'the block is not there' })
      }
    }
    return found
  }

  async function blocks(hashes: readonly string[], readers: readonly EvmReader[]) {
    const known = new Map<string, ProvenBlock | Unproven>(hashes.flatMap((hash) => entryOf(hash, proven.get(hash))))
    for (const reader of readers) {
      const missing = [...new Set(hashes)].filter((hash) => isUnproven(known.get(hash)))
      if (missing.length === 0) break
      try {
        for (const [hash, block] of await fetch(missing, reader)) {
          known.set(hash, block)
          if (!isUnproven(block)) remember(proven, hash, block, mostBlocks)
        }
      } catch (error) {
        // The next endpoint may give the blocks; without one this is why they are not proven.
        for (const hash of missing) if (!known.has(hash)) known.set(hash, { unproven: error instanceof Error ? error.message : 'not read' })
      }
    }
    return known
  }

  async function check(records: readonly ProvableRecord[], readers: readonly EvmReader[]): Promise<Outcome[]> {
    const keyed = records.map((record) => ({ record, key: canonicalDigest(record) }))
    const outcomes: Outcome[] = keyed.filter(({ key }) => checked.has(key)).map(({ record }) => ({ record, proven: true }))
    const open = [
      ...Map.groupBy(
        keyed.filter(({ key }) => !checked.has(key)),
        ({ record }) => record.blockHash,
      ),
    ]
    // Block by block in groups that stay in memory together: two, so that one is read while the other is proven.
    const groups = Array.from({ length: Math.ceil(open.length / together) }, (_, n) =>
      open.slice(n * together, (n + 1) * together),
    ).values()
    const work = async () => {
      for (const group of groups) {
        const found = await blocks(
          group.map(([hash]) => hash),
          readers,
        )
        for (const { record, key } of group.flatMap(([, some]) => some)) {
          const outcome = outcomeOf(record, found.get(record.blockHash))
          if (outcome.proven) remember(checked, key, true, mostRecords)
          outcomes.push(outcome)
        }
      }
    }
    await Promise.all([work(), work()])
    return outcomes
  }

  return {
    blocks,
    check,
    async prove(items, reader) {
      const provable = items.flatMap((item): readonly ProvableRecord[] => (isProvable(item) ? item.records : []))
      const outcomes = new Map((await check(provable, [reader])).map((outcome) => [outcome.record, outcome]))
      return items.map((item) => {
        const failed = (isProvable(item) ? item.records : []).map(outcomeIn(outcomes)).find(({ proven }) => !proven)
        if (!failed || failed.proven) return item
        return problemItem(item.query, { reason: 'unproven', retryable: true, detail: `${reader.operator}: ${failed.detail}` })
      })
    },
  }
}

/** A record that nobody looked at is not proven. */
const outcomeIn =
  (outcomes: ReadonlyMap<ProvableRecord, Outcome>) =>
  (record: ProvableRecord): Outcome =>
    outcomes.get(record) ?? { record, proven: null, detail: 'not looked at' }

const isUnproven = (block: ProvenBlock | Unproven | undefined): block is Unproven | undefined => block === undefined || 'unproven' in block
const entryOf = (hash: string, block: ProvenBlock | undefined): [string, ProvenBlock][] => (block ? [[hash, block]] : [])

function outcomeOf(record: ProvableRecord, block: ProvenBlock | Unproven | undefined): Outcome {
  if (block === undefined || 'unproven' in block)
    return { record, proven: null, detail: `block ${record.blockNumber}: ${block?.unproven ?? 'not read'}` }
  const contradiction = 'logIndex' in record ? checkLog(block, record) : checkTransaction(block, record)
  return contradiction === null ? { record, proven: true } : { record, proven: false, detail: contradiction }
}

/** Keeps the newest entries. */
function remember<V>(map: Map<string, V>, key: string, value: V, most: number) {
  map.set(key, value)
  for (const oldest of map.keys()) {
    if (map.size <= most) break
    map.delete(oldest)
  }
}
