import { Webhook } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import { verifyWebhook, WebhookRefused } from '#server/api/public/sdk/verifyWebhook.ts'
import { writeSecret } from '#server/webhooks/signature.ts'

const [secret, other] = [1, 2].map((byte) => writeSecret(new Uint8Array(32).fill(byte))) as [string, string]
const now = 1_800_000_000_000
const body = '{"type":"webhook.test","timestamp":"2027-01-15T08:00:00.000Z","data":{"space":{"slug":"granite","name":"花崗岩"}}}'

/** Headers as the spec's own library signs them. */
function signed({ by = secret, at = now, text = body }: { by?: string; at?: number; text?: string } = {}) {
  const [id, timestamp] = ['msg_1', new Date(at)]
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at / 1000)),
    'webhook-signature': new Webhook(by).sign(id, timestamp, text),
  }
}
const verify = (headers: Parameters<typeof verifyWebhook>[0]['headers'], input: object = {}) =>
  verifyWebhook({ secrets: secret, headers, body, now, ...input })

describe('a webhook', () => {
  it('is taken as the library of the spec signs it, whoever carries its headers', async () => {
    for (const headers of [
      signed(),
      new Headers(signed()),
      Object.fromEntries(Object.entries(signed()).map(([name, value]) => [name, [value]])),
    ])
      expect(await verify(headers)).toEqual(JSON.parse(body))
  })

  it('is taken while one secret takes over from another, on either side', async () => {
    expect(await verify(signed({ by: other }), { secrets: [secret, other] })).toMatchObject({ type: 'webhook.test' })
    const both = { ...signed(), 'webhook-signature': `${signed({ by: other })['webhook-signature']} ${signed()['webhook-signature']}` }
    expect(await verify(both)).toMatchObject({ type: 'webhook.test' })
  })

  it.each([
    ['of another secret', signed({ by: other })],
    ['with another body', signed({ text: `${body} ` })],
    ['too old', signed({ at: now - 301_000 })],
    ['from the future', signed({ at: now + 301_000 })],
    ['with another id', { ...signed(), 'webhook-id': 'msg_2' }],
    ['without a signature', { ...signed(), 'webhook-signature': '' }],
    ['of another version', { ...signed(), 'webhook-signature': signed()['webhook-signature'].replace('v1,', 'v1a,') }],
    ['whose signature is no base64', { ...signed(), 'webhook-signature': 'v1,%%%' }],
    ['whose time is no number', { ...signed(), 'webhook-timestamp': '1e9' }],
    ['whose time is missing', { 'webhook-id': 'msg_1', 'webhook-signature': 'v1,' }],
  ])('%s is refused', async (_, headers) => {
    await expect(verify(headers)).rejects.toBeInstanceOf(WebhookRefused)
  })

  it('is not looked at with a secret that is empty', async () => {
    await expect(verify(signed(), { secrets: 'whsec_' })).rejects.toBeInstanceOf(TypeError)
  })
})
