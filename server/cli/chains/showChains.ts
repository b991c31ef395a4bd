import { createReaders } from '#chains/adapters/index.ts'
import type { Chain } from '#chains/chain.ts'
import { isLate, probe } from '#chains/reader.ts'
import { type ChainSettings, endpointsOf } from '#chains/registry.ts'
import { systemClock } from '#server/shared/clock.ts'

export type Listing = { chains: readonly Chain[]; settings: ChainSettings; json: boolean }

/** `health` is ok, late, not-configured, or why no endpoint answered. Lag: age of the newest block in seconds; finality lag in blocks. */
type Row = {
  id: string
  name: string
  endpoints: number
  answering: number
  health: string
  lagSeconds: number | null
  finalityLag: number | null
  latencyMs: number | null
}

/** Asks the chains that are configured here, lists the others. Exit code 1 when a configured chain does not answer. */
export async function showChains({ chains, settings, json }: Listing): Promise<number> {
  const rows = await Promise.all(chains.map((chain) => (isConfigured(chain, settings) ? rowOf(chain, settings) : unasked(chain, settings))))
  if (json) console.log(JSON.stringify({ chains: rows }, null, 2))
  else print(rows)
  return rows.some(({ health, answering }) => health !== 'not-configured' && answering === 0) ? 1 : 0
}

/** An endpoint of one's own, or a key for one of the registry's. Public endpoints without a key are asked by `--probe` and by live quests only. */
function isConfigured(chain: Chain, { urls, keys }: ChainSettings): boolean {
  return urls?.[chain.id] !== undefined || chain.endpoints.some(({ key }) => key !== undefined && Boolean(keys?.[key]))
}

async function rowOf(chain: Chain, settings: ChainSettings): Promise<Row> {
  const readers = createReaders(chain, settings, { timeoutMs: 5000 })
  const found = await Promise.all(readers.map((reader) => probe(reader, systemClock.now)))
  const well = found.filter((health) => health.ok).toSorted((a, b) => a.lagSeconds - b.lagSeconds)
  const [best] = well
  const reason = found.find((health) => !health.ok)?.reason ?? 'no endpoint'
  return {
    ...unasked(chain, settings),
    answering: well.length,
    health: best ? (isLate(chain, best.lagSeconds * 1000) ? 'late' : 'ok') : reason,
    lagSeconds: best?.lagSeconds ?? null,
    finalityLag: best ? Number(best.finalityLag) : null,
    latencyMs: best ? Math.round(best.latencyMs) : null,
  }
}

const unasked = (chain: Chain, settings: ChainSettings): Row => ({
  id: chain.id,
  name: chain.names.en,
  endpoints: endpointsOf(chain, settings).length,
  answering: 0,
  health: 'not-configured',
  lagSeconds: null,
  finalityLag: null,
  latencyMs: null,
})

function print(rows: readonly Row[]) {
  const cells = rows.map((row) => [
    row.name,
    row.id,
    String(row.endpoints),
    row.health === 'not-configured'
      ? 'not configured here'
      : `${row.health}${row.answering ? ` (${row.answering} of ${row.endpoints})` : ''}`,
    row.lagSeconds === null ? '' : `${row.lagSeconds} s`,
    row.finalityLag === null ? '' : `${row.finalityLag} blocks`,
    row.latencyMs === null ? '' : `${row.latencyMs} ms`,
  ])
  const lines = [['chain', 'id', 'endpoints', 'health', 'lag', 'finality lag', 'latency'], ...cells]
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? []
  for (const line of lines)
    console.log(
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
  const configured = rows.filter(({ health }) => health !== 'not-configured')
  const answering = configured.filter((row) => row.answering > 0).length
  console.log(
    `\n${answering} of ${configured.length} configured chains answer. ./cairn chains --probe [ID…] asks the endpoints of the others.`,
  )
}
