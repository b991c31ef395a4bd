import type { ReadNames } from '#server/accounts/refreshNames.ts'
import { CairnError } from '#server/shared/errors.ts'
import type { Rule } from '#server/verify/rule.ts'
import type { Text } from '#server/verify/verdict.ts'
import type { CredentialView } from './credentialViews.ts'
import type { ExplorerStore } from './explorerStore.ts'
import type { RecordStore, Revoked } from './recordStore.ts'

/**
 * A credential with all that it says in public. The quest's words are those of the version it was earned by. Digests are 0x hex; a step's is that of the
 * evidence its verdict rests on. `supply`: places of the quest.
 */
export type CredentialRecord = CredentialView & {
  space: { slug: string; name: string }
  /** Checked ENS names of the holder's wallets that it names, by wallet. */
  names: Record<string, string>
  supply: number
  expiresAt: string | null
  revoked: Revoked | null
  rules: {
    version: number
    hash: string
    order: 'any' | 'sequence'
    steps: { id: string; title: Text; rule: Text; digest: string | null }[]
  }
  evidence: { digest: string; root: string | null; position: number | null }
}

export type RecordDeps = {
  explorer: Pick<ExplorerStore, 'credentialByIndex'>
  records: RecordStore
  names: ReadNames
  describe(rule: Rule): Text
}

/** Largest leaf that a row can name. */
const mostIndex = 2 ** 31 - 1

/** A credential by its leaf in the slot, as `viewerId` may see it. Throws `not-found`. */
export async function readRecord(
  deps: RecordDeps,
  { index, viewerId }: { index: number; viewerId: string | null },
): Promise<CredentialRecord> {
  const known = index <= mostIndex
  const [view, row] = await Promise.all([
    known ? deps.explorer.credentialByIndex(index, viewerId) : null,
    known ? deps.records.byIndex(index, viewerId) : null,
  ])
  if (!view || !row) throw new CairnError('not-found', 'There is no such credential.', { meta: { field: 'index', found: index } })
  const { definition, completion, issuedAt } = row
  const lifetime = definition.expiresAfterSeconds
  return {
    ...view,
    quest: { ...view.quest, title: definition.title, points: definition.points },
    space: row.space,
    names: Object.fromEntries(await deps.names([view.holder.wallet, view.holder.mintedTo])),
    supply: row.supply,
    expiresAt: issuedAt === null || lifetime === 0 ? null : new Date(issuedAt.getTime() + lifetime * 1000).toISOString(),
    revoked: row.revoked,
    rules: {
      version: row.version,
      hash: row.rulesHash,
      order: definition.order,
      steps: definition.steps.map(({ id, title, rule }) => ({
        id,
        title,
        rule: deps.describe(rule),
        digest: completion?.steps[id] ?? null,
      })),
    },
    evidence: row.evidence,
  }
}
