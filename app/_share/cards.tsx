import type { ReactElement } from 'react'
import { callerPrefix } from '#server/api/handlers/requestFacts.ts'
import { cairnDrawing } from './cairnMarkup.ts'
import { credentialCard, profileCard } from './cardContent.ts'
import { type CardOptions, CredentialCard, wordsOfCard } from './credentialCard.tsx'
import { drawCard } from './drawCard.ts'
import { typeset } from './pictureFonts.ts'
import { ProfileCard, wordsOfProfile } from './profileCard.tsx'
import { type Asked, forGood, indexOf, type ShareDeps, type Shared, shareRoute } from './shareRoute.ts'

/** Cards that one household may have drawn; those that were drawn before are not counted. */
const limit = { points: 30, seconds: 60 }
/** A card under a name that does not say its content. */
const freshSeconds = 300

/** `GET /og/credentials/12.png?lang=ja&v=…` */
export const credentialCardRoute = (deps: ShareDeps) =>
  shareRoute(deps, async (asked) => {
    const index = indexOf(asked.name, '.png')
    const record = index === null ? null : await deps.record(index)
    if (!record) return null
    const { credential, texts, host, tag } = credentialCard(record, { ...deps, locale: asked.locale })
    const card = (options: CardOptions) => <CredentialCard credential={credential} texts={texts} options={options} />
    return drawn(deps, asked, { tag, host, words: wordsOfCard(credential, texts, host), card })
  })

/** `GET /og/people/mira.png?lang=ja&v=…`, by handle, account id or wallet id. */
export const profileCardRoute = (deps: ShareDeps) =>
  shareRoute(deps, async (asked) => {
    const shared = asked.name.endsWith('.png') ? await deps.member(asked.name.slice(0, -'.png'.length)) : null
    if (!shared) return null
    const { stones, facts, texts, host, tag } = profileCard(shared, { ...deps, locale: asked.locale })
    const member = { ...facts, cairn: cairnDrawing(stones) }
    const card = (options: CardOptions) => <ProfileCard member={member} texts={texts} options={options} />
    return drawn(deps, asked, { tag, host, words: wordsOfProfile(member, texts, host), card })
  })

type Card = { tag: string; host: string; words: string[]; card(options: CardOptions): ReactElement }

async function drawn({ pictures, limiter }: ShareDeps, { headers, search }: Asked, { tag, host, words, card }: Card): Promise<Shared> {
  if (!pictures.has(tag)) await limiter.take('card', callerPrefix(headers), limit)
  const body = await pictures.get(tag, async () => {
    const { fonts, shown } = await typeset(words)
    return drawCard(card({ host, shown }), fonts)
  })
  const seconds = search.get('v') === tag ? forGood : freshSeconds
  return { body, type: 'image/png', policy: "default-src 'none'; frame-ancestors 'none'", seconds, tag }
}
