import { base58 } from '@scure/base'
import * as fc from 'fast-check'
import { getAddress, toHex } from 'viem'
import { describe, expect, it } from 'vitest'
import { ownUrl } from '#server/auth/nextAuthOptions.ts'
import { parseInstant } from '#server/auth/rfc3339.ts'
import { requireSecret } from '#server/auth/secret.ts'
import { parsesAsSolanaTransaction } from '#server/auth/solanaTransaction.ts'
import { parseWalletId, walletAddress } from '#server/auth/walletId.ts'

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })

describe('wallet ids', () => {
  it('name one EVM account whatever its spelling', () => {
    fc.assert(
      fc.property(bytes(20), (raw) => {
        const address = toHex(raw)
        const id = `eip155:${address}` as const
        expect(parseWalletId(id)).toBe(id)
        expect(parseWalletId(`eip155:${getAddress(address)}`)).toBe(id)
        expect(parseWalletId(`eip155:1:${getAddress(address)}`)).toBe(id)
        expect(walletAddress(id)).toBe(getAddress(address))
      }),
    )
  })

  it('take a Solana address only when it is 32 bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), (raw) => {
        const id = `solana:${base58.encode(raw)}`
        expect(parseWalletId(id)).toBe(raw.length === 32 ? id : null)
      }),
    )
  })

  it('are never made of anything else, and reading them never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        expect(parseWalletId(text)).toBeNull()
        expect(parseWalletId(`eip155:${text}`)).toBeNull()
      }),
    )
  })
})

describe('bytes that parse as a Solana transaction', () => {
  const message = (instructions: Uint8Array[], version: 'legacy' | 0) =>
    Uint8Array.from([
      ...(version === 0 ? [0x80] : []),
      ...[1, 0, 1, 2],
      ...new Uint8Array(64).fill(5),
      ...new Uint8Array(32).fill(7),
      instructions.length,
      ...instructions.flatMap((data) => [1, 1, 0, data.length, ...data]),
      ...(version === 0 ? [0] : []),
    ])
  const short = fc.array(fc.uint8Array({ maxLength: 100 }), { maxLength: 4 })

  it('are told, signed or not, legacy or versioned, and to the last byte', () => {
    fc.assert(
      fc.property(short, fc.constantFrom('legacy' as const, 0 as const), (instructions, version) => {
        const bare = message(instructions, version)
        expect(parsesAsSolanaTransaction(bare)).toBe(true)
        expect(parsesAsSolanaTransaction(Uint8Array.from([1, ...new Uint8Array(64), ...bare]))).toBe(true)
        expect(parsesAsSolanaTransaction(Uint8Array.from([...bare, 0]))).toBe(false)
        expect(parsesAsSolanaTransaction(bare.slice(0, -1))).toBe(false)
      }),
    )
  })

  it('are not any bytes: reading never throws', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (raw) => typeof parsesAsSolanaTransaction(raw) === 'boolean'))
  })
})

describe('instants', () => {
  it('are what Date writes, and no day that does not exist', () => {
    fc.assert(
      fc.property(
        fc.date({ noInvalidDate: true, min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z') }),
        (date) => parseInstant(date.toISOString()) === date.getTime(),
      ),
    )
    for (const text of [
      '2026-02-29T00:00:00Z',
      '2026-13-01T00:00:00Z',
      '2026-01-01T24:00:00Z',
      '2026-01-01T00:00:00',
      '2026-01-01',
      '2026-01-01T00:00:00+24:00',
      ' 2026-01-01T00:00:00Z',
    ])
      expect(parseInstant(text), text).toBeNull()
    expect(parseInstant('2024-02-29T12:00:00+09:00')).toBe(Date.UTC(2024, 1, 29, 3))
  })
})

describe('the session secret', () => {
  it.each([
    undefined,
    '',
    'short',
    'a'.repeat(40),
    'changeme'.repeat(5),
    'NEXTAUTH_SECRET_nextauth_secret_secret',
    'ababababababababababababababababab',
  ])('%j is refused', (secret) => {
    expect(() => requireSecret(secret)).toThrow(expect.objectContaining({ code: 'config.invalid' }))
  })
  it('a random one is taken', () => {
    fc.assert(
      fc.property(
        bytes(33),
        (raw) => fc.pre(new Set(raw).size > 20) === undefined && requireSecret(Buffer.from(raw).toString('base64')).length === 44,
      ),
    )
  })
})

describe('where a sign-in leads', () => {
  it('is always our origin', () => {
    const origin = 'https://cairn.example'
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl(),
          fc.string(),
          fc.string().map((text) => `/${text}`),
        ),
        (url) => new URL(ownUrl(url, origin)).origin === origin,
      ),
    )
    expect(ownUrl('/me?x=1', origin)).toBe(`${origin}/me?x=1`)
    expect(ownUrl('https://cairn.example.evil.com/', origin)).toBe(origin)
  })
})
