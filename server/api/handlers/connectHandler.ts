import * as z from 'zod'
import { service } from '#server/api/fields.ts'
import { CairnError, isCairnError } from '#server/shared/errors.ts'
import { checkHost } from './authHandler.ts'
import { callerPrefix, requestIdOf } from './requestFacts.ts'
import type { ApiDeps } from './trpcHandler.ts'

const limit = { points: 30, seconds: 60 }
const query = z.object({ state: z.string().min(1).max(1000), code: z.string().min(1).max(2000).optional() })
type State = { nonce: string; quest: string | null }

/**
 * `GET /api/connect/<service>`: the browser comes back from the service. It always ends on a page of ours; `connected` or `problem` in its address says how
 * it went. Nothing of the code or of the tokens is said or logged.
 */
export function createConnectHandler({ members, limiter, cursors }: ApiDeps) {
  return async (request: Request): Promise<Response> => {
    const requestId = requestIdOf(request.headers)
    let back = '/me'
    try {
      if (request.method !== 'GET') throw new CairnError('not-found', 'A service leads back here by GET.')
      checkHost(request.headers, members.origin)
      await limiter.take('connect', callerPrefix(request.headers), limit)
      const url = new URL(request.url)
      const { state, code } = query.parse(Object.fromEntries(url.searchParams))
      // Sealed by us for this use, so it is a state: the page to go back to is one of ours.
      const { nonce, quest } = cursors.open('connect', state) as State
      if (quest !== null) back = `/quests/${quest}`
      const session = await members.getSession(request.headers.get('cookie'))
      if (!session) throw new CairnError('auth.required', 'Sign in first.')
      const which = service.parse(url.pathname.split('/').at(-1))
      if (code === undefined) throw new CairnError('auth.refused', 'The service was not told yes.')
      await members.connections.finish({ accountId: session.accountId, service: which, nonce, code })
      return redirect(members.origin, `${back}?connected=${which}`, requestId)
    } catch (error) {
      const problem = isCairnError(error) ? error.code : error instanceof z.ZodError ? 'input.invalid' : 'internal'
      if (problem === 'internal' || problem === 'config.invalid')
        members.log.error({ err: error, requestId }, 'connecting an account failed')
      else members.log.info({ code: problem, requestId }, 'an account was not connected')
      return redirect(members.origin, `${back}?problem=${problem}`, requestId)
    }
  }
}

const redirect = (origin: string, path: string, requestId: string) =>
  new Response(null, {
    status: 303,
    headers: { location: `${origin}${path}`, 'referrer-policy': 'no-referrer', 'cache-control': 'no-store', 'x-request-id': requestId },
  })
