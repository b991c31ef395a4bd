import { createHmac } from 'node:crypto'

const prefix = 'whsec_'
/** The spec asks for 24 to 64 bytes. */
export const secretBytes = 32

/** A secret as its reader keeps it. Source: https://www.standardwebhooks.com (symmetric signatures). */
export const writeSecret = (random: Uint8Array) => `${prefix}${Buffer.from(random).toString('base64')}`

export type Signable = {
  id: string
  /** Of this attempt, unix seconds. */
  timestamp: number
  body: string
}

/** Value of `webhook-signature`: one signature for each secret that is valid, with spaces between. */
export const signatures = (message: Signable, secrets: readonly string[]) =>
  secrets.map((secret) => `v1,${sign(message, secret)}`).join(' ')

function sign({ id, timestamp, body }: Signable, secret: string): string {
  const key = Buffer.from(secret.startsWith(prefix) ? secret.slice(prefix.length) : secret, 'base64')
  // An empty key would sign for everybody.
  if (key.length === 0) throw new RangeError('a webhook secret has at least one byte')
  return createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
}
