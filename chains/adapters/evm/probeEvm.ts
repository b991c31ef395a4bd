import type { Hex } from 'viem'
import type { Chain, Endpoint } from '../../chain.ts'
import { isLate } from '../../reader.ts'
import { type Finding, finding, type ProbeOptions } from '../finding.ts'
import { batchSizeOf } from '../unbatch.ts'
import { toBlock } from './decode.ts'
import { toChainError } from './readErrors.ts'
import { openRpc, quantity, type Rpc } from './rpc.ts'

/** What a probe of one endpoint holds in its hands. `reasonOf` sorts an error, as the readers do. */
type Look = { chain: Chain; endpoint: Endpoint; rpc: Rpc; reasonOf(error: unknown): string; head: { number: bigint; time: number } }

/** Looks at what one endpoint does and compares it with the chain's definition. Never throws: an endpoint that does not answer is a finding. */
export async function probeEvm(chain: Chain, endpoint: Endpoint, options: ProbeOptions): Promise<Finding[]> {
  const rpc = openRpc(chain, endpoint, options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs })
  const reasonOf = (error: unknown) => toChainError(error, chain, endpoint).reason
  try {
    const id = BigInt(await rpc.chainId())
    if (id !== BigInt(chain.reference)) return [finding('chain', 'bad', `serves eip155:${id}`)]
    const raw = await rpc.block('latest', false)
    if (!raw) return [finding('chain', 'ok', `eip155:${id}`), finding('latest', 'bad', 'no block')]
    const head = toBlock(raw)
    const age = Math.max(0, options.now() - head.time * 1000)
    const latest = finding('latest', isLate(chain, age) ? 'bad' : 'ok', `block ${head.number}, ${Math.floor(age / 1000)} s old`)
    const look = { chain, endpoint, rpc, reasonOf, head }
    const findings = [finding('chain', 'ok', `eip155:${id}`), latest]
    // One after another: an endpoint that limits rates must not be the reason for what is found.
    for (const [what, step] of Object.entries(steps)) findings.push(await guarded(look, what, step))
    return findings
  } catch (error) {
    return [finding('answer', 'bad', reasonOf(error))]
  }
}

const steps: Record<string, (look: Look, what: string) => Promise<Finding>> = {
  safe: lookAtTag,
  finalized: lookAtTag,
  'block time': lookAtBlockTime,
  batch: lookAtBatch,
  'log range': lookAtLogRange,
  multicall3: lookAtMulticall,
}

async function guarded(look: Look, what: string, step: (look: Look, what: string) => Promise<Finding>): Promise<Finding> {
  try {
    return await step(look, what)
  } catch (error) {
    return finding(what, 'bad', look.reasonOf(error))
  }
}

/** Chains that count by tags need `finalized`; where a node does not know `safe`, the final block stands for it. */
async function lookAtTag({ chain, rpc, reasonOf, head }: Look, tag: string): Promise<Finding> {
  const missing = chain.finality.kind === 'tags' && tag === 'finalized' ? 'bad' : 'note'
  try {
    const raw = await rpc.block(tag, false)
    return raw ? finding(tag, 'ok', `${head.number - BigInt(raw.number)} behind`) : finding(tag, missing, 'no block')
  } catch (error) {
    return finding(tag, missing, reasonOf(error))
  }
}

/** Averaged over a hundred blocks. A figure more than twice off is worth a look. */
async function lookAtBlockTime({ chain, rpc, head }: Look, what: string): Promise<Finding> {
  const span = head.number < 100n ? head.number : 100n
  const raw = span > 0n ? await rpc.block(quantity(head.number - span), false) : null
  if (!raw) return finding(what, 'note', 'no earlier block')
  const found = Math.round(((head.time - toBlock(raw).time) * 1000) / Number(span))
  const near = found <= 2 * chain.blockTimeMs && 2 * found >= chain.blockTimeMs
  return finding(what, near ? 'ok' : 'note', near ? `${found} ms` : `${found} ms, the definition says ${chain.blockTimeMs}`)
}

async function lookAtBatch({ chain, endpoint, rpc }: Look, what: string): Promise<Finding> {
  const size = batchSizeOf(chain, endpoint)
  if (size === 1) return finding(what, 'note', 'not used, by definition')
  const before = rpc.requests()
  await Promise.all(Array.from({ length: size }, () => rpc.chainId()))
  const requests = rpc.requests() - before
  return finding(what, requests === 1 ? 'ok' : 'bad', `${size} calls in ${requests === 1 ? 'one request' : `${requests} requests`}`)
}

const nobody = '0x000000000000000000000000000000000000dead'
const noTopic = `0x${'0'.repeat(64)}`
/** Doublings above the definition: enough to say that a limit could be raised. */
const doublings = 4

/** Asks for logs that do not exist, over as many blocks as the definition says: then doubled while it is taken, or halved until it is. */
async function lookAtLogRange({ chain, rpc, reasonOf, head }: Look, what: string): Promise<Finding> {
  const accepts = async (blocks: bigint): Promise<boolean> => {
    const from = head.number >= blocks ? head.number - blocks + 1n : 0n
    try {
      await rpc.logs({ address: [nobody], topics: [[noTopic]], fromBlock: quantity(from), toBlock: quantity(head.number) })
      return true
    } catch (error) {
      const reason = reasonOf(error)
      if (reason === 'unreachable' || reason === 'timeout' || reason === 'rate-limited') throw error
      return false
    }
  }
  const promised = BigInt(chain.limits.logRange)
  let range = promised
  if (await accepts(range)) {
    for (let i = 0; i < doublings && range <= head.number && (await accepts(2n * range)); i++) range *= 2n
    return finding(what, 'ok', `${range} or more`)
  }
  while (range > 1n && !(await accepts(range / 2n))) range /= 2n
  return finding(what, 'bad', range > 1n ? `${range / 2n}, the definition says ${promised}` : 'no logs at all')
}

async function lookAtMulticall({ chain, rpc }: Look, what: string): Promise<Finding> {
  if (chain.multicall3 === null) return finding(what, 'note', 'none, by definition')
  const code: Hex | undefined = await rpc.contracts.getCode({ address: chain.multicall3 })
  return code && code !== '0x' ? finding(what, 'ok', 'present') : finding(what, 'bad', `no code at ${chain.multicall3}`)
}
