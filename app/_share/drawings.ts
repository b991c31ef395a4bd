import { badgeStyle, badgeSvg } from './badge.ts'
import { type EmbedOptions, embedNothing, embedPage, embedStyle } from './embedPage.ts'
import { oembed, readOembed } from './oembed.ts'
import { drawingPolicy, framedPolicy } from './picturePolicy.ts'
import { questEmbed, questEmbedStyle } from './questEmbed.ts'
import { indexOf, type ShareDeps, shareRoute } from './shareRoute.ts'
import { shareTexts } from './shareTexts.ts'
import { showCredential } from './shown.ts'
import { tagOf } from './tagOf.ts'

/** What is not settled yet changes within seconds; afterwards only a revocation or the end of its time does. */
const fresh = { open: 10, quest: 60, settled: 300 } as const

/** `GET /badge/12.svg?lang=ja` */
export const badgeRoute = (deps: ShareDeps) =>
  shareRoute(deps, async ({ name, locale }) => {
    const index = indexOf(name, '.svg')
    const record = index === null ? null : await deps.record(index)
    if (!record) return null
    const texts = shareTexts(locale)
    const shown = showCredential(record, texts, deps.now())
    const body = badgeSvg(shown, texts)
    const seconds = shown.standing === 'final' ? fresh.settled : fresh.open
    return { body, type: 'image/svg+xml; charset=utf-8', policy: drawingPolicy(badgeStyle), seconds, tag: tagOf(body) }
  })

/** `GET /embed/credentials/12?lang=ja&theme=dark`: the one page that other sites may frame. */
export const embedRoute = (deps: ShareDeps) =>
  shareRoute(deps, async ({ name, locale, search }) => {
    const index = indexOf(name, '')
    const record = index === null ? null : await deps.record(index)
    const texts = shareTexts(locale)
    const options: EmbedOptions = { origin: deps.origin, theme: themeOf(search.get('theme')) }
    const shown = record && showCredential(record, texts, deps.now())
    const body = shown ? embedPage(shown, texts, options) : embedNothing(texts, options)
    const seconds = shown?.standing === 'final' ? fresh.settled : fresh.open
    const answer = { body, type: 'text/html; charset=utf-8', policy: framedPolicy(embedStyle), seconds, tag: tagOf(body) }
    return shown ? answer : { ...answer, status: 404 }
  })

/** `GET /embed/quests/SLUG?lang=ja&theme=dark`: a quest's card for frames. One that was taken off the lists is shown nowhere. */
export const questEmbedRoute = (deps: ShareDeps) =>
  shareRoute(deps, async ({ name, locale, search }) => {
    const found = slugPattern.test(name) ? await deps.quest(name) : null
    const quest = found?.stop === null && found.prizeOf === null ? found : null
    const texts = shareTexts(locale)
    const options: EmbedOptions & { now: number } = { origin: deps.origin, theme: themeOf(search.get('theme')), now: deps.now() }
    const body = quest ? questEmbed(quest, texts, options) : embedNothing(texts, options, 'questNone')
    const policy = quest ? framedPolicy(questEmbedStyle, { pictures: true }) : framedPolicy(embedStyle)
    const answer = { body, type: 'text/html; charset=utf-8', policy, seconds: quest ? fresh.quest : fresh.open, tag: tagOf(body) }
    return quest ? answer : { ...answer, status: 404 }
  })

/** `GET /oembed?url=…&maxwidth=…`: what sites that know oEmbed put in the place of a link to a quest. */
export const oembedRoute = (deps: ShareDeps) =>
  shareRoute(deps, async ({ search }) => {
    const refused = (status: number, error: string) => ({ ...json({ error }), seconds: fresh.open, status })
    const format = search.get('format') ?? 'json'
    if (format !== 'json') return refused(501, 'Only JSON is spoken here.')
    const asked = readOembed(search, deps.origin)
    const quest = asked && (await deps.quest(asked.slug))
    if (!asked || !quest || quest.stop !== null || quest.prizeOf !== null)
      return refused(404, 'There is no card for this address, or not in this size.')
    return { ...json(oembed(quest, asked, deps.origin)), seconds: fresh.quest }
  })

const json = (value: object) => ({
  body: JSON.stringify(value),
  type: 'application/json; charset=utf-8',
  policy: "default-src 'none'; frame-ancestors 'none'",
  tag: tagOf(value),
})

const slugPattern = /^[a-z0-9-]{1,64}$/
const themeOf = (text: string | null) => (text === 'light' || text === 'dark' ? text : null)
