import { type NextRequest, NextResponse } from 'next/server'
import { contentSecurityPolicy } from '#app/_data/contentSecurityPolicy.ts'
import { localeHeader, splitLocale } from '#app/_ui/locale.ts'
import { readEnv } from '#server/shared/env.ts'

const env = readEnv()
const gateway = `http://127.0.0.1:${env.CAIRN_GATEWAY_PORT}`
const rpc = `http://127.0.0.1:${env.CAIRN_RPC_PORT}`
const toGateway = /^\/(?:sse|v1)(?:\/|$)/
const toRpc = /^\/rpc(?:\/|$)/
const requestIdShape = /^[\w-]{8,64}$/

/** One origin for everything: gateway paths go on to the gateway, the slot's RPC to its process, pages get their language, a request id and a policy with a nonce. */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl
  const headers = new Headers(request.headers)
  const given = headers.get('x-request-id')
  const requestId = given && requestIdShape.test(given) ? given : crypto.randomUUID()
  headers.set('x-request-id', requestId)

  if (toGateway.test(pathname) || toRpc.test(pathname)) {
    const { hostname } = request.nextUrl
    headers.set('x-forwarded-host', request.headers.get('host') ?? hostname)
    return NextResponse.rewrite(new URL(`${pathname}${search}`, toRpc.test(pathname) ? rpc : gateway), { request: { headers } })
  }
  if (/^\/en(?:\/|$)/.test(pathname)) {
    const url = request.nextUrl.clone()
    url.pathname = pathname.slice(3) || '/'
    return NextResponse.redirect(url, 308)
  }

  const { locale } = splitLocale(pathname)
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
  const policy = contentSecurityPolicy({ nonce, l2Origin: new URL(env.CAIRN_L2_RPC).origin, development: env.NODE_ENV === 'development' })
  headers.set(localeHeader, locale)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  response.headers.set('x-request-id', requestId)
  return response
}

export const config = {
  matcher: ['/((?!api/|badge/|embed/|oembed|og/|_next/static|_next/image|fonts/|icon|apple-icon|favicon|robots.txt|sitemap.xml).*)'],
}
