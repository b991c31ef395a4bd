import { errorResponse } from '#server/api/apiError.ts'
import type { VisitTicket } from '#server/quests/visitLink.ts'
import { CairnError } from '#server/shared/errors.ts'
import { checkHost } from './authHandler.ts'
import { callerPrefix, requestIdOf } from './requestFacts.ts'
import type { ApiDeps } from './trpcHandler.ts'

const limit = { points: 60, seconds: 60 }

/** `GET /api/visit/<ticket>`: notes that the member opened the link, and leads on to the page that the quest names. */
export function createVisitHandler({ members, limiter, cursors }: ApiDeps) {
  return async (request: Request): Promise<Response> => {
    const requestId = requestIdOf(request.headers)
    try {
      if (request.method !== 'GET') throw new CairnError('not-found', 'A link is opened by GET.')
      checkHost(request.headers, members.origin)
      await limiter.take('visit', callerPrefix(request.headers), limit)
      const session = await members.getSession(request.headers.get('cookie'))
      if (!session) throw new CairnError('auth.required', 'Sign in first.')
      const sealed = new URL(request.url).pathname.split('/').at(-1) ?? ''
      // Sealed by us for this use, so it is a ticket.
      const ticket = cursors.open('visit', sealed.slice(0, 1000)) as VisitTicket
      const { url } = await members.quests.openVisit({ accountId: session.accountId, ticket })
      const headers = { location: url, 'referrer-policy': 'no-referrer', 'cache-control': 'no-store', 'x-request-id': requestId }
      return new Response(null, { status: 303, headers })
    } catch (error) {
      return errorResponse(error, requestId)
    }
  }
}
