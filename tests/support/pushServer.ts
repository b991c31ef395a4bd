import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type TestBrowser = { publicKey: Uint8Array; privateKey: Uint8Array; secret: Uint8Array }
export type Pushed = { path: string; headers: Record<string, unknown>; message: string }

/** Opens a message the way a browser does, written from RFC 8188 and RFC 8291 and sharing nothing with what seals it. Throws when it is for somebody else. */
export function decryptPush(sealed: Uint8Array, { publicKey, privateKey, secret }: TestBrowser): Buffer {
  const all = Buffer.from(sealed)
  const salt = all.subarray(0, 16)
  const idLength = all.readUInt8(20)
  const sender = all.subarray(21, 21 + idLength)
  const record = all.subarray(21 + idLength)
  if (record.length > all.readUInt32BE(16)) throw new Error('more than one record')
  const ecdh = createECDH('prime256v1')
  ecdh.setPrivateKey(Buffer.from(privateKey))
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), publicKey, sender])
  const key = hkdfSync('sha256', ecdh.computeSecret(sender), secret, info, 32)
  const of = (name: string, length: number) =>
    Buffer.from(hkdfSync('sha256', Buffer.from(key), salt, Buffer.from(`Content-Encoding: ${name}\0`), length))
  const decipher = createDecipheriv('aes-128-gcm', of('aes128gcm', 16), of('nonce', 12))
  decipher.setAuthTag(record.subarray(-16))
  const plain = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()])
  const end = plain.lastIndexOf(2)
  if (end < 0 || plain.subarray(end + 1).some((byte) => byte !== 0)) throw new Error('no end of the last record')
  return plain.subarray(0, end)
}

/** A push service on this machine: browsers of its own, whose messages it opens. `gone` are those that it knows no more. */
export async function startPushServer() {
  const browsers = new Map<string, TestBrowser>()
  const gone = new Set<string>()
  const pushed: Pushed[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const path = request.url ?? ''
      const browser = browsers.get(path)
      if (!browser || gone.has(path)) return response.writeHead(410).end()
      pushed.push({ path, headers: request.headers, message: decryptPush(Buffer.concat(chunks), browser).toString() })
      // As push services do: created, and nothing more to say.
      response.writeHead(201, { location: `/message/${pushed.length}` }).end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    pushed,
    gone,
    /** A browser that has subscribed here, as it would tell us. */
    subscribe() {
      const ecdh = createECDH('prime256v1')
      ecdh.generateKeys()
      const browser = { publicKey: ecdh.getPublicKey(), privateKey: ecdh.getPrivateKey(), secret: randomBytes(16) }
      const path = `/push/${randomBytes(8).toString('hex')}`
      browsers.set(path, browser)
      const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
      return { path, endpoint: `${origin}${path}`, publicKey: text(browser.publicKey), secret: text(browser.secret) }
    },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
