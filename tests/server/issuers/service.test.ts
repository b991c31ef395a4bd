import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { checkMessage, messageOf, readSignature, type SignBody, signAnswer, writeKey } from '#server/issuers/contract.ts'
import { answer, type ServiceDeps } from '#server/issuers/service/answer.ts'
import { openJournal } from '#server/issuers/service/journalStore.ts'
import { type Policy, policySchema } from '#server/issuers/service/policy.ts'
import { evidenceRoot } from '#server/rollup/protocol/evidenceRoot.ts'
import { derivePublicKey, verify } from '#server/rollup/protocol/schnorr.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { type Hex, toHex32 } from '#server/shared/bytes.ts'
import { slotDomain } from '#tests/support/slotFixture.ts'

const sk = 424_242n
const pk = derivePublicKey(sk)
const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
const now = 1_800_000_000_000
const slot = { chainId: slotDomain.chainId, rollup: slotDomain.rollup }

let folder: string
let path: string
let count = 0
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-service-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeEach(() => {
  path = join(folder, `${++count}.jsonl`)
})

const service = (policy: Partial<Policy> = {}): ServiceDeps => ({
  ...{ hasher: fastHasher, sk, secrets: [secret], journal: openJournal(path), now: () => now },
  policy: policySchema.parse({ slot, space: 'granite', ...policy }),
})

const digestOf = (n: number) => `0x${n.toString(16).padStart(62, '0')}` as Hex
type Mint = Extract<SignBody, { type: 'mint' }>
/** A right request for a group of these accounts. */
function mint(accounts: number[], change: { nonce?: number; quest?: number; slug?: string; validUntil?: number } = {}): Mint {
  const members = accounts.map((account) => ({
    account,
    wallet: `eip155:0x${String(account).padStart(40, '0')}`,
    evidenceDigest: digestOf(account + 1),
  }))
  const root = evidenceRoot(
    fastHasher,
    members.map(({ evidenceDigest }) => BigInt(evidenceDigest)),
  )
  const { nonce = 0, quest = 3, slug = 'walk', validUntil = now / 1000 + 3600 } = change
  const body: Mint = {
    ...{ type: 'mint', id: `group-${nonce}-${accounts.join('-')}`, slot, key: writeKey(pk), message: toHex32(0n) },
    quest: { index: quest, slug, space: 'granite' },
    mint: { groupNonce: nonce, validUntil, evidenceRoot: toHex32(root), members },
  }
  return { ...body, message: toHex32(messageOf(fastHasher, body) ?? 0n) }
}
function check(space = 'granite'): SignBody {
  const parts = { challenge: 'ab'.repeat(32), space }
  return { type: 'check', id: 'check-12345', slot, key: writeKey(pk), check: parts, message: toHex32(checkMessage(slot, parts)) }
}

function ask(deps: ServiceDeps, body: unknown, headers: Record<string, string> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const signed = {
    'webhook-id': 'msg-1',
    'webhook-timestamp': String(now / 1000),
    'webhook-signature': new Webhook(secret).sign('msg-1', new Date(now), text),
  }
  return answer(deps, { headers: { ...signed, ...headers }, body: text })
}
const refusal = (said: ReturnType<typeof ask>) => (said.body as { error?: { code: string } }).error?.code ?? said.status

