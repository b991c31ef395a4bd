import { CairnError } from '#server/shared/errors.ts'

/** Where a space may link to, and the hosts that such a link leads to; null where each may be meant. */
const hostsOf = {
  docs: null,
  blog: null,
  forum: null,
  x: ['x.com', 'twitter.com'],
  discord: ['discord.gg', 'discord.com'],
  telegram: ['t.me'],
  github: ['github.com'],
  youtube: ['youtube.com', 'www.youtube.com'],
} as const satisfies Record<string, readonly string[] | null>

export type LinkKind = keyof typeof hostsOf
export const linkKinds = Object.keys(hostsOf) as [LinkKind, ...LinkKind[]]
export type Link = { kind: LinkKind; url: string }

const longest = 200

/** A URL that pages link to, as the URL parser writes it. Throws `input.invalid` unless it is plain https to a public name, without a user or port. */
export function readWebUrl(text: string, field: string): URL {
  const expected = `https://…, at most ${longest} characters, without user, password and port`
  const url = text.length <= longest && URL.canParse(text) ? new URL(text) : null
  const plain = url?.protocol === 'https:' && url.username === '' && url.password === '' && url.port === ''
  // A name with a dot that ends in letters: no addresses, nothing of an inner network.
  if (!url || !plain || !/^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]*[a-z0-9]$/.test(url.hostname) || /[\p{Cc}\p{Cf}\s]/u.test(text))
    throw new CairnError('input.invalid', 'This is no address of a web site.', { meta: { field, found: text.slice(0, 80), expected } })
  return url
}

/** Links as they are kept. Throws `input.invalid` naming the one that does not lead where it says. */
export function readLinks(links: readonly Link[]): Link[] {
  return links.map(({ kind, url: text }, i) => {
    const field = `links.${i}.url`
    const url = readWebUrl(text, field)
    const hosts: readonly string[] | null = hostsOf[kind]
    if (hosts !== null && !hosts.includes(url.hostname))
      throw new CairnError('input.invalid', `This does not lead to ${kind}.`, {
        meta: { field, found: url.hostname, expected: hosts.join(' or ') },
      })
    return { kind, url: url.href }
  })
}
