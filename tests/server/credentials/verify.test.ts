import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { credentialSettings, readCredentialKey } from '#server/credentials/export/credentialKey.ts'
import { addProof } from '#server/credentials/verify/dataIntegrity.ts'
import { type L2Reader, type Verification, verifyCredential } from '#server/credentials/verify.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { isCairnError } from '#server/shared/errors.ts'
import { expiresAfter, exportedFixture, holders, key, now } from './exportedFixture.ts'

let fixture: Awaited<ReturnType<typeof exportedFixture>>
let document: Record<string, unknown>
beforeAll(async () => {
  fixture = await exportedFixture()
  document = fixture.evm ?? {}
})

const check = (json: unknown, reader: Partial<L2Reader> = {}, at = now + 100) =>
  verifyCredential({ hasher: fastHasher, reader: { ...fixture.reader, ...reader }, now: at }, json)
const codes = ({ signature, inclusion, notRevoked, notExpired }: Verification) =>
  [signature, inclusion, notRevoked, notExpired].map(({ code }) => code)
const allGood = ['signature.ok', 'inclusion.ok', 'revocation.none', 'expiry.ok']

type Narrative = { credential: { leaf: Record<string, string>; path: string[][] }; [key: string]: unknown }
const narrativeOf = (json: Record<string, unknown>) => JSON.parse((json.evidence as [{ narrative: string }])[0].narrative) as Narrative
/** The document with its slot proof changed and signed again by the issuer: what only a lying issuer can make. */
function resigned(change: (narrative: Narrative, unsigned: Record<string, unknown>) => void, seed = key.seed): Record<string, unknown> {
  const { proof: _, ...unsigned } = structuredClone(document)
  const narrative = narrativeOf(unsigned)
  change(narrative, unsigned)
  const [evidence] = unsigned.evidence as [Record<string, unknown>]
  evidence.narrative = JSON.stringify(narrative)
  return addProof(unsigned, seed, '2027-01-15T08:01:00Z')
}

describe('a credential that is right', () => {
  test('has four answers that hold, for EVM and Solana holders', async () => {
    for (const json of [fixture.evm, fixture.solana]) {
      const result = await check(JSON.parse(JSON.stringify(json)))
      expect(codes(result)).toEqual(allGood)
      expect(result.verified).toBe(true)
    }
    expect((await check(fixture.solana)).credential.holder).toBe(`did:pkh:solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp:${holders[1].slice(7)}`)
    expect((await check(fixture.evm)).credential.holder.toLowerCase()).toBe(`did:pkh:${holders[0].replace('eip155:', 'eip155:1:')}`)
    expect(fixture.none).toBeNull()
  })

  test('uses string contexts and terms of the standards only', () => {
    expect(document['@context']).toEqual([
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ])
    expect(Object.keys(document).sort()).toEqual(
      ['@context', 'credentialSubject', 'evidence', 'id', 'issuer', 'name', 'proof', 'type', 'validFrom', 'validUntil'].sort(),
    )
  })
})

