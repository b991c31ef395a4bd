import type { Chain, Endpoint } from '../../chain.ts'
import { isLate, probe, type SolanaReader } from '../../reader.ts'
import { type Finding, finding, type ProbeOptions } from '../finding.ts'
import { batchSizeOf } from '../unbatch.ts'
import { createSolanaReader } from './createSolanaReader.ts'
import { programs } from './programs.ts'

/** Looks at one Solana endpoint: its cluster by the genesis hash, its newest and its final block, its batches. Never throws. */
export async function probeSolana(chain: Chain, endpoint: Endpoint, options: ProbeOptions): Promise<Finding[]> {
  const reader = createSolanaReader(chain, endpoint, options)
  const health = await probe(reader, options.now)
  if (!health.ok) return [finding('answer', 'bad', health.reason)]
  const { head, lagSeconds, finalityLag } = health
  return [
    finding('chain', 'ok', chain.id),
    finding('latest', isLate(chain, lagSeconds * 1000) ? 'bad' : 'ok', `block ${head.latest.number}, ${lagSeconds} s old`),
    finding('finalized', 'ok', `${finalityLag} behind`),
    await lookAtBatch(reader, batchSizeOf(chain, endpoint)),
  ]
}

async function lookAtBatch(reader: SolanaReader, size: number): Promise<Finding> {
  if (size === 1) return finding('batch', 'note', 'not used, by definition')
  const before = reader.requests()
  const read = () => reader.accounts([programs.token], 0, { commitment: 'confirmed' })
  const answers = await Promise.allSettled(Array.from({ length: size }, read))
  if (answers.some(({ status }) => status === 'rejected')) return finding('batch', 'bad', `${size} calls at once are not answered`)
  const requests = reader.requests() - before
  return finding('batch', requests === 1 ? 'ok' : 'bad', `${size} calls in ${requests === 1 ? 'one request' : `${requests} requests`}`)
}
