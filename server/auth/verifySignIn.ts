import type { Client } from 'viem'
import { ok, type Result, refused } from '#server/shared/result.ts'
import { verifyEvmSignature } from './evmSignature.ts'
import { type NonceDeps, takeNonce } from './nonce.ts'
import type { SignInRefusal, SignInText } from './signInText.ts'
import { readSiwe } from './siwe.ts'
import { readSiws } from './siws.ts'
import { verifySolanaSignature } from './solanaSignature.ts'

export type SignatureDeps = {
  /** A client for an EVM chain (CAIP-2), null when there is none: then only plain keys can sign in on it. */
  evmClient(chain: string): Client | null
  /** Origin of the site, from configuration. */
  origin: string
  /** Chain ids that a text may name. */
  chains: ReadonlySet<string>
  now(): number
}
export type VerifyDeps = NonceDeps & SignatureDeps

export type Refusal = SignInRefusal | 'nonce.unknown' | 'signature.malformed' | 'signature.wrong' | 'signature.unverifiable'

/** A signed text: for SIWE the text and a hex signature; for SIWS the signed bytes and the signature, both base64. */
export type SignedText = { kind: 'siwe' | 'siws'; message: string; signature: string }

/**
 * Reads and checks a signed text in the one right order: text and its fields, nonce (deleted before anything else is looked at), signature.
 * `holder` is whom the nonce was made for.
 */
export async function verifySignIn(deps: VerifyDeps, input: SignedText, holder: string): Promise<Result<SignInText, Refusal>> {
  const expected = { origin: deps.origin, chains: deps.chains, now: deps.now() }
  const signed = input.kind === 'siws' ? fromBase64(input.message) : null
  if (input.kind === 'siws' && !signed) return refused('text.malformed')
  const text = signed ? readSiws(signed, expected) : readSiwe(input.message, expected)
  if (!text.ok) return text
  if (!(await takeNonce(deps, text.value.nonce, holder))) return refused('nonce.unknown')
  const refusal = await checkSignature(deps, input, text.value)
  return refusal ? refused(refusal) : ok(text.value)
}

/** Null when the wallet that the text names signed it. */
export async function checkSignature(deps: SignatureDeps, input: SignedText, text: SignInText): Promise<Refusal | null> {
  if (input.kind === 'siws') {
    const [signed, signature] = [fromBase64(input.message), fromBase64(input.signature)]
    if (!signed || !signature) return 'signature.malformed'
    return verifySolanaSignature(text.wallet, signed, signature) ? null : 'signature.wrong'
  }
  try {
    const holds = await verifyEvmSignature(deps.evmClient(text.chain), {
      wallet: text.wallet,
      text: input.message,
      signature: input.signature,
    })
    return holds ? null : 'signature.wrong'
  } catch {
    // The chain did not answer: no proof either way, so no sign-in. The caller logs the code and the member may try again.
    return 'signature.unverifiable'
  }
}

/** Bytes of canonical base64 (padding optional); null otherwise. */
export function fromBase64(text: string): Uint8Array | null {
  if (text.length > 16_384 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return null
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64').replace(/=+$/, '') === text.replace(/=+$/, '') ? new Uint8Array(bytes) : null
}
