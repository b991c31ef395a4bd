import type { SpaceSettings } from '#app/_data/views.ts'
import type { Inputs } from '#server/api/types.ts'

/** What a space says of itself, as it was read. */
export type KeptProfile = Omit<SpaceSettings, 'domain'>
export type LinkKind = KeptProfile['links'][number]['kind']
/** The same while it is written: nothing is null, and each link has a key of its own while lines come and go. */
export type ProfileDraft = {
  name: string
  nameJa: string
  aboutEn: string
  aboutJa: string
  website: string
  links: { key: number; kind: LinkKind; url: string }[]
}

export const linkKinds = ['docs', 'blog', 'forum', 'x', 'discord', 'telegram', 'github', 'youtube'] as const satisfies readonly LinkKind[]
export const mostLinks = 8

export const toDraft = ({ names, about, website, links }: KeptProfile): ProfileDraft => ({
  name: names.en,
  nameJa: names.ja ?? '',
  aboutEn: about?.en ?? '',
  aboutJa: about?.ja ?? '',
  website: website ?? '',
  links: links.map((link, key) => ({ key, ...link })),
})

const orNull = (text: string) => (text.trim() === '' ? null : text.trim())

/** As it is sent. Lines of links without an address are left out; `about` is there in both languages or in none, which the server looks at. */
export function toProfile(draft: ProfileDraft): Omit<Inputs['studio']['settings']['change'], 'space' | 'version'> {
  const [en, ja] = [draft.aboutEn.trim(), draft.aboutJa.trim()]
  return {
    names: { en: draft.name.trim(), ja: orNull(draft.nameJa) },
    about: en === '' && ja === '' ? null : { en, ja },
    website: orNull(draft.website),
    links: draft.links.filter(({ url }) => url.trim() !== '').map(({ kind, url }) => ({ kind, url: url.trim() })),
  }
}

/** The line of the draft that the server means by `links.N.url`: those without an address were not sent. */
export function lineOfLink(field: string | null, { links }: ProfileDraft): number | null {
  const sent = /^links\.(\d+)/.exec(field ?? '')?.[1]
  return sent === undefined ? null : (links.filter(({ url }) => url.trim() !== '')[Number(sent)]?.key ?? null)
}
