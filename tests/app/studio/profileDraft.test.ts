import { describe, expect, it } from 'vitest'
import { lineOfLink, toDraft, toProfile } from '#app/(creator)/studio/[space]/settings/_parts/profileDraft.ts'

const kept = {
  names: { en: 'Granite', ja: null },
  about: null,
  website: null,
  links: [{ kind: 'x' as const, url: 'https://x.com/granite' }],
  version: 3,
}

describe('the words of a space while they are written', () => {
  it('come back as they were when nothing is changed', () => {
    const { version: _, ...profile } = kept
    expect(toProfile(toDraft(kept))).toEqual(profile)
  })

  it('are sent in both languages as soon as they are there in one, so that the other is asked for', () => {
    expect(toProfile({ ...toDraft(kept), aboutEn: ' Stones. ' }).about).toEqual({ en: 'Stones.', ja: '' })
  })

  it('leave lines of links without an address out, and know which line was refused all the same', () => {
    const draft = {
      ...toDraft(kept),
      links: [
        { key: 4, kind: 'docs' as const, url: ' ' },
        { key: 7, kind: 'x' as const, url: 'https://example.com' },
      ],
    }
    expect(toProfile(draft).links).toEqual([{ kind: 'x', url: 'https://example.com' }])
    expect(lineOfLink('links.0.url', draft)).toBe(7)
    expect(lineOfLink('links.1.url', draft)).toBeNull()
    expect(lineOfLink('website', draft)).toBeNull()
  })
})
