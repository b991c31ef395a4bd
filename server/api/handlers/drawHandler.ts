import * as z from 'zod'
import { errorResponse, toPublicError } from '#server/api/apiError.ts'
import { slug } from '#server/api/fields.ts'
import { mostInPage } from '#server/quests/draw/readDraw.ts'
import { type Cell, writeCsv } from '#server/shared/csv.ts'
import { CairnError } from '#server/shared/errors.ts'
import { checkHost } from './authHandler.ts'
import { callerPrefix, requestIdOf } from './requestFacts.ts'
import type { ApiDeps } from './trpcHandler.ts'

const limit = { points: 120, seconds: 60 }
const whole = z.string().regex(/^\d{1,10}$/)

const question = z.strictObject({
  /** What the part before ended with. */
  after: whole.transform(Number).optional(),
  limit: whole.transform(Number).pipe(z.number().min(1).max(mostInPage)).optional(),
  format: z.enum(['json', 'csv']).optional(),
})

const columns = { entrants: ['credential'], winners: ['rank', 'tier', 'credential', 'ticket'] } as const

/**
 * `GET /api/draws/SLUG/entrants` and `/winners`, in parts: `after`, `limit` (10,000 at most), `format` (`json`, `csv`). JSON says what to go on after in
 * `next`, CSV in a `Link` header.
 */
export function createDrawHandler({ members, limiter }: ApiDeps) {
  return async (request: Request): Promise<Response> => {
    const requestId = requestIdOf(request.headers)
    try {
      if (request.method !== 'GET') throw new CairnError('not-found', 'A list is read by GET.')
      checkHost(request.headers, members.origin)
      await limiter.take('draws', callerPrefix(request.headers), limit)
      const { pathname, searchParams } = new URL(request.url)
      const [name = '', list = ''] = pathname.split('/').slice(-2)
      if (list !== 'entrants' && list !== 'winners')
        throw new CairnError('not-found', 'There is no such list.', { meta: { field: 'path', found: pathname.slice(0, 100) } })
      const { after = -1, limit: most = mostInPage, format = 'json' } = question.parse(Object.fromEntries(searchParams))
      const page = { slug: slug.parse(name), after, limit: most }
      const { items, next } = await members.draws[list](page)
      const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'x-request-id': requestId }
      if (format === 'json') return Response.json({ quest: page.slug, items, next }, { headers })
      const going = `?after=${next}&limit=${page.limit}&format=csv`
      return new Response(await csvOf(columns[list], items), {
        headers: {
          ...{ ...headers, 'content-type': 'text/csv; charset=utf-8' },
          'content-disposition': `attachment; filename="cairn-${page.slug}-${list}.csv"`,
          ...(next === null ? {} : { link: `<${members.origin}${pathname}${going}>; rel="next"` }),
        },
      })
    } catch (error) {
      if (toPublicError(error).httpStatus >= 500) members.log.error({ err: error, requestId }, 'a list of a draw could not be read')
      return errorResponse(error, requestId)
    }
  }
}

async function csvOf(header: readonly string[], items: readonly Readonly<Record<string, Cell>>[]): Promise<string> {
  async function* rows() {
    for (const item of items) yield header.map((column) => item[column] ?? null)
  }
  let text = ''
  for await (const line of writeCsv(header, rows())) text += line
  return text
}
