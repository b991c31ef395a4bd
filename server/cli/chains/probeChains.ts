import type { Finding } from '#chains/adapters/finding.ts'
import { probeEndpoint } from '#chains/adapters/index.ts'
import { limited } from '#chains/adapters/limit.ts'
import type { Chain } from '#chains/chain.ts'
import { endpointsOf } from '#chains/registry.ts'
import { systemClock } from '#server/shared/clock.ts'
import type { Listing } from './showChains.ts'

/** Endpoints asked at once: they belong to many operators, and each is asked by one question after another. */
const AT_ONCE = 16
const TIMEOUT_MS = 8000

type Probed = { operator: string; findings: Finding[] }

/** Compares every endpoint in use with its chain's definition. Exit code 1 when one does not do what is promised, or does not answer. */
export async function probeChains({ chains, settings, json }: Listing): Promise<number> {
  const atOnce = limited(AT_ONCE)
  const options = { timeoutMs: TIMEOUT_MS, now: systemClock.now }
  const asked = chains.map((chain) => ({
    chain,
    endpoints: Promise.all(
      endpointsOf(chain, settings).map(async (endpoint): Promise<Probed> => {
        return { operator: endpoint.operator, findings: await atOnce(() => probeEndpoint(chain, endpoint, options)) }
      }),
    ),
  }))
  const found: { chain: string; endpoints: Probed[] }[] = []
  for (const { chain, endpoints } of asked) {
    const probed = await endpoints
    found.push({ chain: chain.id, endpoints: probed })
    if (!json) print(chain, probed)
  }
  const all = found.flatMap(({ endpoints }) => endpoints)
  const bad = all.filter(isBad).length
  if (json) console.log(JSON.stringify({ chains: found }, null, 2))
  else console.log(`\n${all.length - bad} of ${all.length} endpoints do what their definitions say.\n${notAsked}`)
  return bad === 0 ? 0 : 1
}

const notAsked = 'Not asked: currencies and explorers. RPC says nothing of them; the registry test compares them with two packages.'
const isBad = ({ findings }: Probed) => findings.some(({ state }) => state === 'bad')
const marks = { ok: '', note: '· ', bad: '✗ ' } as const

/** By operator, never by URL: a key may be in it. */
function print(chain: Chain, probed: readonly Probed[]) {
  console.log(`${chain.names.en} (${chain.id})`)
  for (const one of probed) {
    const words = one.findings.map(({ what, state, detail }) => (what === 'answer' ? detail : `${marks[state]}${what}: ${detail}`))
    console.log(`  ${isBad(one) ? '✗' : '✓'} ${one.operator.padEnd(14)} ${words.join('; ')}`)
  }
  if (probed.length === 0) console.log('  no endpoint is in use')
}
