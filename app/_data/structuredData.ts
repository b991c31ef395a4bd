import type { CredentialDetail, Person, QuestDetail } from '#app/_data/views.ts'
import { type Locale, localePath } from '#app/_ui/locale.ts'
import { say } from '#app/_ui/say.ts'

/** A thing in schema.org's words. */
export type StructuredData = { '@type': string; [property: string]: unknown }
type Site = { origin: string; locale: Locale }

const at = ({ origin, locale }: Site, path: string) => `${origin}${localePath(locale, path)}`
const organization = ({ origin }: Site): StructuredData => ({
  '@type': 'Organization',
  '@id': `${origin}/#organization`,
  name: 'Cairn',
  url: origin,
  logo: `${origin}/icons/512.png`,
})

/** The site, and how it is searched. Source: https://schema.org/WebSite */
export const websiteData = (site: Site, description: string): StructuredData => ({
  '@type': 'WebSite',
  '@id': `${site.origin}/#website`,
  name: 'Cairn',
  description,
  url: at(site, '/'),
  inLanguage: site.locale,
  publisher: organization(site),
  potentialAction: {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${at(site, '/search')}?q={search_term_string}` },
    'query-input': 'required name=search_term_string',
  },
})

/** A quest as what it is to do, step by step. Source: https://schema.org/HowTo */
export const questData = (site: Site, quest: QuestDetail): StructuredData => ({
  '@type': 'HowTo',
  name: say(quest.title, site.locale),
  description: say(quest.summary, site.locale),
  url: at(site, `/quests/${quest.family?.slug ?? quest.slug}`),
  inLanguage: site.locale,
  totalTime: `PT${quest.minutes}M`,
  provider: { '@type': 'Organization', name: quest.space.name },
  step: quest.stepList.map((step, i) => ({
    '@type': 'HowToStep',
    position: i + 1,
    name: say(step.title, site.locale),
    text: say(step.describe, site.locale),
  })),
})

/** A member's page. Source: https://schema.org/ProfilePage */
export const profileData = (site: Site, person: Person, name: string): StructuredData => ({
  '@type': 'ProfilePage',
  url: at(site, `/people/${encodeURIComponent(person.handle ?? person.wallets[0] ?? person.id)}`),
  dateCreated: person.joinedAt,
  mainEntity: { '@type': 'Person', name, identifier: person.id, ...(person.handle ? { alternateName: person.handle } : {}) },
})

/** A CUBE. Source: https://schema.org/EducationalOccupationalCredential */
export const credentialData = (site: Site, credential: CredentialDetail): StructuredData => ({
  '@type': 'EducationalOccupationalCredential',
  name: say(credential.quest.title, site.locale),
  credentialCategory: 'badge',
  url: at(site, `/explorer/credentials/${credential.index}`),
  ...(credential.issuedAt ? { dateCreated: credential.issuedAt } : {}),
  recognizedBy: organization(site),
})

/** As the text of a script element: no letter of it can end the element, whatever people wrote. */
export const writeStructuredData = (data: StructuredData): string =>
  JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c')
