import { createHmac, timingSafeEqual } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Webhook } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import { message, type WebhookType, webhookTypes } from '#server/webhooks/payloads.ts'
import { signatures, writeSecret } from '#server/webhooks/signature.ts'

const page = readFileSync(join(import.meta.dirname, '../../../docs/webhooks.md'), 'utf8')
/** Blocks of code, without their indent. */
const blocks = (text: string) => [...text.matchAll(/(?:^ {4}.*\n(?:\n(?= {4}))?)+/gm)].map(([block]) => block.replace(/^ {4}/gm, ''))
const sections = new Map(
  page
    .split(/^### /m)
    .slice(1)
    .map((section) => [section.slice(0, section.indexOf('\n')), section]),
)

describe('the page of webhooks', () => {
  it('has a part for every type, and no other', () => {
    expect([...sections.keys()]).toEqual([...webhookTypes])
  })

  it.each([...webhookTypes])('shows a message of %s that is just what is sent', (type: WebhookType) => {
    const [example = ''] = blocks(sections.get(type) ?? '')
    const parsed: unknown = JSON.parse(example)
    expect(message(type).parse(parsed)).toEqual(parsed)
  })

  it('has a function that takes what we sign, as the library does, and nothing else', () => {
    const source = blocks(page).find((block) => block.includes('function verify')) ?? ''
    const body = source.slice(source.indexOf('function verify'))
    const verify = new Function('createHmac', 'timingSafeEqual', `${body}\nreturn verify`)(createHmac, timingSafeEqual) as (
      secret: string,
      headers: Record<string, string>,
      rawBody: string,
    ) => unknown
    const [secret, other] = [writeSecret(new Uint8Array(32).fill(1)), writeSecret(new Uint8Array(32).fill(2))]
    const timestamp = Math.floor(Date.now() / 1000)
    const signed = (keys: string[], at = timestamp) => ({
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(at),
      'webhook-signature': signatures({ id: 'msg_1', timestamp: at, body: '{"a":1}' }, keys),
    })
    for (const keys of [[secret], [other, secret]]) {
      expect(verify(secret, signed(keys), '{"a":1}')).toEqual({ a: 1 })
      expect(new Webhook(secret).verify('{"a":1}', signed(keys))).toEqual({ a: 1 })
    }
    expect(() => verify(secret, signed([other]), '{"a":1}')).toThrow('no signature holds')
    expect(() => verify(secret, signed([secret]), '{"a":2}')).toThrow('no signature holds')
    expect(() => verify(secret, { ...signed([secret]), 'webhook-signature': 'v1, v2,x' }, '{"a":1}')).toThrow('no signature holds')
    for (const at of [timestamp - 301, timestamp + 301, Number.NaN])
      expect(() => verify(secret, signed([secret], at), '{"a":1}')).toThrow('too old or too new')
  })
})
