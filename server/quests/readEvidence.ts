import { CairnError } from '#server/shared/errors.ts'
import type { Bundle } from '#server/verify/evidence.ts'
import { type CompletionEvidence, writeEvidenceFile } from './evidenceFile.ts'
import type { EvidenceStore } from './evidenceStore.ts'

/**
 * The file by which anyone can judge the member's completion again. It names all wallets that were looked at, so only the member is given it.
 * Throws `not-found`.
 */
export async function readEvidence(deps: { evidence: EvidenceStore }, input: { accountId: string; slug: string }) {
  const row = await deps.evidence.completion(input.accountId, input.slug)
  const known = row && (await deps.evidence.byDigest([row.evidenceDigest]))
  // Written by `completeQuest` only.
  const completion = row && (known?.get(row.evidenceDigest) as CompletionEvidence | undefined)
  if (!row || !completion)
    throw new CairnError('not-found', 'You have not completed this quest.', { meta: { field: 'slug', found: input.slug.slice(0, 80) } })
  const kept = await deps.evidence.byDigest(Object.values(completion.steps))
  const bundles = new Map(
    Object.entries(completion.steps).flatMap(([step, digest]) => {
      const bundle = kept.get(digest) as Bundle | undefined
      return bundle ? [[step, bundle] as const] : []
    }),
  )
  return { filename: `cairn-${input.slug}-evidence.json`, text: writeEvidenceFile({ completion, definition: row.definition, bundles }) }
}
