import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const withMessages = createNextIntlPlugin({
  requestConfig: './app/_ui/messages/request.ts',
  experimental: { messages: { path: './app/_ui/messages', format: 'json', locales: ['en', 'ja'], precompile: true } },
})

/** Headers that do not change by request; the content security policy carries a nonce and is set in proxy.ts. */
const securityHeaders = [
  { key: 'x-content-type-options', value: 'nosniff' },
  { key: 'referrer-policy', value: 'strict-origin-when-cross-origin' },
  { key: 'permissions-policy', value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=()' },
  { key: 'cross-origin-opener-policy', value: 'same-origin-allow-popups' },
]

const config: NextConfig = {
  poweredByHeader: false,
  // Types are checked by `./cairn test`, tests included; a start should not wait for them.
  typescript: { ignoreBuildErrors: true },
  reactStrictMode: true,
  // Title and description stand in the head for everybody, not only for the search engines that Next knows: they are read in a moment.
  htmlLimitedBots: /.*/,
  // Native modules and code that reads its own files stay out of the bundle.
  serverExternalPackages: [
    'pg',
    'subset-font',
    'pino',
    'prom-client',
    '@aztec/bb.js',
    '@noir-lang/noir_js',
    '@noir-lang/acvm_js',
    '@noir-lang/noirc_abi',
  ],
  // Lists come through proxy.ts to `/v1`, up to 16 MiB. Of what is longer than this only the beginning would arrive.
  experimental: { proxyClientMaxBodySize: 17 * 1024 * 1024 },
  // Both languages are one set of pages; proxy.ts has said which one is asked for. A rewrite inside the proxy would leave the process when
  // the server listens on an address other than `localhost`.
  rewrites: async () => ({ beforeFiles: [{ source: '/ja/:path*', destination: '/:path*' }], afterFiles: [], fallback: [] }),
  headers: async () => [
    { source: '/:path*', headers: securityHeaders },
    // Only the card under /embed may be framed (app/_share/picturePolicy.ts).
    { source: '/((?!embed/).*)', headers: [{ key: 'x-frame-options', value: 'DENY' }] },
  ],
}

export default withMessages(config)
