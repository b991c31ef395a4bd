import type { Chain, Endpoint } from '../../chain.ts'
import { isLate, probe } from '../../reader.ts'
import { type Finding, finding, type ProbeOptions } from '../finding.ts'
import { createSolanaReader } from './createSolanaReader.ts'

/** Looks at one Solana endpoint: its cluster by the genesis hash, its newest and its final block. Never throws. */
export async function probeSolana(chain: Chain, endpoint: Endpoint, options: ProbeOptions): Promise<Finding[]> {
  const health = await probe(createSolanaReader(chain, endpoint, options), options.now)
  if (!health.ok) return [finding('answer', 'bad', health.reason)]
  const { head, lagSeconds, finalityLag } = health
  return [
    finding('chain', 'ok', chain.id),
    finding('latest', isLate(chain, lagSeconds * 1000) ? 'bad' : 'ok', `block ${head.latest.number}, ${lagSeconds} s old`),
    finding('finalized', 'ok', `${finalityLag} behind`),
    finding('batch', 'note', 'not used, by definition'),
  ]
}
