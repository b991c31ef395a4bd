import { type SpendKey, spendKeyFrom } from '#server/rollup/protocol/spendKey.ts'
import { fromHex, type Hex, toHex, toHex32 } from '#server/shared/bytes.ts'

/** A spend key in a file, under a passphrase. What the key belongs to is in the clear and bound to the ciphertext. */
export type KeyBackup = {
  format: 'cairn-spend-key-1'
  chainId: number
  rollup: string
  account: number
  kdf: { name: 'PBKDF2'; hash: 'SHA-256'; iterations: number; salt: Hex }
  cipher: { name: 'AES-GCM'; iv: Hex; data: Hex }
}

export type BackupPlace = Pick<KeyBackup, 'chainId' | 'rollup' | 'account'>
export type BackupError = 'shape' | 'otherAccount' | 'passphrase'

/** OWASP's figure for PBKDF2 with SHA-256: about half a second of a phone for each guess. */
const iterations = 600_000
const mostIterations = 10_000_000
export const shortestPassphrase = 12

/** A key that no wallet can sign for: 64 bytes of chance. */
export const randomKey = (): SpendKey => spendKeyFrom(crypto.getRandomValues(new Uint8Array(64)))

/** Encrypts a key for its file. */
export async function writeBackup(key: SpendKey, passphrase: string, place: BackupPlace): Promise<KeyBackup> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const aes = await aesKey(passphrase, salt, iterations)
  const plain = new TextEncoder().encode(JSON.stringify({ secret: toHex32(key.secret), identitySecret: toHex32(key.identitySecret) }))
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: placeBytes(place) }, aes, plain)
  return {
    format: 'cairn-spend-key-1',
    ...place,
    kdf: { name: 'PBKDF2', hash: 'SHA-256', iterations, salt: toHex(salt) },
    cipher: { name: 'AES-GCM', iv: toHex(iv), data: toHex(new Uint8Array(data)) },
  }
}

/** Reads a key back out of its file's text. */
export async function readBackup(
  text: string,
  passphrase: string,
  place: BackupPlace,
): Promise<{ key: SpendKey } | { error: BackupError }> {
  const backup = parse(text)
  if (!backup) return { error: 'shape' }
  if (backup.chainId !== place.chainId || backup.rollup.toLowerCase() !== place.rollup.toLowerCase() || backup.account !== place.account)
    return { error: 'otherAccount' }
  const aes = await aesKey(passphrase, backup.salt, backup.iterations)
  try {
    const additionalData = placeBytes(backup)
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: backup.iv, additionalData }, aes, backup.data)
    const { secret, identitySecret } = JSON.parse(new TextDecoder().decode(plain)) as { secret: string; identitySecret: string }
    return { key: { secret: BigInt(secret), identitySecret: BigInt(identitySecret) } }
  } catch {
    // AES-GCM says only that it does not open: the passphrase is wrong or the file was changed.
    return { error: 'passphrase' }
  }
}

const placeBytes = ({ chainId, rollup, account }: BackupPlace) => new TextEncoder().encode(`${chainId}:${rollup.toLowerCase()}:${account}`)

async function aesKey(passphrase: string, salt: Uint8Array<ArrayBuffer>, rounds: number): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', new TextEncoder().encode(passphrase.normalize('NFKC')), 'PBKDF2', false, ['deriveKey'])
  const kdf = { name: 'PBKDF2', hash: 'SHA-256', iterations: rounds, salt }
  return crypto.subtle.deriveKey(kdf, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

type Parsed = BackupPlace & { salt: Bytes; iterations: number; iv: Bytes; data: Bytes }
type Bytes = Uint8Array<ArrayBuffer>

/** The file's parts; null when it is none of ours. */
function parse(text: string): Parsed | null {
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch {
    return null
  }
  const { format, chainId, rollup, account, kdf, cipher } = (read ?? {}) as Partial<KeyBackup>
  if (format !== 'cairn-spend-key-1' || typeof chainId !== 'number' || typeof rollup !== 'string' || typeof account !== 'number')
    return null
  const rounds = kdf?.iterations
  if (typeof rounds !== 'number' || !Number.isInteger(rounds) || rounds < 1 || rounds > mostIterations) return null
  const [salt, iv, data] = [kdf?.salt, cipher?.iv, cipher?.data].map((hex) =>
    typeof hex === 'string' ? fromHex(hex) : null,
  ) as (Bytes | null)[]
  return salt && iv && data ? { chainId, rollup, account, salt, iterations: rounds, iv, data } : null
}
