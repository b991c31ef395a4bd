import type { NonceStore } from './nonceStore.ts'

export const nonceLifetimeMs = 5 * 60_000

export type NonceDeps = { nonces: NonceStore; now(): number; random(bytes: number): Uint8Array }

/** Alphanumeric text of `bytes` random bytes, in hex: ERC-4361 nonces allow letters and digits only. */
const randomText = (deps: NonceDeps, bytes: number) => Buffer.from(deps.random(bytes)).toString('hex')

/** A new browser id: 128 bits, kept in an http-only cookie, so that a challenge counts only where it was asked for. */
export const newBrowserId = (deps: NonceDeps) => randomText(deps, 16)

/** Makes a challenge of 128 bits for one holder: a browser id, or `link:<account>` for a wallet link. */
export async function issueNonce(deps: NonceDeps, holder: string): Promise<{ nonce: string; expiresAt: Date }> {
  const row = { nonce: randomText(deps, 16), browserId: holder, expiresAt: new Date(deps.now() + nonceLifetimeMs) }
  await deps.nonces.removeExpired(new Date(deps.now()))
  await deps.nonces.put(row)
  return { nonce: row.nonce, expiresAt: row.expiresAt }
}

/** Takes a challenge, before anything else about its message is looked at. False when unknown, used, expired, or another holder's. */
export async function takeNonce(deps: NonceDeps, nonce: string, holder: string): Promise<boolean> {
  const row = await deps.nonces.take(nonce)
  return row !== null && row.browserId === holder && row.expiresAt.getTime() > deps.now()
}
