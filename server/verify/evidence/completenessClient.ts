import type { Hex } from 'viem'
import type { EvmReader, Head, RawFields } from '#chains/reader.ts'
import type { EvidenceItem, EvidenceOf, LogRecord, LogsQuery, Range } from '../query.ts'
import { problemItem } from './items.ts'
import { bloomBits, type Header, mayHold, proveHeader, type Unproven } from './proof/header.ts'
import { eventLogs } from './proof/proveBlock.ts'
import type { Proofs } from './proofClient.ts'
import { earlier } from './rangeCache.ts'
import { isAsked, namedIn, wordOf } from './relevance.ts'

/** Newest blocks in which a node cannot leave out a log unnoticed. */
const depth = 256n
/** Blocks that are proven in one go. */
const together = 20

export type Completeness = {
  /** The items as they are, or items that say what is wrong. `limit`: most records of one item; who has as many was cut and says so itself. */
  check(items: readonly EvidenceItem[], at: { reader: EvmReader; head: Head; limit: number }): Promise<EvidenceItem[]>
}

/**
 * Whether our own node left out logs: headers of the newest blocks, each the parent of the next up to the head, say by their blooms where logs of an
 * event may be; those blocks are proven, and every log of them that a query asks for must be in its item. Older blocks rest on the node's word.
 */
export function createCompleteness(proofs: Proofs): Completeness {
  let window = new Map<bigint, Header>()
  const found = new Map<string, LogRecord[]>()

  /** Follows the parents' hashes down from the head; only headers that are new are read. */
  async function advance(reader: EvmReader, { latest }: Head): Promise<Unproven | null> {
    const lowest = latest.number >= depth ? latest.number - depth + 1n : 0n
    const newest = [...window.keys()][0] ?? lowest - 1n
    const next = new Map<bigint, Header>()
    let [read, expected] = [new Map<bigint, RawFields | null>(), latest.hash]
    for (let number = latest.number; number >= lowest; number--) {
      let header = window.get(number)
      if (header?.hash !== expected) {
        if (!read.has(number)) read = await readDown(reader, { top: number, lowest: number > newest ? newest + 1n : lowest })
        const raw = read.get(number)
        const proven = raw ? proveHeader(raw, expected) : { unproven: `header ${number} is not there` }
        if ('unproven' in proven) return proven
        header = proven
      }
      next.set(number, header)
      expected = header.parentHash
    }
    window = next
    return null
  }

  /** Proven logs of one event in the window. */
  async function logsOf(reader: EvmReader, { addresses, topic0 }: LogsQuery): Promise<LogRecord[] | Unproven> {
    const topic = bloomBits(topic0 as Hex)
    const wanted = addresses.map((address) => [bloomBits(address as Hex), topic])
    const blocks = [...window.values()].filter(({ bloom }) => wanted.some((bits) => mayHold(bloom, bits)))
    const keyOf = (hash: string) => `${hash}|${addresses.join()}|${topic0}`
    const missing = blocks.map(({ hash }) => hash).filter((hash) => !found.has(keyOf(hash)))
    for (let at = 0; at < missing.length; at += together) {
      for (const [hash, block] of await proofs.blocks(missing.slice(at, at + together), [reader])) {
        if ('unproven' in block) return block
        found.set(keyOf(hash), eventLogs(block, { addresses, topic0 }))
      }
    }
    return blocks.flatMap(({ hash }) => found.get(keyOf(hash)) ?? [])
  }

  function forgetOld() {
    const current = new Set([...window.values()].map(({ hash }): string => hash))
    for (const key of found.keys()) if (!current.has(key.slice(0, key.indexOf('|')))) found.delete(key)
  }

  return {
    async check(items, { reader, head, limit }) {
      const logItems = items.filter((item): item is EvidenceOf<'evm.logs'> => item.query.type === 'evm.logs' && !item.problem)
      if (logItems.length === 0) return [...items]
      const refused = new Map<EvidenceItem, string>()
      const broken = await advance(reader, head)
      forgetOld()
      for (const group of Map.groupBy(logItems, ({ query }) => `${query.addresses.join()}|${query.topic0}`).values()) {
        const [first] = group
        const logs = broken ?? (first ? await logsOf(reader, first.query) : [])
        const logsFor = 'unproven' in logs ? () => [] : byClaimant(logs)
        for (const item of group) {
          const problem = 'unproven' in logs ? logs.unproven : (astray(item, window) ?? leftOut(item, logsFor(item.query), limit))
          if (problem !== null) refused.set(item, problem)
        }
      }
      return items.map((item) => {
        const detail = refused.get(item)
        if (detail === undefined) return item
        return problemItem(item.query, { reason: 'unproven', retryable: true, detail: `${reader.operator}: ${detail}` })
      })
    },
  }
}

async function readDown(reader: EvmReader, { top, lowest }: { top: bigint; lowest: bigint }): Promise<Map<bigint, RawFields | null>> {
  const numbers = Array.from({ length: Number(top - lowest) + 1 }, (_, index) => top - BigInt(index))
  const headers = await reader.headers(numbers)
  return new Map(numbers.map((number, index) => [number, headers[index] ?? null]))
}

/** A record in a block from which no way leads to the head. */
function astray({ records }: EvidenceOf<'evm.logs'>, window: ReadonlyMap<bigint, Header>): string | null {
  const record = records.find(({ blockNumber, blockHash }) => (window.get(BigInt(blockNumber))?.hash ?? blockHash) !== blockHash)
  return record ? `block ${record.blockNumber} does not lead to the head` : null
}

/** Logs by who they name: with many members nobody looks through the logs of all others. */
function byClaimant(logs: readonly LogRecord[]): (query: LogsQuery) => readonly LogRecord[] {
  const indices = new Map<string, Map<string | undefined, LogRecord[]>>()
  return ({ claimant }) => {
    const { by, index, wallets } = claimant
    if (by === 'anyone' || by === 'sender' || by === 'mention') return logs
    const key = `${by}|${index}`
    const named = indices.get(key) ?? Map.groupBy(logs, (log) => namedIn(claimant, log))
    indices.set(key, named)
    return wallets.flatMap((wallet) => named.get(wordOf(wallet)) ?? [])
  }
}

/** A log that the item should have and has not. */
function leftOut({ query, records, toBlock }: EvidenceOf<'evm.logs'>, logs: readonly LogRecord[], limit: number): string | null {
  if (records.length >= limit) return null
  const last = earlier(BigInt(toBlock ?? '0'), BigInt(query.toBlock ?? toBlock ?? '0'))
  const present = new Set(records.map(placeOf))
  const missing = logs.find(
    (log) => BigInt(log.blockNumber) <= last && isSince(query, log) && isAsked(query, log) && !present.has(placeOf(log)),
  )
  return missing ? `a log of block ${missing.blockNumber} was left out` : null
}

const placeOf = ({ blockHash, logIndex }: LogRecord) => `${blockHash}|${logIndex}`

/** Items may hold more than their window, never less. */
const isSince = ({ fromTime, toTime, fromBlock }: Range, { blockTime, blockNumber }: LogRecord) =>
  blockTime >= (fromTime ?? 0) && blockTime <= (toTime ?? blockTime) && BigInt(blockNumber) >= BigInt(fromBlock ?? 0)
