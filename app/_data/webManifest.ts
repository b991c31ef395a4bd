import type { MetadataRoute } from 'next'
import { type Locale, localePath } from '#app/_ui/locale.ts'
import { iconFiles, iconGround, icons } from './icons.ts'

type Words = { description: string; quests: string; rewards: string; inbox: string }

/** The site as an app on a home screen, in one language. Source: https://www.w3.org/TR/appmanifest/ */
export function webManifest(locale: Locale, words: Words): MetadataRoute.Manifest {
  const shortcut = (name: string, path: string) => ({ name, url: localePath(locale, path) })
  return {
    // The same app in either language.
    id: '/',
    name: 'Cairn',
    short_name: 'Cairn',
    description: words.description,
    lang: locale,
    dir: 'ltr',
    start_url: localePath(locale, '/'),
    scope: '/',
    display: 'standalone',
    background_color: iconGround,
    theme_color: iconGround,
    categories: ['education', 'finance', 'social'],
    icons: [
      ...iconFiles.flatMap((file) => {
        const { size, purpose } = icons[file]
        return purpose === null ? [] : [{ src: `/icons/${file}`, sizes: `${size}x${size}`, type: 'image/png', purpose }]
      }),
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
    ],
    shortcuts: [shortcut(words.quests, '/quests'), shortcut(words.rewards, '/me/rewards'), shortcut(words.inbox, '/me/inbox')],
  }
}
