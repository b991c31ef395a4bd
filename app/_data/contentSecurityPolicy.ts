export type PolicyInput = {
  nonce: string
  /** Where "verify in this browser" reads the settled root. */
  l2Origin: string
  /** The development server evaluates code for fast refresh. */
  development: boolean
}

/** Scripts run only by nonce; inline style attributes are allowed (they cannot run code), inline style elements are not. */
export function contentSecurityPolicy({ nonce, l2Origin, development }: PolicyInput): string {
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    development ? `style-src 'self' 'unsafe-inline'` : `style-src 'self' 'nonce-${nonce}'`,
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self' ${l2Origin}${development ? ' ws:' : ''}`,
    `worker-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ')
}
