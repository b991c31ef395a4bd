import { createECDH, createPrivateKey, type KeyObject, sign } from 'node:crypto'

/** Who sends: `publicKey` is what browsers are given when they subscribe (base64url). */
export type PushSender = { publicKey: string; key: KeyObject; subject: string }

/** So long a push service may take our word; RFC 8292 allows a day. Seconds. */
const lifetimeSeconds = 12 * 3600

/** The sender of a private key (P-256, 32 bytes). `subject`: how a push service reaches the operator, `mailto:` or `https:`. */
export function pushSender(privateKey: Uint8Array, subject: string): PushSender {
  const ecdh = createECDH('prime256v1')
  ecdh.setPrivateKey(Buffer.from(privateKey))
  const point = ecdh.getPublicKey()
  const part = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
  const jwk = { kty: 'EC', crv: 'P-256', d: part(privateKey), x: part(point.subarray(1, 33)), y: part(point.subarray(33)) }
  return { publicKey: part(point), key: createPrivateKey({ key: jwk, format: 'jwk' }), subject }
}

/** The `Authorization` of a request to a push service: who asks, for this service alone, until when. `now`: milliseconds. Source: RFC 8292. */
export function vapidAuthorization({ publicKey, key, subject }: PushSender, endpoint: string, now: number): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const claims = { aud: new URL(endpoint).origin, exp: Math.floor(now / 1000) + lifetimeSeconds, sub: subject }
  const signed = `${part({ typ: 'JWT', alg: 'ES256' })}.${part(claims)}`
  const signature = sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')
  return `vapid t=${signed}.${signature}, k=${publicKey}`
}
