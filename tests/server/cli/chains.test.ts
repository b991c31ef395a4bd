import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { chains } from '#server/cli/commands/chains.ts'
import { readEnv } from '#server/shared/env.ts'
import { startFakeEvm } from '#tests/support/fakeEvmRpc.ts'
import { freePort } from '#tests/support/ports.ts'

let printed: string[]
let stops: (() => Promise<void>)[]
beforeEach(() => {
  printed = []
  stops = []
  vi.spyOn(console, 'log').mockImplementation((text: unknown) => void printed.push(String(text)))
})
afterEach(async () => {
  vi.restoreAllMocks()
  await Promise.all(stops.map((stop) => stop()))
})

async function fake(...behaviour: Parameters<typeof startFakeEvm>): Promise<string> {
  const server = await startFakeEvm(...behaviour)
  stops.push(server.stop)
  return server.url
}

const run = (args: string[], settings: Record<string, string>) => chains({ args, env: readEnv(settings) })
const output = () => printed.join('\n')

describe('./cairn chains', () => {
  it('asks the chains that are configured and lists the others', async () => {
    const CAIRN_L1_RPC = await fake({ chainId: 31_337 })
    const CAIRN_CHAIN_RPC = `eip155:10=${await fake({ chainId: 10 })}`
    expect(await run(['l1', '10', 'base'], { CAIRN_L1_RPC, CAIRN_CHAIN_RPC })).toBe(0)
    expect(output()).toMatch(/Local L1 +eip155:31337 +1 +ok \(1 of 1\) +\d+ s +10 blocks +\d+ ms/)
    expect(output()).toMatch(/OP Mainnet +eip155:10 +1 +ok \(1 of 1\)/)
    expect(output()).toMatch(/Base +eip155:8453 +3 +not configured here/)
    expect(output()).toContain('2 of 2 configured chains answer')
  })

  it('tells programs the same, and its exit code that a configured chain is down', async () => {
    const late = await fake({ chainId: 31_338, time: 1_700_000_000 })
    const settings = { CAIRN_L1_RPC: `http://127.0.0.1:${await freePort()}`, CAIRN_L2_RPC: late }
    expect(await run(['--json', 'l1', 'l2', 'sol'], settings)).toBe(1)
    expect(JSON.parse(output()).chains).toMatchObject([
      { id: 'eip155:31337', health: 'unreachable', answering: 0, lagSeconds: null },
      { id: 'eip155:31338', health: 'late', answering: 1, endpoints: 1, finalityLag: 10 },
      { id: 'solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp', health: 'not-configured', endpoints: 3 },
    ])
  })

  it('does not take an empty key for one', async () => {
    expect(await run(['--json', 'sol'], { HELIUS_KEY: '' })).toBe(0)
    expect(JSON.parse(output()).chains).toMatchObject([{ health: 'not-configured', endpoints: 3 }])
  })

  it('refuses what it does not know', async () => {
    await expect(run(['nowhere'], {})).rejects.toMatchObject({ code: 'chain.unknown' })
    await expect(run(['--probes'], {})).rejects.toMatchObject({ code: 'input.invalid' })
    await expect(run(['l1'], { CAIRN_CHAIN_RPC: 'eip155:2=http://127.0.0.1:1' })).rejects.toMatchObject({ code: 'chain.unknown' })
    expect(() => readEnv({ CAIRN_CHAIN_RPC: 'ethereum' })).toThrow(expect.objectContaining({ code: 'config.invalid' }))
  })

  it('reads own endpoints from one setting, commas in URLs included, and hands it on as it was', () => {
    const { CAIRN_CHAIN_RPC } = readEnv({ CAIRN_CHAIN_RPC: 'eip155:1=https://a.example/x?y=1,2, eip155:10=http://b.example' })
    expect(CAIRN_CHAIN_RPC).toEqual(['eip155:1=https://a.example/x?y=1,2', 'eip155:10=http://b.example'])
    expect(readEnv({ CAIRN_CHAIN_RPC: String(CAIRN_CHAIN_RPC) }).CAIRN_CHAIN_RPC).toEqual(CAIRN_CHAIN_RPC)
    expect(readEnv({ CAIRN_CHAIN_RPC: String(readEnv({}).CAIRN_CHAIN_RPC) }).CAIRN_CHAIN_RPC).toEqual([])
  })
})

describe('./cairn chains --probe', () => {
  it('says of each endpoint what it does, and exits 1 when one breaks a promise', async () => {
    const CAIRN_L1_RPC = await fake({ chainId: 31_337, head: 200_000 })
    expect(await run(['--probe', 'eip155:31337'], { CAIRN_L1_RPC })).toBe(0)
    expect(output()).toMatch(/Local L1 \(eip155:31337\)\n {2}✓ own +chain: eip155:31337; latest: block 200000/)
    expect(output()).toContain('1 of 1 endpoints do what their definitions say')
    expect(output()).toContain('Not asked: currencies and explorers')
    printed = []
    expect(await run(['--probe', 'l1'], { CAIRN_L1_RPC: `http://127.0.0.1:${await freePort()}` })).toBe(1)
    expect(output()).toMatch(/ {2}✗ own +unreachable\n/)
    printed = []
    const CAIRN_L2_RPC = `http://127.0.0.1:${await freePort()}`
    expect(await run(['--probe', '--json', 'l1', 'l2'], { CAIRN_L1_RPC, CAIRN_L2_RPC })).toBe(1)
    expect(JSON.parse(output()).chains[1]).toEqual({
      chain: 'eip155:31338',
      endpoints: [{ operator: 'own', findings: [{ what: 'answer', state: 'bad', detail: 'unreachable' }] }],
    })
  })
})
