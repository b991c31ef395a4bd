import { createPublicClient, type Hex, http, namehash, parseAbi, zeroAddress } from 'viem'
import { normalize } from 'viem/ens'

/** ENS lives on Ethereum: the registry of ERC-137. */
export const ensChain = 'eip155:1'
const registry = '0x00000000000C2E074eC69A0dFb2997BA6C7d2e1e'
const abi = parseAbi([
  'function resolver(bytes32 node) view returns (address)',
  'function name(bytes32 node) view returns (string)',
  'function addr(bytes32 node) view returns (address)',
])
const maxName = 64

export type EnsReader = {
  /** The name that an address goes by, when that name leads back to it; null when there is none. Throws when the chain does not answer. */
  nameOf(address: Hex): Promise<string | null>
}

/** Reads primary names (ERC-181) from one endpoint of Ethereum. A name that is kept outside the chain (EIP-3668) cannot be checked there, and is none. */
export function createEnsReader(url: string): EnsReader {
  // Never `ccipRead`: the contract of a name's owner would choose what address our server opens.
  const client = createPublicClient({ transport: http(url, { timeout: 10_000, retryCount: 1 }), ccipRead: false })
  /** What a stranger's contract answers; null when it reverts or answers no such value. The node itself must answer: that is asked for apart. */
  async function answerOf(read: Promise<string>): Promise<string | null> {
    try {
      return await read
    } catch (error) {
      await client.getChainId().catch(() => {
        throw error
      })
      return null
    }
  }
  async function resolverOf(node: Hex): Promise<Hex | null> {
    const resolver = await answerOf(client.readContract({ address: registry, abi, functionName: 'resolver', args: [node] }))
    return resolver === zeroAddress ? null : (resolver as Hex | null)
  }
  return {
    async nameOf(owner) {
      const reverse = namehash(`${owner.slice(2).toLowerCase()}.addr.reverse`)
      const address = await resolverOf(reverse)
      const name = address && (await answerOf(client.readContract({ address, abi, functionName: 'name', args: [reverse] })))
      if (name === null || !isPlain(name)) return null
      const node = namehash(name)
      const own = await resolverOf(node)
      const target = own && (await answerOf(client.readContract({ address: own, abi, functionName: 'addr', args: [node] })))
      return target?.toLowerCase() === owner.toLowerCase() ? name : null
    },
  }
}

/** ENSIP-15 in its normal form already: a name that is written otherwise is another name that looks like it. */
export function isPlain(name: string): boolean {
  if (name === '' || name.length > maxName || !name.includes('.')) return false
  try {
    return normalize(name) === name
  } catch {
    // What the standard refuses has no form that could be shown.
    return false
  }
}
