import type { AnyReader, Head } from '#chains/reader.ts'
import type { EvidenceItem, Query } from '../query.ts'

/** Evidence from one endpoint. Every query is answered at the given head; the map has an item for each of them. */
export type ChainEvidence = {
  readonly reader: AnyReader
  read(queries: readonly Query[], head: Head): Promise<Map<Query, EvidenceItem>>
}
