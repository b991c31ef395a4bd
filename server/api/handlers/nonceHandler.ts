import { errorResponse } from '#server/api/apiError.ts'
import { cookieNames, parseCookies } from '#server/auth/cookies.ts'
import { CairnError } from '#server/shared/errors.ts'
import { type AuthHandlerDeps, checkHost } from './authHandler.ts'
import { callerPrefix, requestIdOf } from './requestFacts.ts'

const limit = { points: 30, seconds: 60 }
const browserIdShape = /^[0-9a-f]{32}$/
const yearSeconds = 365 * 24 * 3600

/** A challenge for this browser. The browser is told apart by a cookie that no script can read; a nonce counts only beside it. */
export function createNonceHandler({ members, limiter }: AuthHandlerDeps) {
  return async (request: Request): Promise<Response> => {
    const requestId = requestIdOf(request.headers)
    try {
      if (request.method !== 'GET') throw new CairnError('not-found', 'A nonce is read by GET.')
      checkHost(request.headers, members.origin)
      await limiter.take('auth.nonce', callerPrefix(request.headers), limit)
      const names = cookieNames(members.origin)
      const known = parseCookies(request.headers.get('cookie')).get(names.browser)
      const browserId = known !== undefined && browserIdShape.test(known) ? known : members.newBrowserId()
      const { nonce, expiresAt } = await members.issueNonce(browserId)
      const headers = new Headers({ 'content-type': 'application/json', 'cache-control': 'no-store', 'x-request-id': requestId })
      headers.append(
        'set-cookie',
        `${names.browser}=${browserId}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${yearSeconds}${names.secure ? '; Secure' : ''}`,
      )
      const now = members.now()
      const body = {
        nonce,
        issuedAt: new Date(now).toISOString(),
        expiresAt: expiresAt.toISOString(),
        domain: new URL(members.origin).host,
        uri: members.origin,
      }
      return new Response(JSON.stringify(body), { headers })
    } catch (error) {
      return errorResponse(error, requestId)
    }
  }
}
