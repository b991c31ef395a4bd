import { afterEach, describe, expect, it } from 'vitest'
import type { Finding } from '#chains/adapters/finding.ts'
import { createReaders, probeEndpoint } from '#chains/adapters/index.ts'
import type { Chain } from '#chains/chain.ts'
import { requireChain } from '#chains/registry.ts'
import { type FakeEvm, startFakeEvm } from '#tests/support/fakeEvmRpc.ts'
import { freePort } from '#tests/support/ports.ts'

const base = requireChain('eip155:8453')
const chain: Chain = { ...base, blockTimeMs: 1000, limits: { batch: 20, logRange: 1000, concurrency: 4 } }
const cronos = requireChain('eip155:25')

let stops: (() => Promise<void>)[] = []
afterEach(async () => {
  await Promise.all(stops.map((stop) => stop()))
  stops = []
})

async function endpointOf(behaviour: Partial<FakeEvm> = {}) {
  const server = await startFakeEvm({ chainId: 8453, ...behaviour })
  stops.push(server.stop)
  return server
}

/** Findings by name: `state: detail`. */
async function probed(behaviour: Partial<FakeEvm> = {}, of: Chain = chain, batch?: number) {
  const { url } = await endpointOf(behaviour)
  const findings = await probeEndpoint(of, { url, operator: 'fake', ...(batch ? { batch } : {}) }, { now: Date.now, timeoutMs: 2000 })
  return Object.fromEntries(findings.map(({ what, state, detail }: Finding) => [what, `${state}: ${detail}`]))
}

describe('probe of an EVM endpoint', () => {
  it('finds an endpoint that does all that is promised', async () => {
    const found = await probed()
    expect(found).toMatchObject({
      chain: 'ok: eip155:8453',
      safe: 'ok: 5 behind',
      finalized: 'ok: 10 behind',
      'block time': 'ok: 1000 ms',
      batch: 'ok: 20 calls in one request',
      'log range': 'ok: 16000 or more',
      multicall3: 'ok: present',
    })
    expect(found.latest).toMatch(/^ok: block 10000, \d s old$/)
  })

  it('stops at an endpoint of another chain, and at one that does not answer', async () => {
    expect(await probed({ chainId: 10 })).toEqual({ chain: 'bad: serves eip155:10' })
    const gone = { url: `http://127.0.0.1:${await freePort()}`, operator: 'fake' }
    expect(await probeEndpoint(chain, gone, { now: Date.now })).toEqual([{ what: 'answer', state: 'bad', detail: 'unreachable' }])
    const solana = requireChain('solana:localnet')
    expect(await probeEndpoint(solana, gone, { now: Date.now })).toEqual([{ what: 'answer', state: 'bad', detail: 'unreachable' }])
  })

  it('finds the range of logs that is taken: by halves below what is promised, by doubling above', async () => {
    expect((await probed({ logRange: 700 }))['log range']).toBe('bad: 500, the definition says 1000')
    expect((await probed({ logRange: 1 }))['log range']).toBe('bad: 1, the definition says 1000')
    expect((await probed({ logRange: 0 }))['log range']).toBe('bad: no logs at all')
    expect((await probed({ logRange: 5000 }))['log range']).toBe('ok: 4000 or more')
    expect((await probed({ head: 50 }))['log range']).toBe('ok: 1000 or more')
  })

  it('says which promises are broken', async () => {
    const refused = { code: -32_602, message: 'invalid block tag' }
    const found = await probed({ refusedTags: { safe: refused, finalized: refused }, batch: 3, code: '0x', time: 1_700_000_000 })
    expect(found).toMatchObject({ safe: 'note: refused', finalized: 'bad: refused', batch: 'bad: bad-answer' })
    expect(found.multicall3).toBe(`bad: no code at ${base.multicall3}`)
    expect(found.latest).toMatch(/^bad: block 10000, \d+ s old$/)
  })

  it('does not ask for tags or batches that are not promised', async () => {
    const refused = { code: -32_602, message: 'invalid block tag' }
    const found = await probed({ chainId: 25, refusedTags: { finalized: refused } }, cronos, 1)
    expect(found).toMatchObject({ finalized: 'note: refused', batch: 'note: not used, by definition' })
    expect((await probed({ batch: 3 }, chain, 3)).batch).toBe('ok: 3 calls in one request')
    expect((await probed({ blockSeconds: 12 }))['block time']).toBe('note: 12000 ms, the definition says 1000')
    expect((await probed({}, { ...chain, multicall3: null })).multicall3).toBe('note: none, by definition')
  })
})

describe('reader of an endpoint with limits of its own', () => {
  it('sends no more calls at once than the operator takes', async () => {
    const { url, requests } = await endpointOf({ batch: 3 })
    const limited = { ...chain, endpoints: [{ url, operator: 'fake', batch: 3 }] }
    const [reader] = createReaders(limited)
    if (reader?.vm !== 'evm') throw new Error('no reader')
    const found = await reader.blocks(Array.from({ length: 20 }, (_, i) => BigInt(i)))
    expect(found.map((block) => block?.number)).toEqual(Array.from({ length: 20 }, (_, i) => BigInt(i)))
    expect(requests()).toBe(1 + Math.ceil(20 / 3))
    const [greedy] = createReaders({ ...limited, endpoints: [{ url, operator: 'fake' }] })
    await expect(greedy?.vm === 'evm' && greedy.blocks([1n, 2n, 3n, 4n])).rejects.toMatchObject({ retryable: true })
  })

  it.each([
    ['does not know the word', { code: -32_602, message: 'invalid block tag' }],
    ['has no such block', { code: -39_001, message: 'safe block not found' }],
  ])('takes the final block for the safe one where a node %s', async (_why, safe) => {
    const { url } = await endpointOf({ refusedTags: { safe } })
    const [reader] = createReaders(chain, { urls: { [chain.id]: url } })
    expect(await reader?.head()).toMatchObject({ latest: { number: 10_000n }, safe: { number: 9990n }, finalized: { number: 9990n } })
  })

  it('takes nothing for the final block', async () => {
    const { url } = await endpointOf({ refusedTags: { finalized: { code: -32_602, message: 'invalid block tag' } } })
    const [reader] = createReaders(chain, { urls: { [chain.id]: url } })
    await expect(reader?.head()).rejects.toMatchObject({ retryable: false, reason: 'refused' })
  })
})
