import { readdirSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { getChainById } from '@revoke.cash/chains'
import { build } from 'esbuild'
import * as viemChains from 'viem/chains'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import type { Chain, Source } from '#chains/chain.ts'
import { addressUrl, chains, endpointsOf, findChain, requireChain, transactionUrl } from '#chains/registry.ts'

const https = z.url({ protocol: /^https$/ })
const mainnets = chains.filter((chain) => !chain.local)
const evmMainnets = mainnets.filter(({ namespace }) => namespace === 'eip155')
const each = (some: readonly Chain[]) => some.map((chain) => [chain.id, chain] as const)
const isOnce = (values: readonly unknown[]) => new Set(values).size === values.length

/**
 * The two packages name different explorers for these chains: which one we follow, and why. On id, symbol, decimals and test or main network
 * they agree for every chain of the registry; a chain where they do not (HyperEVM: 999 is a testnet of Wanchain in the lists) is not taken.
 */
const explorersThatDiffer: Readonly<Record<string, { follow: 'viem' | 'lists'; why: string }>> = {
  'eip155:42170': { follow: 'viem', why: 'nova-explorer.arbitrum.io of the lists was given up for Arbiscan' },
  'eip155:204': { follow: 'viem', why: 'the BNB Chain project points to the Etherscan family; both show the chain' },
  'eip155:1284': { follow: 'viem', why: 'moonbeam.moonscan.io of the lists is an older name of the same site' },
  'eip155:1088': { follow: 'viem', why: 'andromeda-explorer.metis.io of the lists is an older name of the project’s explorer' },
  'eip155:1313161554': { follow: 'lists', why: 'aurorascan.dev of viem was given up for the project’s own explorer' },
  'eip155:88': { follow: 'viem', why: 'the lists name none' },
  'eip155:177': { follow: 'viem', why: 'the younger of the two: the chain was renamed, and its explorer with it' },
  'eip155:295': { follow: 'viem', why: 'the lists do not name HashScan, the project’s own explorer' },
}

type Known = { hosts: ReadonlySet<string>; explorers: ReadonlySet<string> }
const hostOf = (url: string) => new URL(url.replace(/\$?\{\w+\}/g, 'x')).host.replace(/^www\./, '')
const hostsOf = (urls: readonly string[]) => new Set(urls.filter((url) => url.startsWith('https:')).map(hostOf))

function inViem(chain: Chain) {
  const found: viemChains.Chain | undefined = Object.values(viemChains).find(({ id }) => id === Number(chain.reference))
  if (!found) throw new Error(`viem does not know ${chain.id}`)
  const explorers = found.blockExplorers ? Object.values(found.blockExplorers) : []
  const known: Known = {
    hosts: hostsOf(found.rpcUrls.default.http),
    explorers: hostsOf(explorers.map(({ url }) => url)),
  }
  return { ...known, currency: found.nativeCurrency, multicall3: found.contracts?.multicall3?.address.toLowerCase() ?? null, found }
}

function inLists(chain: Chain) {
  const found = getChainById(Number(chain.reference))
  if (!found) throw new Error(`ethereum-lists does not know ${chain.id}`)
  const known: Known = { hosts: hostsOf(found.rpc), explorers: hostsOf((found.explorers ?? []).map(({ url }) => url)) }
  return { ...known, currency: found.nativeCurrency, found }
}

/** What may be said of the source of a datum that the packages do or do not have. */
function sourceBy(viem: boolean, lists: boolean): Source | 'neither' {
  return viem && lists ? 'both' : viem ? 'viem' : lists ? 'lists' : 'neither'
}

describe('chain registry', () => {
  it('has every definition file, each once', () => {
    expect(chains.length).toBe(readdirSync('chains/definitions').length)
    for (const values of [chains.map(({ id }) => id), chains.map(({ shortName }) => shortName), chains.map(({ icon }) => icon)])
      expect(isOnce(values)).toBe(true)
  })

  it('has at least sixty EVM mainnets, and Solana', () => {
    expect(evmMainnets.length).toBeGreaterThanOrEqual(60)
    expect(mainnets.some(({ namespace }) => namespace === 'solana')).toBe(true)
  })

  it.each(each(chains))('%s is well formed', (id, chain) => {
    expect(id).toBe(`${chain.namespace}:${chain.reference}`)
    expect(id).toMatch(/^[-a-z0-9]{3,8}:[-_a-zA-Z0-9]{1,32}$/)
    expect(chain.names.en && chain.names.ja && chain.nativeCurrency.name && chain.nativeCurrency.symbol).toBeTruthy()
    expect(chain.icon).toMatch(/^[A-Z0-9]{1,3}$/)
    const { finality } = chain
    expect(finality.kind === 'commitment').toBe(chain.namespace === 'solana')
    if (finality.kind === 'depth') expect(finality.safe > 0 && finality.finalized > finality.safe).toBe(true)
    for (const number of [chain.blockTimeMs, chain.limits.batch, chain.limits.logRange, chain.limits.concurrency])
      expect(number).toBeGreaterThan(0)
    for (const explorer of chain.explorers) {
      expect(explorer.tx).toContain('{tx}')
      expect(explorer.address).toContain('{address}')
    }
    for (const { url, key } of chain.endpoints) expect(url.includes('{key}')).toBe(key !== undefined)
  })

  it.each(each(mainnets))('%s has three independent endpoints, two of them without a key, and an explorer', (_id, chain) => {
    const open = chain.endpoints.filter(({ key }) => key === undefined)
    expect(chain.endpoints.length).toBeGreaterThanOrEqual(3)
    expect(open.length).toBeGreaterThanOrEqual(2)
    expect(isOnce(chain.endpoints.map(({ operator }) => operator)) && isOnce(open.map(({ url }) => hostOf(url)))).toBe(true)
    for (const { url, source } of chain.endpoints) expect(https.safeParse(url).success && source !== undefined).toBe(true)
    expect(chain.trust).toBe('public')
    expect(https.safeParse(transactionUrl(chain, '0xab')).success && https.safeParse(addressUrl(chain, '0xab')).success).toBe(true)
  })

  it('takes own URLs and keys as arguments and leaves out endpoints without their key', () => {
    const ethereum = requireChain('eip155:1')
    expect(endpointsOf(ethereum).some(({ url }) => url.includes('{key}') || url.includes('alchemy'))).toBe(false)
    expect(endpointsOf(ethereum, { keys: { ALCHEMY_KEY: 'k/y' } }).at(-1)?.url).toBe('https://eth-mainnet.g.alchemy.com/v2/k%2Fy')
    expect(endpointsOf(ethereum, { urls: { 'eip155:1': 'http://127.0.0.1:1' } })).toEqual([{ url: 'http://127.0.0.1:1', operator: 'own' }])
    expect(findChain('eip155:2')).toBeUndefined()
    expect(() => requireChain('eip155:2')).toThrow(expect.objectContaining({ code: 'chain.unknown' }))
  })

  it('weighs little where a page describes rules', async () => {
    const bundle = await build({ entryPoints: ['chains/registry.ts'], bundle: true, minify: true, write: false, format: 'esm' })
    expect(gzipSync(bundle.outputFiles[0]?.contents ?? '').length).toBeLessThan(12 * 1024)
  })
})

describe('agreement with viem and ethereum-lists', () => {
  it.each(each(evmMainnets))('%s is a main network in use, with the same currency in both', (_id, chain) => {
    const [viem, lists] = [inViem(chain), inLists(chain)]
    const { symbol, decimals } = chain.nativeCurrency
    expect(viem.currency).toMatchObject({ symbol, decimals })
    expect(lists.currency).toMatchObject({ symbol, decimals })
    expect(chain.sources).toMatchObject({ id: 'both', nativeCurrency: 'both', shortName: 'lists' })
    expect(lists.found.shortName).toBe(chain.shortName)
    expect(viem.found.testnet ?? false).toBe(false)
    expect(lists.found.status ?? 'active').toBe('active')
  })

  it.each(each(evmMainnets))('%s has Multicall3 where viem has it, and viem’s block time if it states one', (_id, chain) => {
    const { multicall3, found } = inViem(chain)
    expect(chain.multicall3).toBe(multicall3)
    expect(chain.sources.multicall3).toBe('viem')
    expect(chain.sources.blockTimeMs).toBe(found.blockTime === undefined ? 'ours' : 'viem')
    expect(chain.blockTimeMs).toBe(found.blockTime ?? chain.blockTimeMs)
  })

  it.each(each(evmMainnets))('%s points to an explorer that they know', (id, chain) => {
    const [viem, lists] = [inViem(chain), inLists(chain)]
    for (const explorer of chain.explorers) {
      const host = hostOf(explorer.tx)
      expect(hostOf(explorer.address)).toBe(host)
      expect(sourceBy(viem.explorers.has(host), lists.explorers.has(host))).toBe(explorersThatDiffer[id]?.follow ?? 'both')
    }
    expect(chain.sources.explorers).toBe(explorersThatDiffer[id]?.follow ?? 'both')
  })

  it.each(each(evmMainnets))('%s says where each endpoint is named', (_id, chain) => {
    const [viem, lists] = [inViem(chain), inLists(chain)]
    for (const { url, key, source } of chain.endpoints) {
      const host = hostOf(url)
      const named = sourceBy(viem.hosts.has(host), lists.hosts.has(host))
      // A URL with a key is made as its operator says, whoever else names it.
      if (key !== undefined || named === 'neither') expect(['chainlist', 'operator'], url).toContain(source)
      else expect(source, url).toBe(named)
    }
  })

  it('has no reason written down for a chain that needs none', () => {
    const differing = evmMainnets.filter(({ sources }) => sources.explorers !== 'both').map(({ id }) => id)
    expect(Object.keys(explorersThatDiffer).toSorted()).toEqual(differing.toSorted())
  })
})
