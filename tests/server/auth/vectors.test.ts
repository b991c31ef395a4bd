import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseAccountRef, parseChainRef } from '#server/auth/caip.ts'
import { verifyEvmSignature } from '#server/auth/evmSignature.ts'
import type { SignInExpectation } from '#server/auth/signInText.ts'
import { parseSiwe, readSiwe } from '#server/auth/siwe.ts'
import { parseSiws, readSiws } from '#server/auth/siws.ts'
import { evmWalletId } from '#server/auth/walletId.ts'

/** Third-party vectors lie beside the project; these tests run where they are. */
const folder = new URL('../../../../shared/vectors/', import.meta.url)
const read = <T>(path: string): T => JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as T
const present = existsSync(folder)

type Fields = Record<string, string | number | string[] | undefined>
const chains = new Set(['eip155:1'])
const everything = (now: number, origin: string): SignInExpectation => ({ origin, chains, now })

describe.runIf(present)('SIWE vectors', () => {
  const positive = present ? Object.entries(read<Record<string, { message: string; fields: Fields }>>('siwe/parsing_positive.json')) : []
  it.each(positive)('reads: %s', (_name, { message, fields }) => {
    // A field that the vector says is absent is null there and undefined here.
    expect(parseSiwe(message)).toMatchObject(Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)))
  })

  const negative = present ? Object.entries(read<Record<string, string>>('siwe/parsing_negative.json')) : []
  it.each(negative)('refuses: %s', (_name, message) => {
    expect(readSiwe(message, everything(Date.parse('2022-03-17T12:45:14Z'), 'https://service.org')).ok).toBe(false)
  })

  const objects = present ? Object.entries(read<Record<string, Fields>>('siwe/parsing_negative_objects.json')) : []
  it.each(objects)('refuses an object, and its text: %s', (_name, fields) => {
    expect(parseSiwe(fields as unknown as string)).toBeNull()
    expect(readSiwe(textOf(fields), everything(Date.parse('2022-03-17T12:45:14Z'), 'https://service.org')).ok).toBe(false)
  })

  const signed = present ? read<Record<string, Fields>>('siwe/verification_positive.json') : {}
  it.each(Object.entries(signed))('verifies the signature: %s', async (_name, fields) => {
    const input = { wallet: walletOf(fields), text: textOf(fields), signature: String(fields.signature) }
    expect(await verifyEvmSignature(null, input)).toBe(true)
  })

  const refused = present ? read<Record<string, Fields>>('siwe/verification_negative.json') : {}
  it.each(Object.entries(refused))('refuses to sign in: %s', async (_name, fields) => {
    const text = textOf(fields)
    const now = Date.parse(String(fields.time ?? fields.issuedAt))
    const origin = `https://${fields.domainBinding ?? fields.domain}`
    const parsed = readSiwe(text, everything(Number.isNaN(now) ? 0 : now, origin))
    const nonceHolds = fields.matchNonce === undefined || fields.matchNonce === fields.nonce
    const holds =
      parsed.ok &&
      nonceHolds &&
      (await verifyEvmSignature(null, { wallet: parsed.value.wallet, text, signature: String(fields.signature) }))
    expect(holds).toBe(false)
  })
})

describe.runIf(present)('SIWS vectors', () => {
  const { cases = {}, caip122Example } = present
    ? read<{ cases: Record<string, { parsed: Fields; text: string }>; caip122Example: { text: string; base64url: string } }>(
        'siws/siws-messages.json',
      )
    : {}

  it.each(Object.entries(cases))('%s', (name, { parsed, text }) => {
    const fields = parseSiws(text)
    // A statement of several lines could carry fields of its own: refused here, on purpose.
    if (name.includes('multi-line')) expect(fields).toBeNull()
    else expect(fields).toMatchObject(parsed)
    expect(readSiws(Buffer.from(text), everything(Date.now(), 'https://solana.com')).ok).toBe(false)
  })

  it('reads the example of CAIP-122, from its bytes', () => {
    const bytes = Buffer.from(caip122Example?.base64url ?? '', 'base64url')
    expect(bytes.toString()).toBe(caip122Example?.text)
    const now = Date.parse('2021-09-30T16:25:25Z')
    // The example's nonce has eight characters; ours never have fewer than sixteen.
    expect(readSiws(bytes, { origin: 'https://service.org', chains: new Set(['1']), now })).toEqual({ ok: false, reason: 'text.nonce' })
    const longer = Buffer.from(bytes.toString().replace('32891757', '3289175732891757'))
    const expected = { wallet: 'solana:GwAF45zjfyGzUbd3i3hXxzGeuchzEZXwpRYHZM5912F1', nonce: '3289175732891757', chain: '1' }
    expect(readSiws(longer, { origin: 'https://service.org', chains: new Set(['1']), now })).toMatchObject({ ok: true, value: expected })
  })
})

describe.runIf(present)('CAIP vectors', () => {
  type Ids = Record<'caip2' | 'caip10', { id: string }[]>
  const ids = present ? read<{ valid: Ids; invalid?: Ids }>('caip/caip-ids.json') : { valid: { caip2: [], caip10: [] } }

  it('read every chain and account id, and write it back the same', () => {
    for (const { id } of ids.valid.caip2) expect(joined(parseChainRef(id)), id).toBe(id)
    for (const { id } of ids.valid.caip10) expect(joined(parseAccountRef(id)), id).toBe(id)
    expect(ids.valid.caip2.length + ids.valid.caip10.length).toBeGreaterThan(200)
  })

  it('refuse what is none', () => {
    for (const { id } of ids.invalid?.caip2 ?? []) expect(parseChainRef(id), id).toBeNull()
    for (const { id } of ids.invalid?.caip10 ?? []) expect(parseAccountRef(id), id).toBeNull()
  })
})

const joined = (ref: object | null) => ref && Object.values(ref).join(':')
const walletOf = (fields: Fields) => {
  const wallet = evmWalletId(String(fields.address))
  if (!wallet) throw new Error('a vector without an address')
  return wallet
}

/** ERC-4361 text of fields as they are, missing ones left out with their lines. */
function textOf(fields: Fields): string {
  const line = (label: string, value: Fields[string]) => (value === undefined ? [] : [`${label}: ${value}`])
  return [
    `${fields.domain ?? ''} wants you to sign in with your Ethereum account:`,
    fields.address ?? '',
    '',
    ...(fields.statement === undefined ? [''] : [fields.statement, '']),
    ...line('URI', fields.uri),
    ...line('Version', fields.version),
    ...line('Chain ID', fields.chainId),
    ...line('Nonce', fields.nonce),
    ...line('Issued At', fields.issuedAt),
    ...line('Expiration Time', fields.expirationTime),
    ...line('Not Before', fields.notBefore),
    ...line('Request ID', fields.requestId),
    ...(Array.isArray(fields.resources) ? ['Resources:', ...fields.resources.map((uri) => `- ${uri}`)] : []),
  ].join('\n')
}
