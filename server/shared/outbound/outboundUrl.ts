import { isPublicAddress } from './publicAddress.ts'

const maxLength = 2000
const ports = new Set(['', '443', '8443'])
/** Names that only mean something inside somebody's network (RFC 6761, 6762, 7686, 8375). */
const innerNames = ['localhost', 'local', 'localdomain', 'internal', 'intranet', 'lan', 'home', 'corp', 'home.arpa', 'onion', 'arpa']
const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * What is wrong with a URL that somebody else chose and that we are to ask, as far as its text tells; null when nothing is. Its host may still lead to
 * an address that is refused when it is asked. The URL parser has brought every spelling of an IPv4 address (decimal, octal, hex, short) to its dotted form.
 */
export function outboundUrlProblem(text: string): string | null {
  if (text.length > maxLength) return `at most ${maxLength} characters`
  if (!URL.canParse(text)) return 'an absolute URL is expected'
  const url = new URL(text)
  if (url.protocol !== 'https:') return 'https is expected'
  if (url.username !== '' || url.password !== '') return 'no name or password before the host'
  if (!ports.has(url.port)) return 'port 443 or 8443 is expected'
  if (url.hash !== '') return 'no fragment'
  return hostProblem(url.hostname.replace(/\.$/, ''))
}

function hostProblem(host: string): string | null {
  if (host.startsWith('[')) return isPublicAddress(host.slice(1, -1)) ? null : 'a public address is expected'
  if (/^[\d.]+$/.test(host)) return isPublicAddress(host) ? null : 'a public address is expected'
  if (!/^[a-z0-9_-]+(\.[a-z0-9_-]+)+$/.test(host)) return 'a public host name is expected'
  return innerNames.some((name) => host.endsWith(`.${name}`)) ? 'a public host name is expected' : null
}

/** The origin of a plain-http URL of this machine; null for any other. Only a deployment that names that origin in its settings asks it. */
export function loopbackOrigin(text: string): string | null {
  if (text.length > maxLength || !URL.canParse(text)) return null
  const url = new URL(text)
  const plain = url.protocol === 'http:' && loopback.has(url.hostname) && url.username === '' && url.password === '' && url.hash === ''
  return plain ? url.origin : null
}
