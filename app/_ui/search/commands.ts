import type { Theme } from '#app/_ui/theme.ts'
import type { FaceName } from './facePaths.ts'

/** What choosing a command does. */
export type Deed = { do: 'go'; href: string } | { do: 'theme'; theme: Theme } | { do: 'language' } | { do: 'connect' } | { do: 'signOut' }

/** A page or an action of the palette. Its words, and others that people type for it, are in `search.command`. */
export type Command = { id: string; group: 'pages' | 'actions'; icon: FaceName; deed: Deed }

/** Pages and actions in the order in which they are offered. */
export function commandsFor({ signedIn }: { signedIn: boolean }): Command[] {
  const page = (id: string, href: string, icon: FaceName): Command => ({ id, group: 'pages', icon, deed: { do: 'go', href } })
  const action = (id: string, icon: FaceName, deed: Deed): Command => ({ id, group: 'actions', icon, deed })
  return [
    page('home', '/', 'home'),
    page('quests', '/quests', 'flag'),
    page('explorer', '/explorer', 'compass'),
    page('batches', '/explorer/batches', 'layers'),
    ...(signedIn ? [page('inbox', '/me/inbox', 'bell'), page('rewards', '/me/rewards', 'coin'), page('account', '/me', 'person')] : []),
    page('studio', '/studio', 'pen'),
    action('themeLight', 'sun', { do: 'theme', theme: 'light' }),
    action('themeDark', 'moon', { do: 'theme', theme: 'dark' }),
    action('themeSystem', 'system', { do: 'theme', theme: 'system' }),
    action('language', 'globe', { do: 'language' }),
    signedIn ? action('signOut', 'exit', { do: 'signOut' }) : action('connect', 'link', { do: 'connect' }),
  ]
}

/** True when every word of the query begins a word of the text, or stands in it where words have no spaces. An empty query fits all. */
export function fits(query: string, text: string): boolean {
  const plain = (of: string) => of.normalize('NFKC').toLowerCase()
  const words = plain(text).split(/[\s、。・：:,()（）]+/)
  return plain(query)
    .split(/\s+/)
    .filter((word) => word !== '')
    .every((word) => words.some((each) => (/^[\x20-\x7e]+$/.test(word) ? each.startsWith(word) : each.includes(word))))
}

/** The place after or before one in a ring of `length`; the first and last from nowhere. */
export function stepOf(at: number, by: 1 | -1, length: number): number {
  if (length === 0) return -1
  if (at < 0) return by === 1 ? 0 : length - 1
  return (at + by + length) % length
}
