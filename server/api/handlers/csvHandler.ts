import * as z from 'zod'
import { errorResponse, toPublicError } from '#server/api/apiError.ts'
import { boardQuestion } from '#server/api/fields.ts'
import { CairnError } from '#server/shared/errors.ts'
import { checkHost } from './authHandler.ts'
import { callerPrefix, requestIdOf } from './requestFacts.ts'
import { openStudioFile } from './studioFiles.ts'
import type { ApiDeps } from './trpcHandler.ts'

const limit = { points: 12, seconds: 60 }
const noFields = z.strictObject({})
const boardFields = z.strictObject(boardQuestion)

type File = { filename: string; lines: AsyncGenerator<string> }

/**
 * `GET /api/csv/credentials`: all credentials of the signed-in member. `GET /api/csv/leaderboard?period=…`: a whole leaderboard.
 * `GET /api/csv/participants?space=…&quest=…` and `/rewards`: of a quest, for its project.
 */
export function createCsvHandler(deps: ApiDeps) {
  return async (request: Request): Promise<Response> => {
    const requestId = requestIdOf(request.headers)
    const { members, limiter } = deps
    try {
      if (request.method !== 'GET') throw new CairnError('not-found', 'A file is read by GET.')
      checkHost(request.headers, members.origin)
      await limiter.take('csv', callerPrefix(request.headers), limit)
      const { filename, lines } = await openFile(deps, request)
      // The first line is asked for before anything is answered: what fails at once is an error, not half a file.
      const first = await lines.next()
      return new Response(streamOf(first, lines), {
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="${filename}"`,
          ...{ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'x-request-id': requestId },
        },
      })
    } catch (error) {
      if (toPublicError(error).httpStatus >= 500) members.log.error({ err: error, requestId }, 'a file could not be written')
      return errorResponse(error, requestId)
    }
  }
}

async function openFile(deps: ApiDeps, request: Request): Promise<File> {
  const { members } = deps
  const { pathname, searchParams } = new URL(request.url)
  const query = Object.fromEntries(searchParams)
  const name = pathname.split('/').at(-1)
  const day = new Date(members.now()).toISOString().slice(0, 10)
  if (name === 'credentials') {
    noFields.parse(query)
    const session = await members.getSession(request.headers.get('cookie'))
    if (!session) throw new CairnError('auth.required', 'Sign in first.')
    return { filename: `cairn-credentials-${day}.csv`, lines: members.credentials.csv({ accountId: session.accountId }) }
  }
  if (name === 'leaderboard') {
    const question = boardFields.parse(query)
    const board = await members.reputation.findBoard(question)
    const parts = [question.period, question.category, question.space].filter((part) => part !== undefined)
    return { filename: `cairn-leaderboard-${[...parts, day].join('-')}.csv`, lines: members.reputation.leaderboardCsv(board) }
  }
  const file = await openStudioFile(deps, request, { name, query, day })
  if (file) return file
  throw new CairnError('not-found', 'There is no such file.', { meta: { field: 'path', found: pathname.slice(0, 100) } })
}

/** Characters that are sent at once. */
const chunk = 32_768

/** Lines as they are read, many at once: a reader that goes away ends the reading. */
function streamOf(first: IteratorResult<string>, lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let line = first
  return new ReadableStream({
    async pull(controller) {
      let text = ''
      for (; !line.done && text.length < chunk; line = await lines.next()) text += line.value
      if (text !== '') controller.enqueue(encoder.encode(text))
      if (line.done) controller.close()
    },
    async cancel() {
      await lines.return(undefined)
    },
  })
}
