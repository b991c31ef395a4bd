import type { CredentialView } from './credentialViews.ts'
import type { ExplorerStore } from './explorerStore.ts'

/** A page of a member's credentials, newest first. `before`: the leaf that the next page starts below; null on the last. */
export async function readTimeline(
  { explorer }: { explorer: Pick<ExplorerStore, 'credentialsOfAccount'> },
  input: { accountId: string; viewerId: string | null; before: number | null; limit: number },
): Promise<{ items: CredentialView[]; before: number | null }> {
  const { accountId, viewerId, before, limit } = input
  const rows = await explorer.credentialsOfAccount(accountId, { before, limit: limit + 1, viewerId })
  const items = rows.slice(0, limit)
  // Where a page is full of credentials that are in no batch yet, the next one begins with the sealed ones.
  return { items, before: rows.length > limit ? (items.at(-1)?.index ?? 2 ** 31 - 1) : null }
}
