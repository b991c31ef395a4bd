import type { EvmReader, Head } from '#chains/reader.ts'
import type { OpenCubeFiles } from '../cubeFiles.ts'
import type { EvidenceItem, Query } from '../query.ts'
import { createBlockTimes } from './blockTimeClient.ts'
import { createCubeFilesPart } from './cubeFilesClient.ts'
import { createCallsPart } from './evmCallsClient.ts'
import { createLogsPart } from './evmLogsClient.ts'
import { createStatePart } from './evmStateClient.ts'
import { createFirstTransactionPart } from './firstTransactionClient.ts'
import { type ReadLimits, readPart } from './items.ts'
import type { ChainEvidence } from './source.ts'

/** Evidence from one EVM endpoint, for queries of many members at once. */
export function createEvmEvidence(reader: EvmReader, limits: ReadLimits, openCubeFiles?: OpenCubeFiles): ChainEvidence {
  const times = createBlockTimes(reader)
  const logs = createLogsPart(reader, times, limits)
  const calls = createCallsPart(reader, times, limits)
  const state = createStatePart(reader, times)
  const first = createFirstTransactionPart(reader)
  const cubes = createCubeFilesPart(reader, openCubeFiles?.(reader, times))
  let anchor: { number: bigint; hash: string } | null = null

  /** A chain that was replaced below what we called final (a development chain that began anew): nothing of it counts any more. */
  const checkAnchor = async (head: Head) => {
    const kept = anchor === null ? null : await reader.block(anchor.number)
    if (anchor !== null && kept?.hash !== anchor.hash) for (const part of [times, logs, calls, state, first, cubes]) part.clear()
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
        readPart(state, 'evm.state', input),
        readPart(first, 'evm.firstTransaction', input),
        readPart(cubes, 'evm.cube', input),
      ]
      return new Map<Query, EvidenceItem>((await Promise.all(parts)).flat().map(({ query, item }) => [query, item]))
    },
  }
}
