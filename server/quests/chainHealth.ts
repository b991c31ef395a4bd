import type { Chain } from '#chains/chain.ts'
import { isLate } from '#chains/reader.ts'
import type { ChainHealthStore, CursorRow } from './chainHealthStore.ts'

/** How a chain is read now. Heights are of the head and of the last final block; `lagMs` is the age of the head. */
export type ChainHealth = {
  chain: string
  name: { en: string; ja: string }
  /** Letters of the chain's mark. */
  icon: string
  status: 'ok' | 'late' | 'down' | 'unused'
  height: number | null
  finalizedHeight: number | null
  lagMs: number | null
  checkedAt: string | null
}

export async function readChainHealth(deps: { chains: readonly Chain[]; health: ChainHealthStore; now(): number }): Promise<ChainHealth[]> {
  const cursors = new Map((await deps.health.cursors()).map((row) => [row.chain, row]))
  return deps.chains.map((chain) => {
    const row = cursors.get(chain.id)
    const lagMs = row ? Math.max(0, deps.now() - row.headAt.getTime()) : null
    return {
      chain: chain.id,
      name: chain.names,
      icon: chain.icon,
      status: statusOf(chain, row, lagMs),
      height: row?.height ?? null,
      finalizedHeight: row?.finalizedHeight ?? null,
      lagMs,
      checkedAt: row?.checkedAt.toISOString() ?? null,
    }
  })
}

function statusOf(chain: Chain, row: CursorRow | undefined, lagMs: number | null): ChainHealth['status'] {
  if (!row || lagMs === null) return 'unused'
  if (row.error !== null) return 'down'
  return isLate(chain, lagMs) ? 'late' : 'ok'
}
