import type { Head, SolanaReader } from '#chains/reader.ts'
import type { EvidenceItem, Query } from '../query.ts'
import { type ReadLimits, readPart } from './items.ts'
import { createHistoryPart } from './solanaHistoryClient.ts'
import { createAccountsPart } from './solanaStateClient.ts'
import { createTokensPart } from './solanaTokensClient.ts'
import type { ChainEvidence } from './source.ts'

/** Evidence from one Solana endpoint, for queries of many members at once. */
export function createSolanaEvidence(reader: SolanaReader, limits: ReadLimits): ChainEvidence {
  const history = createHistoryPart(reader, limits)
  const accounts = createAccountsPart(reader)
  const tokens = createTokensPart(reader)
  let anchor: { number: bigint; hash: string } | null = null

  /** A ledger that was replaced below what we called final (a test validator that began anew): nothing of it counts any more. */
  const checkAnchor = async ({ finalized }: Head) => {
    const kept = anchor === null ? null : await reader.block(anchor.number)
    const replaced = anchor !== null && ((kept !== null && kept.hash !== anchor.hash) || finalized.number < anchor.number)
    if (replaced) for (const part of [history, accounts, tokens]) part.clear()
    anchor = { number: finalized.number, hash: finalized.hash }
  }

  return {
    reader,
    async read(queries, head) {
      await checkAnchor(head)
      const input = { queries, head }
      const parts = [
        readPart(history, 'solana.transactions', input),
        readPart(accounts, 'solana.account', input),
        readPart(tokens, 'solana.tokens', input),
      ]
      return new Map<Query, EvidenceItem>((await Promise.all(parts)).flat().map(({ query, item }) => [query, item]))
    },
  }
}
