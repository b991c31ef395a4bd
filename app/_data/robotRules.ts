import type { MetadataRoute } from 'next'

/** Paths that are for members, programs or the moment; the rest is for everyone. */
const closed = [
  '/api/',
  '/me$',
  '/me/',
  '/ja/me$',
  '/ja/me/',
  '/studio',
  '/ja/studio',
  '/search',
  '/ja/search',
  '/rpc',
  '/sse',
  '/offline',
  '/metrics',
  '/healthz',
  '/readyz',
]

export const robotRules = (origin: string): MetadataRoute.Robots => ({
  rules: [{ userAgent: '*', allow: '/', disallow: closed }],
  sitemap: `${origin}/sitemap.xml`,
})
