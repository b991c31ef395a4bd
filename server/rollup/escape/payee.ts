import { ed25519 } from '@noble/curves/ed25519.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { AccountLeaf } from '#server/rollup/protocol/circuitInputs.ts'
import { derivePublicKey, sign } from '#server/rollup/protocol/schnorr.ts'
import { solanaDigest } from '#server/rollup/protocol/tx/openAccount.ts'
import type { EngineDeps } from '#server/rollup/state/draft.ts'
import { type Hex, toHex, toHex32 } from '#server/shared/bytes.ts'
import { CairnError } from '#server/shared/errors.ts'
import type { Payee } from './exitCalls.ts'
import { addressOf } from './payables.ts'

/** What somebody brings to be paid. Without any of it an account's own EVM wallet is paid. */
export type PayeeChoice = {
  to?: Hex | undefined
  spendKey?: bigint | undefined
  solana?: { publicKey: Uint8Array; signature: Uint8Array } | undefined
}

export type PayeeAsked = {
  account: number
  leaf: AccountLeaf
  /** What a Solana wallet and a spend key would sign for `choice.to`, as the escape contract says. */
  messages: { text: string; message: bigint } | null
  /** Unix seconds of L2: a replacement of the key acts from its time on. */
  now: number
}

const NO_KEY = toHex32(0n)

/**
 * Who is paid for an account, with the signature that the escape contract asks for. Throws `escape.payee`, saying what is missing or does not
 * hold; `meta.text` is then what the account's Solana wallet can sign.
 */
export function choosePayee({ hasher }: EngineDeps, asked: PayeeAsked, { to, spendKey, solana }: PayeeChoice): Payee {
  const { account, leaf, messages, now } = asked
  const own = leaf.evm === 0n ? null : addressOf(leaf.evm)
  if (own !== null && (to === undefined || to.toLowerCase() === own)) return { to: own, solanaKey: NO_KEY, signature: '0x' }
  if (to === undefined) throw refused(account, 'has no EVM wallet: name an L2 address to pay with --to', {})
  if (messages === null) throw refused(account, 'needs a signature that names the payee', {})
  if (spendKey !== undefined) {
    const [found, expected] = [derivePublicKey(spendKey), goodKey(leaf, now)]
    if (found.x !== expected.x || found.y !== expected.y) throw refused(account, 'has another spend key than the one given', {})
    const { s, e } = sign(hasher, spendKey, messages.message)
    return { to, solanaKey: NO_KEY, signature: `0x${toHex32(s).slice(2)}${toHex32(e).slice(2)}` }
  }
  if (solana !== undefined) {
    if (solanaDigest(solana.publicKey) !== leaf.solanaDigest) throw refused(account, 'is not the account of this Solana wallet', {})
    if (!holds(solana, messages.text)) throw refused(account, 'needs the Solana wallet’s signature of exactly this text', messages)
    return { to, solanaKey: toHex(solana.publicKey), signature: toHex(solana.signature) }
  }
  const what = leaf.solanaDigest === 0n ? 'its spend key (--spend-key-file)' : 'its Solana wallet or its spend key (--spend-key-file)'
  throw refused(account, `is paid to another address only with a signature of ${what}`, leaf.solanaDigest === 0n ? {} : messages)
}

/** As `Escape._goodKey`: a replacement stops the old key at once and acts after its delay. */
function goodKey(leaf: AccountLeaf, now: number): { x: bigint; y: bigint } {
  if (leaf.pendingAt === 0n) return { x: leaf.keyX, y: leaf.keyY }
  return BigInt(now) < leaf.pendingAt ? { x: 0n, y: 0n } : { x: leaf.pendingKeyX, y: leaf.pendingKeyY }
}

function holds({ publicKey, signature }: NonNullable<PayeeChoice['solana']>, text: string): boolean {
  return signature.length === 64 && ed25519.verify(signature, utf8ToBytes(text), publicKey, { zip215: false })
}

function refused(account: number, why: string, { text }: { text?: string }): CairnError {
  return new CairnError('escape.payee', `Account ${account} ${why}.`, {
    meta: { field: 'to', found: account, ...(text === undefined ? {} : { text }) },
  })
}
