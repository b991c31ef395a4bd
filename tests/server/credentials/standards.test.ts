import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { base58 } from '@scure/base'
import { describe, expect, test } from 'vitest'
import { addProof, checkProof, hashData, type JsonObject } from '#server/credentials/verify/dataIntegrity.ts'
import { didOfEd25519, ed25519OfDid } from '#server/credentials/verify/didKey.ts'
import { canonicalJson } from '#server/shared/canonical.ts'

/** Third-party vectors are not part of the project: these tests run where they are laid out beside it. */
const vectors = new URL('../../../../shared/vectors/', import.meta.url)
const here = existsSync(vectors)
const read = (path: string) => readFileSync(new URL(path, vectors), 'utf8')
const readJson = (path: string) => JSON.parse(read(path))

describe.runIf(here)('W3C eddsa-jcs-2022', () => {
  const folder = 'w3c-vc-di-eddsa/eddsa-jcs-2022'
  const signed = here ? (readJson(`${folder}/signedJCS.json`) as JsonObject & { proof: JsonObject }) : { proof: {} }
  const { proof, ...unsigned } = signed
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

  test('the hashes are the published ones', () => {
    expect(hex(hashData(unsigned, readJson(`${folder}/proofConfigJCS.json`)))).toBe(read(`${folder}/combinedHashJCS.txt`).trim())
    expect(canonicalJson(unsigned)).toBe(read(`${folder}/canonDocJCS.txt`))
    expect(canonicalJson(readJson(`${folder}/proofConfigJCS.json`))).toBe(read(`${folder}/proofCanonJCS.txt`))
  })

  test('the signature is the published one and holds', () => {
    const { privateKeyMultibase } = readJson('w3c-vc-di-eddsa/keyPair.json') as { privateKeyMultibase: string }
    const seed = base58.decode(privateKeyMultibase.slice(1)).slice(2)
    expect(addProof(unsigned, seed, String(proof.created)).proof).toEqual(proof)
    expect(checkProof(signed, 0)).toEqual({ ok: true, signers: [String(proof.verificationMethod).split('#')[0]] })
  })

  test('a change of document, options or context is noticed', () => {
    const now = 1_700_000_000
    expect(checkProof({ ...signed, name: 'Alumni credential' }, now)).toEqual({ ok: false, reason: 'proof.mismatch' })
    expect(checkProof({ ...signed, proof: { ...proof, created: '2023-02-24T23:36:39Z' } }, now)).toEqual({
      ok: false,
      reason: 'proof.mismatch',
    })
    expect(checkProof({ ...signed, '@context': ['https://www.w3.org/ns/credentials/v2'] }, now)).toEqual({
      ok: false,
      reason: 'proof.context',
    })
    expect(checkProof({ ...signed, proof: { ...proof, proofPurpose: 'authentication' } }, now)).toEqual({
      ok: false,
      reason: 'proof.malformed',
    })
    expect(checkProof({ ...signed, proof: { ...proof, expires: '2023-03-01T00:00:00Z' } }, now)).toEqual({
      ok: false,
      reason: 'proof.expired',
    })
    expect(checkProof({ ...signed, proof: [proof, { ...proof, proofValue: 'z1' }] }, now)).toEqual({ ok: false, reason: 'proof.malformed' })
    expect(checkProof({ ...signed, proof: { ...proof, cryptosuite: 'eddsa-rdfc-2022' } }, now)).toEqual({
      ok: false,
      reason: 'proof.missing',
    })
  })
})

describe.runIf(here)('RFC 8785', () => {
  test.each(here ? readdirSync(new URL('jcs/input', vectors)) : [])('%s', (name) => {
    expect(canonicalJson(readJson(`jcs/input/${name}`))).toBe(read(`jcs/output/${name}`))
  })
})

test.runIf(here)('did:key of Ed25519 as W3C CCG publishes it', () => {
  const cases = Object.entries(
    readJson('did-key/ed25519-x25519.json') as Record<string, { verificationKeyPair: { publicKeyBase58?: string } }>,
  )
  let checked = 0
  for (const [did, { verificationKeyPair }] of cases) {
    if (!verificationKeyPair.publicKeyBase58) continue
    const publicKey = base58.decode(verificationKeyPair.publicKeyBase58)
    expect(didOfEd25519(publicKey)).toBe(did)
    expect(ed25519OfDid(did)).toEqual(publicKey)
    checked++
  }
  expect(checked).toBeGreaterThan(2)
})

test('what is no Ed25519 did:key is not read as one', () => {
  const did = didOfEd25519(new Uint8Array(32).fill(3))
  const secp256k1 = 'did:key:zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme'
  for (const bad of [secp256k1, `${did}1`, did.slice(0, -1), did.replace('key', 'web'), 'did:key:z', '', `${did}0`])
    expect(ed25519OfDid(bad)).toBeNull()
})

test('a key of small order signs nothing', () => {
  const identity = new Uint8Array(32)
  identity[0] = 1
  const did = didOfEd25519(identity)
  const signature = new Uint8Array(64)
  signature[0] = 1
  const proof = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-jcs-2022',
    proofPurpose: 'assertionMethod',
    verificationMethod: `${did}#${did.slice(8)}`,
    proofValue: `z${base58.encode(signature)}`,
  }
  expect(checkProof({ a: 1, proof }, 0)).toEqual({ ok: false, reason: 'proof.mismatch' })
})
