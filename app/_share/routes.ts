import { orNull } from '#app/_data/orNull.ts'
import { strangersCaller } from '#app/_data/strangersCaller.ts'
import { webHandlers } from '#server/api/handlers/web.ts'
import { credentialCardRoute, profileCardRoute } from './cards.tsx'
import { badgeRoute, embedRoute, oembedRoute, questEmbedRoute } from './drawings.ts'
import { keepPictures } from './keptPictures.ts'
import type { ShareDeps } from './shareRoute.ts'

/** About 60 KiB each. */
const pictures = keepPictures({ most: 300, atOnce: 2 })

/** The web process's own, read at the first request: a build needs no environment. */
const deps = (): ShareDeps => {
  const { limiter, members } = webHandlers().api
  return {
    record: (index) => orNull(strangersCaller().explorer.record({ index })),
    async member(handle) {
      const { people, reputation } = strangersCaller()
      const person = await orNull(people.byHandle({ handle }))
      return person && { person, xp: (await reputation.standing({ accountId: person.id })).xp }
    },
    quest: (slug) => orNull(strangersCaller().quests.bySlug({ slug })),
    pictures,
    limiter,
    origin: members.origin,
    now: members.now,
    failed: (error, requestId) => members.log.error({ err: error, requestId }, 'nothing could be shown'),
  }
}

type Route = (request: Request) => Promise<Response>
export const badge: Route = (request) => badgeRoute(deps())(request)
export const embed: Route = (request) => embedRoute(deps())(request)
export const questEmbed: Route = (request) => questEmbedRoute(deps())(request)
export const oembed: Route = (request) => oembedRoute(deps())(request)
export const credentialCardPicture: Route = (request) => credentialCardRoute(deps())(request)
export const profileCardPicture: Route = (request) => profileCardRoute(deps())(request)