describe('the reference signer', () => {
  it('signs what its policy allows, and what it signed verifies', () => {
    const body = mint([4, 9])
    const said = ask(service(), body)
    const signature = readSignature(signAnswer.parse(said.body))
    expect(said.status).toBe(200)
    expect(signature && verify(fastHasher, pk, BigInt(body.message), signature)).toBe(true)
  })

  it('takes a request of nobody but the platform: signature, time and bytes must hold', () => {
    const deps = service()
    expect(refusal(ask(deps, mint([1]), { 'webhook-signature': 'v1,AAAA' }))).toBe('not-authentic')
    expect(refusal(ask(deps, mint([1]), { 'webhook-signature': '' }))).toBe('not-authentic')
    expect(refusal(ask(deps, mint([1]), { 'webhook-timestamp': String(now / 1000 - 301) }))).toBe('not-authentic')
    expect(refusal(ask(deps, mint([1]), { 'webhook-timestamp': 'soon' }))).toBe('not-authentic')
    expect(refusal(ask({ ...deps, secrets: ['whsec_'] }, mint([1])))).toBe('not-authentic')
    expect(refusal(ask({ ...deps, secrets: [`whsec_${Buffer.alloc(32, 8).toString('base64')}`, secret] }, mint([1])))).toBe(200)
  })

  it('believes no message that is not that of its parts, and no key that is not its own', () => {
    const deps = service()
    const body = mint([1, 2])
    const other = (change: object) => refusal(ask(deps, { ...body, ...change }))
    expect(other({ message: toHex32(5n) })).toBe('other-message')
    expect(other({ mint: { ...body.mint, groupNonce: 1 } })).toBe('other-message')
    expect(other({ mint: { ...body.mint, members: body.mint.members.slice(1) } })).toBe('other-message')
    expect(other({ mint: { ...body.mint, evidenceRoot: toHex32(9n) } })).toBe('other-message')
    expect(other({ quest: { ...body.quest, index: 4 } })).toBe('other-message')
    expect(other({ key: writeKey(derivePublicKey(5n)) })).toBe('other-key')
    expect(other({ slot: { ...slot, chainId: 1 } })).toBe('other-message')
    expect(other({ more: true })).toBe('malformed')
    expect(refusal(ask(deps, '{'))).toBe('malformed')
    expect(refusal(ask(deps, '[]'))).toBe('malformed')
    expect(readFileSync(path, 'utf8')).toBe('')
  })

  it('keeps to its policy: space, quests, dates, wallets, caps', () => {
    const say = (policy: Partial<Policy>, body: unknown = mint([1, 2])) => {
      path = join(folder, `${++count}.jsonl`)
      return refusal(ask(service(policy), body))
    }
    expect(say({ quests: ['walk'] })).toBe(200)
    expect(say({ quests: ['other'] })).toBe('other-quest')
    expect(say({ space: 'basalt' })).toBe('other-space')
    expect(say({}, check('basalt'))).toBe('other-space')
    expect(say({}, check())).toBe(200)
    expect(say({ notBefore: '2030-01-01T00:00:00Z' })).toBe('too-early')
    expect(say({ notAfter: '2026-01-01T00:00:00Z' })).toBe('too-late')
    expect(say({ blocked: [`eip155:0x${'2'.padStart(40, '0')}`] })).toBe('blocked')
    expect(say({ perQuest: 1 })).toBe('quest-cap')
    expect(say({ perDay: 1 })).toBe('day-cap')
    expect(say({}, mint([1], { validUntil: now / 1000 - 1 }))).toBe('expired')
    expect(say({}, mint([1], { validUntil: now / 1000 + 90_000 }))).toBe('too-long')
    expect(say({}, mint([1, 1]))).toBe('twice')
  })

  it('gives an account a quest’s CUBE once, also when it was restarted in between, and follows the slot when it goes back', () => {
    expect(refusal(ask(service(), mint([1, 2])))).toBe(200)
    const again = service({ perQuest: 4 })
    expect(refusal(ask(again, mint([2], { nonce: 1 })))).toBe('twice')
    expect(refusal(ask(again, mint([3], { nonce: 1 })))).toBe(200)
    expect(refusal(ask(again, mint([4, 5], { nonce: 2 })))).toBe('quest-cap')
    expect(refusal(ask(again, mint([2], { nonce: 0, quest: 8 })))).toBe(200)
    // The batches with both groups were taken back: the slot counts from 0 again.
    expect(refusal(ask(again, mint([1, 2, 3], { nonce: 0 })))).toBe(200)
    expect(refusal(ask(again, mint([3], { nonce: 1 })))).toBe('twice')
  })

  it('writes down what it signed before it answers, and does not open a log that was changed', () => {
    const deps = service()
    ask(deps, check())
    ask(deps, mint([1]))
    const lines = readFileSync(path, 'utf8').trim().split('\n')
    expect(lines.map((line) => JSON.parse(line).type)).toEqual(['check', 'mint'])
    writeFileSync(path, `${lines[1]}\n`)
    expect(() => openJournal(path)).toThrow("Line 1 of the signer's log does not follow the one before it.")
    writeFileSync(path, `${lines[0]}\n${lines[1]?.replace('"accounts":[1]', '"accounts":[]')}\n${lines[1]}\n`)
    expect(() => openJournal(path)).toThrow("Line 3 of the signer's log")
    writeFileSync(path, `${lines[0]}\nno line\n`)
    expect(() => openJournal(path)).toThrow("Line 2 of the signer's log")
  })
})
