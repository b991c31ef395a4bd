import type { EvmReader, Head } from '#chains/reader.ts'
import type { BalanceQuery, EvidenceItem, Query } from '../query.ts'
import { createBlockTimes } from './blockTimeClient.ts'
import { createCallsPart } from './evmCallsClient.ts'
import { createLogsPart } from './evmLogsClient.ts'
import { type Answered, itemOf, type Part, problemItem, type ReadLimits, readPart, toHeadRef } from './items.ts'
import type { ChainEvidence } from './source.ts'

/** Evidence from one EVM endpoint, for queries of many members at once. */
export function createEvmEvidence(reader: EvmReader, limits: ReadLimits): ChainEvidence {
  const times = createBlockTimes(reader)
  const logs = createLogsPart(reader, times, limits)
  const calls = createCallsPart(reader, times, limits)
  const balances = createBalancesPart(reader)
  let anchor: { number: bigint; hash: string } | null = null

  /** A chain that was replaced below what we called final (a development chain that began anew): nothing of it counts any more. */
  const checkAnchor = async (head: Head) => {
    const kept = anchor === null ? null : await reader.block(anchor.number)
    if (anchor !== null && kept?.hash !== anchor.hash) for (const part of [times, logs, calls, balances]) part.clear()
    anchor = { number: head.finalized.number, hash: head.finalized.hash }
  }

  return {
    reader,
    async read(queries, head) {
      await checkAnchor(head)
      const input = { queries, head }
      const parts = [
        readPart(logs, 'evm.logs', input),
        readPart(calls, 'evm.transactions', input),
        readPart(balances, 'evm.balance', input),
      ]
      return new Map<Query, EvidenceItem>((await Promise.all(parts)).flat().map(({ query, item }) => [query, item]))
    },
  }
}

/** Balances at the head's blocks: native ones in JSON-RPC batches, tokens in multicalls; kept while the block is the same. */
function createBalancesPart(reader: EvmReader): Part<'evm.balance'> {
  const kept = new Map<string, bigint | null>()
  let keptFor = ''
  const keyOf = ({ wallet, token }: BalanceQuery, hash: string) =>
    `${hash}|${wallet}|${token.standard}|${token.standard === 'native' ? '' : token.address}`
  return {
    clear: () => kept.clear(),
    async read(queries, head): Promise<Answered[]> {
      if (keptFor !== `${head.latest.hash}|${head.finalized.hash}`) kept.clear()
      keptFor = `${head.latest.hash}|${head.finalized.hash}`
      for (const [number, group] of Map.groupBy(queries, ({ at }) => head[at].number)) {
        const missing = group.filter((query) => !kept.has(keyOf(query, head[query.at].hash)))
        if (missing.length === 0) continue
        const values = await reader.balances(
          missing.map(({ wallet, token }) => ({ owner: wallet, token })),
          number,
        )
        for (const [index, query] of missing.entries()) kept.set(keyOf(query, head[query.at].hash), values[index] ?? null)
      }
      return queries.map((query) => {
        const value = kept.get(keyOf(query, head[query.at].hash)) ?? null
        if (value === null)
          return { query, item: problemItem(query, { reason: 'refused', retryable: false, detail: 'no such token contract' }) }
        const block = toHeadRef(head)[query.at]
        const records = [{ wallet: query.wallet, value: value.toString(), block }]
        return { query, item: itemOf<'evm.balance'>({ query, records, upTo: head.latest.number }, reader, head) }
      })
    },
  }
}
