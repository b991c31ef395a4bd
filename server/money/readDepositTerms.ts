import { type Client, domainSeparator, type Hex, parseAbi, zeroHash } from 'viem'
import { getChainId, readContract } from 'viem/actions'
import type { DepositTerms } from './moneyViews.ts'
import { orRevert, reach } from './reach.ts'

/** ERC-20, and what tokens of EIP-2612 and EIP-3009 have besides. */
const abi = parseAbi([
  'function balanceOf(address) view returns (uint256)',
  'function name() view returns (string)',
  'function version() view returns (string)',
  'function DOMAIN_SEPARATOR() view returns (bytes32)',
  'function nonces(address) view returns (uint256)',
  'function authorizationState(address, bytes32) view returns (bool)',
])

/**
 * Asks a token by which signature it can be handed over. A token says nowhere which EIP-712 domain it means, so name and version count only when they
 * hash to its own separator: a signature over anything else would be lost.
 */
export async function readDepositTerms(client: Client, address: Hex, holder: Hex): Promise<DepositTerms> {
  const token = { address, abi } as const
  const [balance, name, version, separator, nonce, used, chainId] = await Promise.all([
    orRevert(readContract(client, { ...token, functionName: 'balanceOf', args: [holder] }), 0n),
    orRevert(readContract(client, { ...token, functionName: 'name' }), null),
    // OpenZeppelin's permit has no such function and means "1".
    orRevert(readContract(client, { ...token, functionName: 'version' }), '1'),
    orRevert(readContract(client, { ...token, functionName: 'DOMAIN_SEPARATOR' }), null),
    orRevert(readContract(client, { ...token, functionName: 'nonces', args: [holder] }), null),
    orRevert(readContract(client, { ...token, functionName: 'authorizationState', args: [holder, zeroHash] }), null),
    reach(getChainId(client)),
  ])
  const domain = name === null ? null : { name, version }
  const known = domain !== null && domainSeparator({ domain: { ...domain, chainId, verifyingContract: address } }) === separator
  const by = !known ? null : used !== null ? 'eip3009' : nonce !== null ? 'eip2612' : null
  return { by, domain: by === null ? null : domain, nonce: String(nonce ?? 0n), balance: String(balance) }
}
