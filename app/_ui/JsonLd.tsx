import { headers } from 'next/headers'
import { getLocale } from 'next-intl/server'
import { siteOrigin } from '#app/_data/siteOrigin.ts'
import { type StructuredData, writeStructuredData } from '#app/_data/structuredData.ts'
import type { Locale } from './locale.ts'

/** What a page is about, for programs that read it (JSON-LD). It carries the page's nonce like every script, though it runs nothing. */
export async function JsonLd({ of }: { of: (site: { origin: string; locale: Locale }) => StructuredData }) {
  const [head, asked] = await Promise.all([headers(), getLocale()])
  const nonce = /'nonce-([^']+)'/.exec(head.get('content-security-policy') ?? '')?.[1]
  const data = of({ origin: siteOrigin(), locale: asked === 'ja' ? 'ja' : 'en' })
  return (
    <script type="application/ld+json" nonce={nonce}>
      {writeStructuredData(data)}
    </script>
  )
}
