import { readdirSync } from 'node:fs'
import * as viemChains from 'viem/chains'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { addressUrl, chains, endpointsOf, findChain, requireChain, transactionUrl } from '#chains/registry.ts'

const https = z.url({ protocol: /^https$/ })
const mainnets = chains.filter((chain) => !chain.local)

describe('chain registry', () => {
  it('has every definition file, each once', () => {
    expect(chains.length).toBe(readdirSync('chains/definitions').length)
    expect(new Set(chains.map(({ id }) => id)).size).toBe(chains.length)
    expect(new Set(chains.map(({ shortName }) => shortName)).size).toBe(chains.length)
  })

  it('has the first ten EVM mainnets and Solana', () => {
    expect(mainnets.map(({ reference }) => reference)).toEqual([
      '1',
      '10',
      '8453',
      '42161',
      '137',
      '56',
      '43114',
      '100',
      '59144',
      '534352',
      '5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp',
    ])
  })

  it.each(chains.map((chain) => [chain.id, chain] as const))('%s is well formed', (id, chain) => {
    expect(id).toBe(`${chain.namespace}:${chain.reference}`)
    expect(id).toMatch(/^[-a-z0-9]{3,8}:[-_a-zA-Z0-9]{1,32}$/)
    expect(chain.names.en && chain.names.ja && chain.nativeCurrency.symbol && chain.icon).toBeTruthy()
    expect(chain.finality.kind).toBe(chain.namespace === 'solana' ? 'commitment' : 'tags')
    for (const number of [chain.blockTimeMs, chain.limits.batch, chain.limits.logRange, chain.limits.concurrency])
      expect(number).toBeGreaterThan(0)
    for (const explorer of chain.explorers) {
      expect(explorer.tx).toContain('{tx}')
      expect(explorer.address).toContain('{address}')
    }
    for (const { url, key } of chain.endpoints) expect(url.includes('{key}')).toBe(key !== undefined)
  })

  it.each(mainnets.map((chain) => [chain.id, chain] as const))(
    '%s has three independent public endpoints and an explorer',
    (_id, chain) => {
      const open = chain.endpoints.filter(({ key }) => key === undefined)
      expect(new Set(open.map(({ operator }) => operator)).size).toBeGreaterThanOrEqual(3)
      expect(new Set(open.map(({ url }) => new URL(url).host)).size).toBe(open.length)
      for (const { url } of open) expect(https.safeParse(url).success).toBe(true)
      expect(chain.trust).toBe('public')
      expect(https.safeParse(transactionUrl(chain, '0xab')).success && https.safeParse(addressUrl(chain, '0xab')).success).toBe(true)
    },
  )

  it.each(mainnets.filter(({ namespace }) => namespace === 'eip155').map((chain) => [chain.id, chain] as const))(
    '%s agrees with viem on currency and Multicall3',
    (_id, chain) => {
      const known = Object.values(viemChains).find((other) => other.id === Number(chain.reference))
      expect(known?.nativeCurrency.decimals).toBe(chain.nativeCurrency.decimals)
      expect(known?.nativeCurrency.symbol.toLowerCase()).toBe(chain.nativeCurrency.symbol.toLowerCase())
      const contracts = known && 'contracts' in known ? (known.contracts as { multicall3?: { address: string } }) : undefined
      expect(contracts?.multicall3?.address.toLowerCase()).toBe(chain.multicall3)
    },
  )

  it('takes own URLs and keys as arguments and leaves out endpoints without their key', () => {
    const ethereum = requireChain('eip155:1')
    expect(endpointsOf(ethereum).some(({ url }) => url.includes('{key}') || url.includes('alchemy'))).toBe(false)
    expect(endpointsOf(ethereum, { keys: { ALCHEMY_KEY: 'k/y' } }).at(-1)?.url).toBe('https://eth-mainnet.g.alchemy.com/v2/k%2Fy')
    expect(endpointsOf(ethereum, { urls: { 'eip155:1': 'http://127.0.0.1:1' } })).toEqual([{ url: 'http://127.0.0.1:1', operator: 'own' }])
    expect(findChain('eip155:2')).toBeUndefined()
    expect(() => requireChain('eip155:2')).toThrow(expect.objectContaining({ code: 'chain.unknown' }))
  })
})
