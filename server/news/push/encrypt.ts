import { createCipheriv, createECDH, hkdfSync } from 'node:crypto'

/** The browser's side of a subscription: its public key (an uncompressed point of P-256, 65 bytes) and its secret (16 bytes). */
export type PushKeys = { publicKey: Uint8Array; secret: Uint8Array }
/** What is new for each message: a private key of P-256 (32 bytes) and a salt (16 bytes). */
export type PushChance = { privateKey: Uint8Array; salt: Uint8Array }

const curve = 'prime256v1'
const recordSize = 4096
/** What fits into one record beside its delimiter and tag. */
export const mostPushBytes = recordSize - 17

/** True for a point that a browser can have made. */
export function isPushKey(publicKey: Uint8Array): boolean {
  if (publicKey.length !== 65 || publicKey[0] !== 4) return false
  const ecdh = createECDH(curve)
  ecdh.generateKeys()
  try {
    ecdh.computeSecret(publicKey)
    return true
  } catch {
    // Not on the curve.
    return false
  }
}

/**
 * One message as only that browser can read it: header, then a single record. Source: RFC 8291 (Message Encryption for Web Push) over RFC 8188
 * (`aes128gcm`). Throws when the message is longer than `mostPushBytes`, or the browser's key is no point of the curve.
 */
export function encryptPush(message: Uint8Array, browser: PushKeys, chance: PushChance): Uint8Array {
  if (message.length > mostPushBytes) throw new RangeError(`a pushed message has at most ${mostPushBytes} bytes`)
  const ecdh = createECDH(curve)
  ecdh.setPrivateKey(Buffer.from(chance.privateKey))
  const ours = ecdh.getPublicKey()
  const shared = ecdh.computeSecret(browser.publicKey)
  const keyInfo = Buffer.concat([Buffer.from('WebPush: info\0'), browser.publicKey, ours])
  const inputKey = derive(shared, browser.secret, keyInfo, 32)
  const key = derive(inputKey, chance.salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
  const nonce = derive(inputKey, chance.salt, Buffer.from('Content-Encoding: nonce\0'), 12)
  const cipher = createCipheriv('aes-128-gcm', key, nonce)
  // The delimiter 2 says that this record is the last.
  const sealed = Buffer.concat([cipher.update(message), cipher.update(Buffer.from([2])), cipher.final(), cipher.getAuthTag()])
  const size = Buffer.alloc(5)
  size.writeUInt32BE(recordSize)
  size.writeUInt8(ours.length, 4)
  return Buffer.concat([chance.salt, size, ours, sealed])
}

const derive = (key: Uint8Array, salt: Uint8Array, info: Uint8Array, length: number) =>
  Buffer.from(hkdfSync('sha256', key, salt, info, length))
