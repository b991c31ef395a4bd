import { createRequire } from 'node:module'
import { getContractAddress, type Hex, keccak256 } from 'viem'
import { describe, expect, it } from 'vitest'
import { erc1967Proxies, implementations, safe4337Modules, safeProxies, safeSingletons } from '#server/verify/kinds/calls/knownAccounts.ts'
import { multicall3Addresses, multiSendAddresses } from '#server/verify/kinds/calls/knownBatchers.ts'

const safeProxy = createRequire(import.meta.url)(
  '@safe-global/safe-contracts/build/artifacts/contracts/proxies/SafeProxy.sol/SafeProxy.json',
) as {
  deployedBytecode: Hex
}

describe('known contracts', () => {
  it('are whole addresses and hashes in lower case, each once', () => {
    const addresses = [
      ...Object.keys(implementations),
      ...safeSingletons,
      ...safe4337Modules,
      ...multicall3Addresses,
      ...multiSendAddresses,
    ]
    expect(addresses.filter((address) => !/^0x[0-9a-f]{40}$/.test(address))).toEqual([])
    expect(new Set(addresses).size).toBe(addresses.length)
    expect([...erc1967Proxies, ...safeProxies].filter((hash) => !/^0x[0-9a-f]{64}$/.test(hash))).toEqual([])
  })

  it('are what their sources say', () => {
    expect(safeProxies).toContain(keccak256(safeProxy.deployedBytecode))
    // The factories of SimpleAccount 0.6, 0.7 and 0.8 make their implementation first.
    const factories = [
      '0x9406Cc6185a346906296840746125a0E44976454',
      '0x91E60e0613810449d098b0b5Ec8b51A0FE8c8985',
      '0x13E9ed32155810FDbd067D4522C492D6f68E5944',
    ]
    for (const from of factories) expect(implementations).toHaveProperty(getContractAddress({ from: from as Hex, nonce: 1n }).toLowerCase())
  })
})
