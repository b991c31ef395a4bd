import { noticeTitles } from '../noticeTitles.ts'
import type { UnpushedNotice } from './pushStore.ts'

/** What the service worker shows (`public/sw.js` reads it): `url` is a path of the site, `tag` names the notice, so that it shows once. */
export type PushMessage = { title: string; body: string; url: string; tag: string }

/** A notice as it is pushed: its kind in a few words and the title of the quest, or the name of the space. Sums and wallets stay on the site: a lock screen is read by anyone. */
export function pushMessage({ id, kind, facts, quest }: UnpushedNotice, locale: 'en' | 'ja'): PushMessage {
  const path = pathOf({ kind, facts, quest })
  return {
    title: noticeTitles[kind][locale],
    body: quest?.title[locale] ?? facts.spaceName ?? '',
    url: locale === 'ja' ? `/ja${path}` : path,
    tag: `notice-${id}`,
  }
}

function pathOf({ kind, facts, quest }: Pick<UnpushedNotice, 'kind' | 'facts' | 'quest'>): string {
  if (kind === 'cube.final' && facts.credential !== undefined) return `/explorer/credentials/${facts.credential}`
  if (kind === 'space.invited') return '/studio'
  if (facts.space !== undefined) return `/studio/${facts.space}/settings`
  return quest ? `/quests/${quest.slug}` : '/me/inbox'
}
