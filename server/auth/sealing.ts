import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { CairnError } from '#server/shared/errors.ts'

/** Keeps a text so that only this key opens it, and only in the place (`context`) that it was sealed for. */
export type Sealer = { seal(text: string, context: string): string; open(sealed: string, context: string): string }

const [version, nonceBytes, tagBytes] = ['1', 12, 16]

/** AES-256-GCM with a random nonce; the context is authenticated, so a row that is moved elsewhere does not open. `key`: 32 bytes, hex. */
export function createSealer(key: string): Sealer {
  const secret = Buffer.from(hkdfSync('sha256', Buffer.from(key.slice(2), 'hex'), '', 'cairn.sealing', 32))
  return {
    seal(text, context) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', secret, nonce).setAAD(Buffer.from(context))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return `${version}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`
    },
    open(sealed, context) {
      try {
        const [found = '', packed = ''] = sealed.split('.')
        if (found !== version) throw new Error('another version of sealing')
        const bytes = Buffer.from(packed, 'base64url')
        const decipher = createDecipheriv('aes-256-gcm', secret, bytes.subarray(0, nonceBytes)).setAAD(Buffer.from(context))
        decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
        return decipher.update(bytes.subarray(nonceBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8')
      } catch (cause) {
        throw new CairnError('internal', 'A sealed value does not open: it is damaged, or sealed with another key.', { cause })
      }
    },
  }
}
