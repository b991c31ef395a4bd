import { createHmac, timingSafeEqual } from 'node:crypto'
import { CairnError } from '#server/shared/errors.ts'
import type { Cursors } from './context.ts'

/** Cursors are positions that only we can write: sealed with a key, bound to their list. An edited one, or one of another list, is refused. */
export function createCursors(secret: string): Cursors {
  const key = createHmac('sha256', secret).update('cairn.cursor').digest()
  const mac = (list: string, body: string) => createHmac('sha256', key).update(`${list}\n${body}`).digest('base64url').slice(0, 22)
  return {
    seal(list, position) {
      const body = Buffer.from(JSON.stringify(position)).toString('base64url')
      return `${body}.${mac(list, body)}`
    },
    open(list, cursor) {
      const [body = '', tag = ''] = cursor.split('.')
      const expected = mac(list, body)
      if (tag.length !== expected.length || !timingSafeEqual(Buffer.from(tag), Buffer.from(expected)))
        throw new CairnError('input.invalid', 'This cursor is not one of this list.', {
          meta: { field: 'cursor', expected: 'a cursor as it was given' },
        })
      return JSON.parse(Buffer.from(body, 'base64url').toString())
    },
  }
}
