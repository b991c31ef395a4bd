import { CairnError } from '#server/shared/errors.ts'

const maxCookies = 100
/** A session cookie is split only when it is long; ours is not. More pieces than this were not made by us. */
const maxChunks = 5

/** Names of our cookies: `__Secure-` and `__Host-` where the site is on https. */
export function cookieNames(origin: string) {
  const secure = origin.startsWith('https:')
  return {
    secure,
    session: `${secure ? '__Secure-' : ''}cairn.session`,
    browser: `${secure ? '__Host-' : ''}cairn.browser`,
    csrf: `${secure ? '__Host-' : ''}cairn.csrf`,
    callback: `${secure ? '__Secure-' : ''}cairn.callback`,
  }
}

/** Cookies of a header by name; a name that comes twice keeps its first value. Throws `input.invalid` on an absurd number of them. */
export function parseCookies(header: string | null): Map<string, string> {
  const cookies = new Map<string, string>()
  const pairs = header ? header.split(';') : []
  if (pairs.length > maxCookies) throw tooMany(pairs.length)
  for (const pair of pairs) {
    const at = pair.indexOf('=')
    if (at < 1) continue
    const name = pair.slice(0, at).trim()
    if (!cookies.has(name)) cookies.set(name, pair.slice(at + 1).trim())
  }
  return cookies
}

/** The sealed session token, joined from its pieces; null when there is none. Throws `input.invalid` when there are more pieces than we ever make. */
export function readSessionToken(cookies: Map<string, string>, name: string): string | null {
  const pieces = [...cookies.keys()].filter((key) => key.startsWith(`${name}.`))
  if (pieces.length > maxChunks) throw tooMany(pieces.length)
  const whole = cookies.get(name)
  if (whole !== undefined) return decodeCookie(whole)
  let token = ''
  for (let i = 0; i < pieces.length; i++) token += cookies.get(`${name}.${i}`) ?? ''
  return token === '' ? null : decodeCookie(token)
}

function decodeCookie(value: string) {
  try {
    return decodeURIComponent(value)
  } catch {
    // A broken escape is no token of ours; it fails to open like any other.
    return value
  }
}

const tooMany = (found: number) =>
  new CairnError('input.invalid', 'Too many cookies.', {
    meta: { field: 'cookie', found, expected: `at most ${maxChunks} session pieces` },
  })
