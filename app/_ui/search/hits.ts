import type { SearchHit } from '#app/_data/views.ts'

/** Kinds of results in the order in which they stand: what was named exactly first. */
export const hitKinds = ['credential', 'batch', 'tx', 'quest', 'space', 'member'] as const satisfies readonly SearchHit['kind'][]

/** Names a result within a list; fit for an element's id. */
export const hitId = (hit: SearchHit): string => {
  switch (hit.kind) {
    case 'quest':
    case 'space':
      return `${hit.kind}-${hit.slug}`
    case 'member':
      return `member-${hit.wallet.replaceAll(/[^\w-]/g, '-')}`
    case 'credential':
      return `credential-${hit.index}`
    case 'batch':
      return `batch-${hit.number}`
    case 'tx':
      return `tx-${hit.role}-${hit.hash}`
  }
}

/** The page of what was found. A tx has none of its own: it leads to its batch, or to where the next ones appear. */
export function hitHref(hit: SearchHit): string {
  switch (hit.kind) {
    case 'quest':
      return `/quests/${hit.slug}`
    case 'space':
      return `/spaces/${hit.slug}`
    case 'member':
      return `/people/${encodeURIComponent(hit.handle ?? hit.wallet)}`
    case 'credential':
      return `/explorer/credentials/${hit.index}`
    case 'batch':
      return `/explorer/batches/${hit.number}`
    case 'tx':
      return hit.batch === null ? '/explorer/batches' : `/explorer/batches/${hit.batch}`
  }
}
