import { badgeStyle, badgeSvg } from './badge.ts'
import { type EmbedOptions, embedNothing, embedPage, embedStyle } from './embedPage.ts'
import { drawingPolicy, framedPolicy } from './picturePolicy.ts'
import { indexOf, type ShareDeps, shareRoute } from './shareRoute.ts'
import { shareTexts } from './shareTexts.ts'
import { showCredential } from './shown.ts'
import { tagOf } from './tagOf.ts'

/** What is not settled yet changes within seconds; afterwards only a revocation or the end of its time does. */
const fresh = { open: 10, settled: 300 } as const

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

const themeOf = (text: string | null) => (text === 'light' || text === 'dark' ? text : null)
