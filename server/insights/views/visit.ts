import { createHmac } from 'node:crypto'

/** Where a visitor came from, as far as it is kept: a host, and what the link called itself. */
export type Origin = { referrer: string | null; ref: string | null }

/** What a beacon says of where it came from; `own`: our own host, which leads from page to page and is no referrer. */
export function readOrigin(said: { referrer?: string | undefined; ref?: string | undefined }, own: string): Origin {
  const ref = said.ref ?? ''
  return { referrer: hostOf(said.referrer ?? '', own), ref: /^[\w.~-]{1,64}$/.test(ref) ? ref : null }
}

/** URLs may have hosts with quotes, equal signs and the like: no name in use does. */
const plainHost = /^(?:[a-z0-9](?:[a-z0-9._-]{0,251}[a-z0-9])?|\[[0-9a-f:.]{2,45}\])$/

function hostOf(referrer: string, own: string): string | null {
  if (!URL.canParse(referrer)) return null
  const { protocol, hostname } = new URL(referrer)
  if (protocol !== 'https:' && protocol !== 'http:') return null
  const host = hostname.replace(/^www\./, '').replace(/\.$/, '')
  return host !== own && plainHost.test(host) ? host : null
}

/** Those that run scripts and say that nobody looks. */
const robots = /bot\b|bot\/|crawl|spider|slurp|headless|lighthouse|preview|facebookexternalhit|pingdom|phantom/i

/** Whether a request is no visit: a robot's, or of a page that is fetched ahead and may never be seen. */
export const isNoVisit = (userAgent: string, purpose: string): boolean =>
  userAgent === '' || robots.test(userAgent) || /prefetch/i.test(purpose)

/** What one browser's visits of one quest on one day have in common; without the salt nothing leads back from it. */
export function visitorDigest(salt: Uint8Array, { ip, userAgent, quest }: { ip: string; userAgent: string; quest: string }): string {
  return createHmac('sha256', salt)
    .update(JSON.stringify([ip, userAgent, quest]))
    .digest('base64url')
    .slice(0, 22)
}