describe('one change', () => {
  test('of any byte of the file is noticed', async () => {
    const text = JSON.stringify(document)
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), fc.integer({ min: 1, max: 127 }), async (at, flip) => {
        const changed = text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ flip) + text.slice(at + 1)
        let json: unknown
        try {
          json = JSON.parse(changed)
        } catch {
          return
        }
        try {
          expect((await check(json)).verified).toBe(JSON.stringify(json) === text)
        } catch (error) {
          if (!isCairnError(error)) throw error
          expect(error.code).toBe('credential.invalid')
        }
      }),
      { numRuns: 300 },
    )
  })

  test('of the holder breaks signature and inclusion, not the rest', async () => {
    const json = structuredClone(document) as { credentialSubject: { id: string } }
    json.credentialSubject.id = 'did:pkh:eip155:1:0x0000000000000000000000000000000000000001'
    expect(codes(await check(json))).toEqual(['signature.mismatch', 'inclusion.holder', 'revocation.not-included', 'expiry.ok'])
  })

  test('of the signature leaves inclusion as it is', async () => {
    const json = structuredClone(document) as { proof: { proofValue: string } }
    const { proofValue } = json.proof
    json.proof.proofValue = `${proofValue.slice(0, -1)}${proofValue.endsWith('1') ? '2' : '1'}`
    expect(codes(await check(json))).toEqual(['signature.mismatch', 'inclusion.ok', 'revocation.none', 'expiry.ok'])
    expect(codes(await check({ ...document, proof: undefined }))[0]).toBe('signature.missing')
    expect(codes(await check({ ...document, proof: [] }))[0]).toBe('signature.missing')
  })

  test.each([
    ['a path', 'inclusion.credential', (n: Narrative) => n.credential.path[3]?.splice(0, 1, '0x1')],
    ['the serial', 'inclusion.credential', (n: Narrative) => Object.assign(n.credential.leaf, { serial: '0x7' })],
    ['the time', 'inclusion.credential', (n: Narrative) => Object.assign(n.credential.leaf, { issuedAt: '0x1' })],
    ['the account', 'inclusion.account', (n: Narrative) => Object.assign((n.account as { leaf: object }).leaf, { nonce: '0x1' })],
    ['the quest', 'inclusion.quest', (n: Narrative) => Object.assign((n.quest as { leaf: object }).leaf, { points: '0xff' })],
    ['the evidence', 'inclusion.evidence', (n: Narrative) => Object.assign(n.evidence as object, { digest: '0x1' })],
    ['the state', 'inclusion.not-final', (n: Narrative) => Object.assign(n.state as object, { inboxIndex: '0x7' })],
    ['the batch', 'inclusion.not-final', (n: Narrative) => Object.assign(n, { batch: 2 })],
    ['the chain', 'inclusion.other-slot', (n: Narrative) => Object.assign(n, { chainId: 1 })],
    ['the contract', 'inclusion.other-slot', (n: Narrative) => Object.assign(n, { rollup: `0x${'11'.repeat(20)}` })],
    ['a value out of range', 'inclusion.malformed', (n: Narrative) => Object.assign(n.credential.leaf, { serial: `0x1${'0'.repeat(40)}` })],
  ])('of %s in the proof is noticed even when the issuer signs it', async (_name, code, change) => {
    const result = await check(resigned((narrative) => void change(narrative)))
    expect(result.inclusion.code).toBe(code)
    expect(result.verified).toBe(false)
  })

  test('of dates and names that the slot holds is noticed even when the issuer signs it', async () => {
    const later = await check(resigned((_, unsigned) => Object.assign(unsigned, { validUntil: '2099-01-01T00:00:00Z' })))
    expect(later.inclusion.code).toBe('inclusion.facts')
    const other = await check(resigned((_, unsigned) => Object.assign(unsigned, { id: `${document.id}1` })))
    expect(other.inclusion.code).toBe('inclusion.facts')
  })
})

describe('a stranger’s signature', () => {
  test('by another key than the named issuer’s is told', async () => {
    expect((await check(resigned(() => undefined, new Uint8Array(32).fill(9)))).signature.code).toBe('signature.not-the-issuer')
  })

  test('by a key that names itself the issuer is not vouched for', async () => {
    const stranger = readCredentialKey(credentialSettings(fastHasher, `0x${'77'.repeat(32)}`))
    const claim = (narrative: Narrative, unsigned: Record<string, unknown>) => {
      ;(unsigned.issuer as { id: string }).id = stranger.did
      const { s, e } = stranger.voucher
      narrative.issuer = { s: `0x${s.toString(16)}`, e: `0x${e.toString(16)}` }
    }
    const result = await check(resigned(claim, stranger.seed))
    expect(codes(result)).toEqual(['signature.not-vouched', 'inclusion.ok', 'revocation.none', 'expiry.ok'])
  })
})

describe('time and later batches', () => {
  test('expiry is the quest’s', async () => {
    expect((await check(document, {}, now + expiresAfter)).notExpired.code).toBe('expiry.ok')
    const expired = await check(document, {}, now + expiresAfter + 1)
    expect(codes(expired)).toEqual(['signature.ok', 'inclusion.ok', 'revocation.none', 'expiry.expired'])
    expect((await check(document, {}, now - 10_000)).notExpired.code).toBe('expiry.early')
  })

  test('a revocation, or a batch that is not understood, is told', async () => {
    for (const found of ['revoked', 'unknown'] as const) {
      const result = await check(document, { revokedSince: async () => found })
      expect(result.notRevoked.code).toBe(`revocation.${found}`)
      expect(result.verified).toBe(false)
    }
  })
})

test('what is no credential of ours is refused, naming the field', async () => {
  const refusal = async (json: unknown) => check(json).catch((error) => [error.code, error.meta?.field])
  expect(await refusal(null)).toEqual(['credential.invalid', 'document'])
  expect(await refusal({ ...document, validFrom: 'yesterday' })).toEqual(['credential.invalid', 'validFrom'])
  expect(await refusal({ ...document, '@context': ['https://www.w3.org/ns/credentials/v2', { a: 'b' }] })).toEqual([
    'credential.invalid',
    '@context.1',
  ])
  expect(await refusal({ ...document, evidence: [{ narrative: '{' }] })).toEqual(['credential.invalid', 'evidence.0.narrative'])
})
