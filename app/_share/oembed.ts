import type { QuestDetail } from '#app/_data/views.ts'
import { type Locale, splitLocale } from '#app/_ui/locale.ts'
import { coverPath } from '#app/_ui/quest/coverPath.ts'
import { say } from '#app/_ui/say.ts'
import { questCardSize } from './questCardSize.ts'
import { questSnippet } from './snippets.ts'

/** Smaller than this nothing of a card can be read: who has less room gets no card. */
const least = { width: 280, height: 150 } as const

export type OembedAsked = { slug: string; locale: Locale; width: number; height: number }

/** The page that is asked about, when it is a quest's of this site, and how large its card may be; null for everything else. */
export function readOembed(search: URLSearchParams, origin: string): OembedAsked | null {
  const url = search.get('url') ?? ''
  if (url.length > 500 || !URL.canParse(url)) return null
  const page = new URL(url)
  if (page.origin !== origin) return null
  const { locale, path } = splitLocale(page.pathname)
  const [, slug] = /^\/quests\/([a-z0-9-]{1,64})\/?$/.exec(path) ?? []
  const width = most(search.get('maxwidth'), questCardSize.width)
  const height = most(search.get('maxheight'), questCardSize.height)
  if (slug === undefined || width < least.width || height < least.height) return null
  return { slug, locale, width, height }
}

const most = (text: string | null, own: number): number => (text !== null && /^\d{1,5}$/.test(text) ? Math.min(own, Number(text)) : own)

/** Source: https://oembed.com, the `rich` type. */
export const oembed = (quest: QuestDetail, { slug, locale, width, height }: OembedAsked, origin: string) => ({
  version: '1.0',
  type: 'rich',
  provider_name: 'Cairn',
  provider_url: origin,
  title: say(quest.title, locale),
  author_name: quest.space.name,
  author_url: `${origin}/spaces/${quest.space.slug}`,
  cache_age: 300,
  width,
  height,
  html: questSnippet({ origin, locale, slug, title: say(quest.title, locale), width, height, theme: null }),
  ...(quest.cover
    ? { thumbnail_url: `${origin}${coverPath(quest.cover.picture, 'small')}`, thumbnail_width: 800, thumbnail_height: 450 }
    : {}),
})
