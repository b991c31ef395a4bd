import { ed25519 } from '@noble/curves/ed25519.js'
import { solanaKeyBytes, type WalletId } from './walletId.ts'

/**
 * Ed25519 by RFC 8032 over the signed bytes, by the key that the wallet id itself is. Small-order and non-canonical keys are refused (one signature
 * would hold for every message), and so is S >= L (a second signature made from the first).
 */
export function verifySolanaSignature(wallet: WalletId, signed: Uint8Array, signature: Uint8Array): boolean {
  const key = solanaKeyBytes(wallet.slice('solana:'.length))
  if (!key || signature.length !== 64) return false
  const s = littleEndian(signature.subarray(32))
  if (s >= ed25519.Point.Fn.ORDER) return false
  try {
    if (ed25519.Point.fromBytes(key, false).isSmallOrder()) return false
    return ed25519.verify(signature, signed, key, { zip215: false })
  } catch {
    // The library throws on bytes that are no point of the curve: such a key signs nothing.
    return false
  }
}

function littleEndian(bytes: Uint8Array): bigint {
  let value = 0n
  for (const byte of bytes.toReversed()) value = (value << 8n) | BigInt(byte)
  return value
}
