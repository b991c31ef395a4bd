import { createHmac } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { Webhook } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import { accountOfWallet, messageId, messageIdPattern, uidOfMessage } from '#server/webhooks/payloads.ts'
import { secretBytes, signatures, writeSecret } from '#server/webhooks/signature.ts'

const file = new URL('../../../../shared/vectors/standard-webhooks/cases.json', import.meta.url)

describe.runIf(existsSync(file))('the vector of the spec', () => {
  const { vector } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { vector: {} }
  it('is signed as it says', () => {
    expect(signatures({ id: vector.id, timestamp: vector.timestamp, body: vector.payload }, [vector.secret])).toBe(vector.signature)
  })
})

describe('a signature', () => {
  const secret = fc.uint8Array({ minLength: 24, maxLength: 64 }).map(writeSecret)
  const id = fc.uuid().map(messageId)
  const body = fc.oneof(
    fc.json(),
    fc.string({ unit: 'binary' }).map((text) => JSON.stringify({ text })),
  )

  it('is what the library of the spec makes and takes, for any secret and body', () => {
    fc.assert(
      fc.property(secret, id, body, (key, name, text) => {
        const timestamp = Math.floor(Date.now() / 1000)
        const signed = signatures({ id: name, timestamp, body: text }, [key])
        expect(signed).toBe(new Webhook(key).sign(name, new Date(timestamp * 1000), text))
        const headers = { 'webhook-id': name, 'webhook-timestamp': String(timestamp), 'webhook-signature': signed }
        expect(new Webhook(key).verify(text, headers)).toEqual(JSON.parse(text))
      }),
    )
  })

  it('is there for each secret, and any one of them is enough', () => {
    fc.assert(
      fc.property(fc.uniqueArray(secret, { minLength: 2, maxLength: 2 }), secret, id, (both, other, name) => {
        const timestamp = Math.floor(Date.now() / 1000)
        const headers = {
          'webhook-id': name,
          'webhook-timestamp': String(timestamp),
          'webhook-signature': signatures({ id: name, timestamp, body: '{}' }, both),
        }
        for (const key of both) expect(new Webhook(key).verify('{}', headers)).toEqual({})
        fc.pre(!both.includes(other))
        expect(() => new Webhook(other).verify('{}', headers)).toThrow()
      }),
    )
  })

  it('covers id, time and body', () => {
    const key = writeSecret(new Uint8Array(secretBytes).fill(7))
    const timestamp = Math.floor(Date.now() / 1000)
    const right = { 'webhook-id': 'msg_1', 'webhook-timestamp': String(timestamp) }
    const signed = { ...right, 'webhook-signature': signatures({ id: 'msg_1', timestamp, body: '{"a":1}' }, [key]) }
    const takes = (text: string, headers: Record<string, string>) => {
      try {
        new Webhook(key).verify(text, headers)
        return true
      } catch {
        return false
      }
    }
    expect(takes('{"a":1}', signed)).toBe(true)
    expect(takes('{"a":2}', signed)).toBe(false)
    expect(takes('{"a": 1}', signed)).toBe(false)
    expect(takes('{"a":1}', { ...signed, 'webhook-id': 'msg_2' })).toBe(false)
    expect(takes('{"a":1}', { ...signed, 'webhook-timestamp': String(timestamp + 1) })).toBe(false)
  })

  it('reads a secret with and without its prefix, and none that is empty', () => {
    const message = { id: 'msg_1', timestamp: 1_614_265_330, body: 'x' }
    const bytes = Buffer.alloc(24, 3)
    const expected = `v1,${createHmac('sha256', bytes).update('msg_1.1614265330.x').digest('base64')}`
    for (const key of [writeSecret(bytes), bytes.toString('base64')]) expect(signatures(message, [key])).toBe(expected)
    for (const key of ['', 'whsec_']) expect(() => signatures(message, [key])).toThrow(RangeError)
  })
})

describe('a message', () => {
  it('has an id that leads back to its event', () => {
    const uid = 'f81d4fae-7dec-41d0-a765-00a0c91e6bf6'
    expect(messageId(uid)).toMatch(messageIdPattern)
    expect(uidOfMessage(messageId(uid))).toBe(uid.replaceAll('-', ''))
  })

  it('names wallets by CAIP-10', () => {
    expect(accountOfWallet('eip155:0xd8da6bf26964af9d7eed9e03e53415d37aa96045')).toBe('eip155:1:0xd8dA6BF26964aF9D7eEd9e03E53415D37aA96045')
    const solana = 'solana:7S3P4HxJpyyigGzodYwHtCxZyUQe9JiBMHyRWXArAaKv'
    expect(accountOfWallet(solana)).toBe('solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp:7S3P4HxJpyyigGzodYwHtCxZyUQe9JiBMHyRWXArAaKv')
  })
})
