import type { CredentialRecord, Person } from '#app/_data/views.ts'
import { stoneOf } from '#app/_ui/credential/stoneOf.ts'
import type { Locale } from '#app/_ui/locale.ts'
import { shareTexts } from './shareTexts.ts'
import { nameOf, showCredential } from './shown.ts'
import { tagOf } from './tagOf.ts'

/** Of the layout: a new one is a new picture. */
const layout = 1

/** `origin`: of the site. `now`: milliseconds. */
type Where = { origin: string; locale: Locale; now(): number }

/** What the card of a credential shows, and the name of that content. */
export function credentialCard(record: CredentialRecord, { origin, now, locale }: Where) {
  const { host } = new URL(origin)
  const texts = shareTexts(locale)
  const credential = showCredential(record, texts, now())
  return { credential, texts, host, tag: tagOf([layout, locale, host, credential]) }
}

/** A member with the XP of all sealed CUBEs. */
export type SharedMember = { person: Person; xp: number }

/** What the card of a member shows, and the name of that content. */
export function profileCard({ person, xp }: SharedMember, { origin, locale }: Omit<Where, 'now'>) {
  const { host } = new URL(origin)
  // The oldest stones lie at the foot of the pile.
  const stones = person.credentials.toSorted((a, b) => a.createdAt.localeCompare(b.createdAt)).map(stoneOf)
  const facts = { name: nameOf(person.handle, person.wallets[0] ?? person.id), cubes: person.count, points: xp, joinedAt: person.joinedAt }
  return { stones, facts, texts: shareTexts(locale), host, tag: tagOf([layout, locale, host, facts, stones]) }
}
