import type { LogAction } from '#app/_data/views.ts'
import actionTexts from '#app/_ui/messages/en/audit.json'

/** Which entries are shown, from the address. `by`: an account. */
export type LogQuery = { by: string | null; action: LogAction | null; cursor: string | null }

type Texts = { [name: string]: string | Texts }
const namesIn = (texts: Texts, path = ''): string[] =>
  Object.entries(texts).flatMap(([name, text]) => (typeof text === 'string' ? [`${path}${name}`] : namesIn(text, `${path}${name}.`)))

/** Every act that has words. */
export const logActions = namesIn(actionTexts.action) as LogAction[]

type Say = (key: `action.${LogAction}`) => string
/** The acts with their words, in the order of those. */
export const actionsOf = (say: Say) =>
  logActions.map((action) => ({ action, words: say(`action.${action}`) })).toSorted((a, b) => a.words.localeCompare(b.words))

/** What the address asks for; what names nobody and nothing here is left out. */
export function readLogQuery(asked: Record<string, string | string[] | undefined>, people: readonly { accountId: string }[]): LogQuery {
  const { by, action, cursor } = asked
  return {
    by: people.find(({ accountId }) => accountId === by)?.accountId ?? null,
    action: logActions.find((one) => one === action) ?? null,
    cursor: typeof cursor === 'string' && cursor !== '' && cursor.length <= 500 ? cursor : null,
  }
}

export function logHref(space: string, { by, action, cursor }: Partial<LogQuery>): string {
  const query = new URLSearchParams({ ...(by ? { by } : {}), ...(action ? { action } : {}), ...(cursor ? { cursor } : {}) }).toString()
  return `/studio/${space}/log${query ? `?${query}` : ''}`
}
