import type { Metadata } from 'next'
import type { CredentialRecord } from '#app/_data/views.ts'
import type { Locale } from '#app/_ui/locale.ts'
import { credentialCard, profileCard, type SharedMember } from './cardContent.ts'
import { cardSize } from './cardParts.tsx'

type Where = { origin: string; locale: Locale }

/** Metadata with the card of a credential as the preview of links to it. */
export function withCredentialCard(metadata: Metadata, record: CredentialRecord, where: Where): Metadata {
  const { tag, credential } = credentialCard(record, { ...where, now: Date.now })
  return withCard(metadata, `/og/credentials/${credential.index}.png?lang=${where.locale}&v=${tag}`)
}

/** Metadata with a member's cairn as the preview of links to it. */
export function withProfileCard(metadata: Metadata, member: SharedMember, where: Where): Metadata {
  const { person } = member
  const name = encodeURIComponent(person.handle ?? person.id)
  return withCard(metadata, `/og/people/${name}.png?lang=${where.locale}&v=${profileCard(member, where).tag}`)
}

function withCard(metadata: Metadata, url: string): Metadata {
  const alt = typeof metadata.title === 'string' ? metadata.title : 'Cairn'
  const images = [{ url, ...cardSize, alt, type: 'image/png' }]
  return { ...metadata, openGraph: { ...metadata.openGraph, images }, twitter: { card: 'summary_large_image', images } }
}
