import type { SpaceAccess } from '#app/_data/views.ts'

type Right = SpaceAccess['rights'][number]

/** A space's places in the order of their use, each with the right that opens it. */
const places = [
  { name: 'overview', path: '', right: 'read' },
  { name: 'quests', path: '/quests', right: 'read' },
  { name: 'insights', path: '/insights', right: 'insights' },
  { name: 'funds', path: '/funds', right: 'funds' },
  { name: 'contracts', path: '/contracts', right: 'read' },
  { name: 'lists', path: '/lists', right: 'author' },
  { name: 'webhooks', path: '/webhooks', right: 'integrate' },
  { name: 'keys', path: '/keys', right: 'integrate' },
  { name: 'signer', path: '/signer', right: 'integrate' },
  { name: 'team', path: '/team', right: 'read' },
  { name: 'settings', path: '/settings', right: 'read' },
  { name: 'log', path: '/log', right: 'team' },
] as const satisfies { name: string; path: string; right: Right }[]

/** The places that somebody with these rights can use. */
export const placesFor = (rights: readonly Right[]) => places.filter(({ right }) => rights.includes(right))
