import { createECDH, createPublicKey, randomBytes, verify } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noticeKinds } from '#server/news/newsViews.ts'
import { encryptPush, isPushKey, mostPushBytes } from '#server/news/push/encrypt.ts'
import { pushMessage } from '#server/news/push/pushMessage.ts'
import { pushSender, vapidAuthorization } from '#server/news/push/vapid.ts'
import { decryptPush } from '#tests/support/pushServer.ts'

const bytes = (text: string) => Buffer.from(text, 'base64url')

describe('a pushed message', () => {
  it('is what RFC 8291 gives for its own example', () => {
    const sealed = encryptPush(
      Buffer.from('When I grow up, I want to be a watermelon'),
      {
        publicKey: bytes('BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4'),
        secret: bytes('BTBZMqHH6r4Tts7J_aSIgg'),
      },
      { privateKey: bytes('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw'), salt: bytes('DGv6ra1nlYgDCS1FRnbzlw') },
    )
    expect(Buffer.from(sealed).toString('base64url')).toBe(
      'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
    )
  })

  it('is read by its browser and by no other', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: mostPushBytes }), (message) => {
        const browser = newBrowser()
        const sealed = encryptPush(message, browser, { privateKey: new Uint8Array([0, ...randomBytes(31)]), salt: randomBytes(16) })
        expect(new Uint8Array(decryptPush(sealed, browser))).toEqual(message)
        expect(() => decryptPush(sealed, { ...newBrowser(), secret: browser.secret })).toThrow()
        expect(() => decryptPush(sealed, { ...browser, secret: randomBytes(16) })).toThrow()
      }),
      { numRuns: 30 },
    )
  })

  it('has a size that fits, and a key that is one', () => {
    const browser = newBrowser()
    const chance = { privateKey: new Uint8Array(32).fill(1), salt: new Uint8Array(16) }
    expect(() => encryptPush(new Uint8Array(mostPushBytes + 1), browser, chance)).toThrow(RangeError)
    expect(isPushKey(browser.publicKey)).toBe(true)
    const off = Buffer.from(browser.publicKey)
    off.writeUInt8(off.readUInt8(64) ^ 1, 64)
    for (const wrong of [off, browser.publicKey.subarray(1), new Uint8Array(65), new Uint8Array(0), new Uint8Array(65).fill(4)])
      expect(isPushKey(wrong)).toBe(false)
  })
})

describe('who pushes', () => {
  it('signs for one push service and half a day, with the key that browsers know', () => {
    const sender = pushSender(new Uint8Array(32).fill(7), 'mailto:operator@cairn.example')
    const header = vapidAuthorization(sender, 'https://push.example:8443/abc?d=e', 1_700_000_000_000)
    const [, token = '', key = ''] = /^vapid t=([\w.-]+), k=([\w-]{87})$/.exec(header) ?? []
    expect(key).toBe(sender.publicKey)
    const [head = '', claims = '', signature = ''] = token.split('.')
    expect(JSON.parse(bytes(head).toString())).toEqual({ typ: 'JWT', alg: 'ES256' })
    expect(JSON.parse(bytes(claims).toString())).toEqual({
      aud: 'https://push.example:8443',
      exp: 1_700_000_000 + 12 * 3600,
      sub: 'mailto:operator@cairn.example',
    })
    const point = bytes(key)
    const jwk = { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') }
    const publicKey = createPublicKey({ key: jwk, format: 'jwk' })
    const holds = (text: string) => verify('sha256', Buffer.from(text), { key: publicKey, dsaEncoding: 'ieee-p1363' }, bytes(signature))
    expect(holds(`${head}.${claims}`)).toBe(true)
    expect(holds(`${head}.${claims}x`)).toBe(false)
  })
})

describe('what is shown', () => {
  it.each(noticeKinds)('of %s is short, in both languages, and tells no sum and no wallet', (kind) => {
    const facts = { amount: '123456789', token: 0, wallet: 'eip155:0xabc', address: '0xdef', userAgent: 'Firefox', credential: 5 }
    const quest = kind.startsWith('quest') || kind.startsWith('cube') ? { slug: 'a-quest', title: { en: 'A quest', ja: 'クエスト' } } : null
    for (const locale of ['en', 'ja'] as const) {
      const message = pushMessage({ id: 9, accountId: '', kind, facts, quest, createdAt: new Date() }, locale)
      expect(JSON.stringify(message)).not.toMatch(/123456789|0xabc|0xdef|Firefox/)
      expect(message.title.length).toBeGreaterThan(3)
      expect(message.url.startsWith(locale === 'ja' ? '/ja/' : '/')).toBe(true)
      expect(message.tag).toBe('notice-9')
    }
  })
})

function newBrowser() {
  const ecdh = createECDH('prime256v1')
  ecdh.generateKeys()
  return { publicKey: ecdh.getPublicKey(), privateKey: ecdh.getPrivateKey(), secret: randomBytes(16) }
}
