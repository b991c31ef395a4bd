import { describe, expect, it } from 'vitest'
import { changesOf } from '#app/_ui/log/changes.ts'
import { messages } from '#app/_ui/messages/en/index.ts'
import { logActions, logHref, readLogQuery } from '#app/(creator)/studio/[space]/log/_parts/logQuery.ts'
import { platformActions } from '#server/platform/log.ts'
import { auditActions } from '#server/spaces/audit.ts'

describe('the log of a space', () => {
  it('has words for every act, and for no other', () => {
    expect(logActions.toSorted()).toEqual([...auditActions].toSorted())
  })

  it('of the platform has words for every act', () => {
    type Texts = { [name: string]: string | Texts }
    const texts: Texts = messages.platform.log.action
    for (const action of platformActions) {
      const [of = '', what = ''] = action.split('.')
      expect((texts[of] as Texts | undefined)?.[what], action).toEqual(expect.any(String))
    }
  })

  it('shows what changed, and nothing of what stayed', () => {
    const before = { names: { en: 'Granite', ja: null }, links: [{ kind: 'x', url: 'https://x.com/a' }], website: null }
    const after = { names: { en: 'Granite', ja: 'グラナイト' }, links: [], website: 'https://granite.example' }
    expect(changesOf(before, after)).toEqual([
      { field: 'links.x', before: 'https://x.com/a', after: null },
      { field: 'names.ja', before: null, after: 'グラナイト' },
      { field: 'website', before: null, after: 'https://granite.example' },
    ])
    expect(changesOf(null, { parts: ['title', 'steps'], revision: 2, should: true })).toEqual([
      { field: 'parts', before: null, after: 'title, steps' },
      { field: 'revision', before: null, after: '2' },
      { field: 'should', before: null, after: 'true' },
    ])
    expect(changesOf(before, before)).toEqual([])
    expect(changesOf(null, null)).toEqual([])
  })

  it('does not grow with what was written', () => {
    expect(changesOf(null, Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`f${i}`, i])))).toHaveLength(24)
  })

  it('reads its address, and leaves out what names nobody', () => {
    const people = [{ accountId: 'a' }]
    expect(readLogQuery({ by: 'a', action: 'member.role', cursor: 'c' }, people)).toEqual({ by: 'a', action: 'member.role', cursor: 'c' })
    expect(readLogQuery({ by: 'b', action: '__proto__', cursor: ['c'] }, people)).toEqual({ by: null, action: null, cursor: null })
    expect(logHref('granite', { by: 'a', action: 'member.role', cursor: null })).toBe('/studio/granite/log?by=a&action=member.role')
  })
})
