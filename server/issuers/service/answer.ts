import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Hasher } from '#server/rollup/protocol/poseidon2.ts'
import { derivePublicKey, sign } from '#server/rollup/protocol/schnorr.ts'
import { toHex32 } from '#server/shared/bytes.ts'
import { keyText, messageOf, type SignBody, signBody } from '../contract.ts'
import type { Journal } from './journalStore.ts'
import { judge, type Policy } from './policy.ts'

export type ServiceDeps = {
  hasher: Hasher
  /** The issuer key. */
  sk: bigint
  /** What requests are signed with: `whsec_…`, one or, while it changes, two. */
  secrets: readonly string[]
  policy: Policy
  journal: Journal
  now(): number
}

export type ServiceAnswer = { status: number; body: unknown }
type Request = { headers: Readonly<Record<string, string | undefined>>; body: string }

const toleranceSeconds = 300
const refuse = (status: number, code: string, message: string): ServiceAnswer => ({ status, body: { error: { code, message } } })

/** Answers one request: who asks, what it says, whether its message is really that, whether the policy allows it; then it is written down and signed. */
export function answer({ hasher, sk, secrets, policy, journal, now }: ServiceDeps, request: Request): ServiceAnswer {
  if (!isAuthentic(secrets, request, now())) return refuse(401, 'not-authentic', 'The signature of this request does not hold.')
  const body = readBody(request.body)
  if (!body) return refuse(400, 'malformed', 'This is no request of the contract.')
  if (keyText({ x: BigInt(body.key.x), y: BigInt(body.key.y) }) !== keyText(derivePublicKey(sk)))
    return refuse(409, 'other-key', 'This is not the key that is held here.')
  const message = messageOf(hasher, body)
  if (message === null || toHex32(message) !== body.message)
    return refuse(422, 'other-message', 'The message is not that of what is said beside it.')
  const refusal = judge(policy, journal.signed, body, now())
  if (refusal) return refuse(403, refusal.code, refusal.message)
  journal.add(body, now())
  const { s, e } = sign(hasher, sk, message)
  return { status: 200, body: { signature: { s: toHex32(s), e: toHex32(e) } } }
}

function readBody(text: string): SignBody | null {
  try {
    const read = signBody.safeParse(JSON.parse(text))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

/** As the Standard Webhooks spec says. */
function isAuthentic(secrets: readonly string[], { headers, body }: Request, now: number): boolean {
  const { 'webhook-id': id = '', 'webhook-timestamp': at = '', 'webhook-signature': given = '' } = headers
  if (!(Math.abs(now / 1000 - Number(at)) <= toleranceSeconds)) return false
  const signatures = given.split(' ').map((part) => Buffer.from(part.replace(/^v1,/, ''), 'base64'))
  return secrets.some((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
    const expected = createHmac('sha256', key).update(`${id}.${at}.${body}`).digest()
    return key.length >= 16 && signatures.some((each) => each.length === expected.length && timingSafeEqual(each, expected))
  })
}
