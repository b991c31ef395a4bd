import { type Locale, localePath } from '#app/_ui/locale.ts'
import { escapeMarkup } from './markup.ts'

type Place = { origin: string; locale: Locale; index: number; title: string }

type QuestPlace = {
  origin: string
  locale: Locale
  slug: string
  title: string
  width: number
  height: number
  theme: 'light' | 'dark' | null
}

/** The same for the card of a quest. */
export function questSnippet({ origin, locale, slug, title, width, height, theme }: QuestPlace): string {
  const query = [...(locale === 'en' ? [] : [`lang=${locale}`]), ...(theme === null ? [] : [`theme=${theme}`])].join('&')
  const src = escapeMarkup(`${origin}/embed/quests/${slug}${query === '' ? '' : `?${query}`}`)
  return `<iframe src="${src}" title="${escapeMarkup(title)}" width="${width}" height="${height}" loading="lazy" style="border:0;max-width:100%"></iframe>`
}

const inLanguage = (locale: Locale) => (locale === 'en' ? '' : `?lang=${locale}`)

/** HTML that people paste into pages of their own: the title is somebody's text there, too. */
export function snippets({ origin, locale, index, title }: Place): { badge: string; card: string } {
  const words = escapeMarkup(title)
  const page = escapeMarkup(`${origin}${localePath(locale, `/explorer/credentials/${index}`)}`)
  const file = (path: string) => escapeMarkup(`${origin}${path}${inLanguage(locale)}`)
  return {
    badge: `<a href="${page}"><img src="${file(`/badge/${index}.svg`)}" alt="CUBE: ${words}" height="64"></a>`,
    card: `<iframe src="${file(`/embed/credentials/${index}`)}" title="CUBE: ${words}" width="440" height="150" loading="lazy" style="border:0;max-width:100%"></iframe>`,
  }
}
