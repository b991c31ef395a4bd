import type { refusals } from '../kinds/offchainReading.ts'
import type { MemberFacts } from '../memberFacts.ts'
import type { EvidenceItem, HttpQuery, OAuthQuery, OffchainQuery, ReadProblem } from '../query.ts'
import type { Asker } from '../run.ts'
import { problemItem } from './items.ts'

/** How each kind of query that asks no chain is answered. Sources never throw; `facts` may. */
export type OffchainSources = {
  http(query: HttpQuery, asker: Asker): Promise<EvidenceItem>
  oauth(query: OAuthQuery, asker: Asker): Promise<EvidenceItem>
  facts: MemberFacts
  sleep(ms: number): Promise<void>
  /** How long a query may hold up the others that were asked with it. */
  patienceMs?: number
}

/**
 * Answers one query about one member. Never throws: what could not be read says so in its item. An answer that takes long is not waited for: the item is
 * incomplete, the question stays asked, and the next look finds what came.
 */
export type OffchainEvidence = (query: OffchainQuery, asker: Asker) => Promise<EvidenceItem>

export function createOffchainEvidence(sources: OffchainSources): OffchainEvidence {
  return async (query, asker) => {
    try {
      const late = sources
        .sleep(sources.patienceMs ?? 1000)
        .then(() => ({ query, records: [], complete: false, providers: [] }) as EvidenceItem)
      return await Promise.race([answer(sources, query, asker), late])
    } catch (error) {
      // Our own tables, or a bug: never a "no". The name says which without a query or a value.
      return problemItem(query, { reason: 'unreachable', retryable: true, detail: error instanceof Error ? error.name : 'unknown' })
    }
  }
}

const refused = (detail: keyof typeof refusals | 'no such list' | 'a submission is not read here'): ReadProblem => ({
  reason: 'refused',
  retryable: false,
  detail,
})

/** What only a member has. */
const ofMembers: ReadonlySet<OffchainQuery['type']> = new Set(['oauth', 'cubes', 'reputation'])

async function answer({ http, oauth, facts }: OffchainSources, query: OffchainQuery, asker: Asker): Promise<EvidenceItem> {
  if (asker.accountId === '' && ofMembers.has(query.type)) return problemItem(query, refused('addresses are no member'))
  switch (query.type) {
    case 'http':
      return http(query, asker)
    case 'oauth':
      return oauth(query, asker)
    case 'list': {
      const records = await facts.listRows(query.list, query.values)
      return records ? { query, records, complete: true, providers: ['cairn'] } : problemItem(query, refused('no such list'))
    }
    case 'cubes': {
      const records = await facts.cubes(asker.accountId, query)
      return { query, records, complete: true, providers: ['cairn'] }
    }
    case 'reputation': {
      if (!facts.reputation) return problemItem(query, refused('not active'))
      const record = await facts.reputation(asker.accountId, query.category)
      return { query, records: record ? [record] : [], complete: true, providers: ['cairn'] }
    }
    case 'submission':
      // Handed in beside the rule by whoever keeps it.
      return problemItem(query, refused('a submission is not read here'))
  }
}
