import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EventRow } from '#drizzle/readEvents.ts'
import { toPublicError } from '#server/api/apiError.ts'
import { createCursors } from '#server/api/cursor.ts'
import { type EventSource, follow } from '#server/api/eventHub.ts'
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

describe('following events', () => {
  const row = (id: number): EventRow => ({ id, topic: 'batches', kind: `k${id}`, payload: {}, createdAt: new Date(0) })

  /** A table that grows between looks: the next batch of rows is there at each `next`. */
  function source(batches: number[][]): EventSource {
    const rows: EventRow[] = (batches.shift() ?? []).map(row)
    return {
      read: async (_topics, afterId) => rows.filter(({ id }) => id > afterId).sort((a, b) => a.id - b.id),
      lastId: async () => Math.max(0, ...rows.map(({ id }) => id)),
      next: async () => {
        rows.push(...(batches.shift() ?? []).map(row))
      },
      sleep: () => new Promise(() => {}),
    }
  }

  async function collect(of: EventSource, afterId: number | null, count: number) {
    const stop = new AbortController()
    const ids: number[] = []
    for await (const { id } of follow(of, ['batches'], afterId, stop.signal)) {
      ids.push(id)
      if (ids.length === count) break
    }
    return ids
  }

  it('sends each once, also one that was committed after a younger one', async () => {
    expect(await collect(source([[], [1, 3], [2, 4]]), 0, 4)).toEqual([1, 3, 2, 4])
  })

  it('begins with what comes next, or after the id that was seen', async () => {
    expect(await collect(source([[1, 2], [3]]), null, 1)).toEqual([3])
    expect(await collect(source([[1, 2], [3]]), 1, 2)).toEqual([2, 3])
  })
})
