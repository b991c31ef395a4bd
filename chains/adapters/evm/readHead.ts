import type { Chain, Endpoint } from '../../chain.ts'
import { RetryableChainError } from '../../errors.ts'
import type { Block, Head } from '../../reader.ts'
import { toBlock } from './decode.ts'
import { toChainError } from './readErrors.ts'
import { quantity, type Rpc } from './rpc.ts'

/** Newest, safe and finalized block by the chain's finality rule. A node that does not know its finalized block yet is behind. */
export async function readHead(chain: Chain, endpoint: Endpoint, rpc: Rpc): Promise<Head> {
  const read = async (at: string): Promise<Block | null> => {
    const raw = await rpc.block(at, false)
    return raw ? toBlock(raw) : null
  }
  const present = (block: Block | null, name: string): Block => {
    if (block) return block
    throw new RetryableChainError('behind', { chain: chain.id, operator: endpoint.operator, detail: `no ${name} block` })
  }
  if (chain.finality.kind === 'depth') {
    const { finality } = chain
    const latest = present(await read('latest'), 'latest')
    const below = (depth: number) => quantity(latest.number > BigInt(depth) ? latest.number - BigInt(depth) : 0n)
    const [safe, finalized] = await Promise.all([read(below(finality.safe)), read(below(finality.finalized))])
    return { latest, safe: present(safe, 'safe'), finalized: present(finalized, 'finalized') }
  }
  // Some nodes do not know `safe`. The finalized block then stands for it: later, never too early.
  const readSafe = async () => {
    try {
      return await read('safe')
    } catch (error) {
      const { reason } = toChainError(error, chain, endpoint)
      if (reason === 'refused' || reason === 'unsupported' || reason === 'behind') return null
      throw error
    }
  }
  // One batch, in this order: a block that arrives in between can only make `latest` newer.
  const [finalized, safe, latest] = await Promise.all([read('finalized'), readSafe(), read('latest')])
  const sure = present(finalized, 'finalized')
  return { latest: present(latest, 'latest'), safe: safe ?? sure, finalized: sure }
}
