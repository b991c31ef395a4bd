import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toPublicError } from '#server/api/apiError.ts'
import { createCursors } from '#server/api/cursor.ts'
import { addressPrefix } from '#server/api/limiter.ts'
import { CairnError, errorStatus } from '#server/shared/errors.ts'

describe('cursors', () => {
  const cursors = createCursors('a secret')

  it('come back as they were, for their list and unchanged only', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(), (position, at) => {
        const cursor = cursors.seal('quests', position)
        expect(JSON.stringify(cursors.open('quests', cursor))).toBe(JSON.stringify(position))
        expect(() => cursors.open('batches', cursor)).toThrow(CairnError)
        const i = at % cursor.length
        const changed = `${cursor.slice(0, i)}${cursor[i] === 'x' ? 'y' : 'x'}${cursor.slice(i + 1)}`
        expect(() => cursors.open('quests', changed)).toThrow(CairnError)
      }),
    )
  })
})

describe('who is counted', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:0001:2::9', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['nonsense', 'unknown'],
  ])('%s counts as %s', (address, prefix) => {
    expect(addressPrefix(address)).toBe(prefix)
  })
})

describe('public errors', () => {
  it('have the status of their code, and show nothing of what was not raised on purpose', () => {
    for (const code of Object.keys(errorStatus) as (keyof typeof errorStatus)[])
      expect(toPublicError(new CairnError(code, 'text')).httpStatus).toBe(errorStatus[code])
    const shown = JSON.stringify(toPublicError(new Error('select * from wallets at /srv/app.ts')))
    expect(shown).not.toMatch(/wallets|srv/)
    expect(JSON.stringify(toPublicError(new CairnError('internal', 'path /srv', { meta: { found: '/srv' } })))).not.toContain('srv')
  })
})
