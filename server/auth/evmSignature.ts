import { secp256k1 } from '@noble/curves/secp256k1.js'
import { type Client, type Hex, hashMessage, isHex, recoverAddress, size } from 'viem'
import { getCode, verifyHash } from 'viem/actions'
import { type WalletId, walletAddress } from './walletId.ts'

/** Longest signature we pass to a chain: an ERC-6492 wrapper with its factory call. */
const maxSignatureBytes = 8192
/** Marks a signature that brings the deployment of its account along. Source: ERC-6492 */
const erc6492Ending = '6492'.repeat(16)
const halfOrder = secp256k1.Point.Fn.ORDER / 2n

/**
 * Whether the wallet signed the text (EIP-191). A key's own signature needs no chain and also holds for a 7702-delegated account;
 * anything else is asked of the account's code on the message's chain (ERC-1271, and ERC-6492 before it is deployed), by eth_call only.
 * High-s, zero and out-of-range values are refused: no signature has a second form, and none recovers to the zero address.
 */
export async function verifyEvmSignature(
  client: Client | null,
  input: { wallet: WalletId; text: string; signature: string },
): Promise<boolean> {
  const { signature } = input
  if (!isHex(signature, { strict: true }) || signature.length % 2 !== 0) return false
  const length = size(signature)
  if (length === 0 || length > maxSignatureBytes || /^0x0*$/.test(signature)) return false
  const address = walletAddress(input.wallet) as Hex
  const hash = hashMessage(input.text)
  if (length === 65) {
    const signer = await recoverSigner(hash, signature)
    if (signer === address) return hasCanonicalValues(signature)
  }
  if (!client) return false
  // Asked first, because it throws when the chain does not answer: `verifyHash` would call that a wrong signature.
  const code = await getCode(client, { address })
  const isCounterfactual = signature.endsWith(erc6492Ending)
  return code !== undefined || isCounterfactual ? verifyHash(client, { address, hash, signature }) : false
}

async function recoverSigner(hash: Hex, signature: Hex): Promise<string | null> {
  try {
    return await recoverAddress({ hash, signature })
  } catch {
    // No point of the curve: not a key's signature. A contract may still accept these bytes.
    return null
  }
}

function hasCanonicalValues(signature: Hex) {
  const r = BigInt(signature.slice(0, 66))
  const s = BigInt(`0x${signature.slice(66, 130)}`)
  return r > 0n && s > 0n && s <= halfOrder
}
