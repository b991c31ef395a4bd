import { readBody } from '#server/api/handlers/requestFacts.ts'
import { maxBodyBytes } from '#server/api/handlers/trpcHandler.ts'
import { CairnError } from '#server/shared/errors.ts'
import type { Body } from './route.ts'

/** The body that a route takes: JSON that was read, or the text of a file. A route without one refuses any. */
export async function readRestBody(request: Request, body: Body | null): Promise<unknown> {
  if (body === null) {
    if ((await readBody(request, maxBodyBytes)).trim() === '') return undefined
    throw new CairnError('input.invalid', 'This route takes no body.', { meta: { field: 'body', expected: 'nothing' } })
  }
  const wanted = body.kind === 'json' ? 'application/json' : 'text/csv'
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== wanted)
    throw new CairnError('input.not-json', `Only ${body.kind === 'json' ? 'JSON' : 'CSV'} is taken here.`, {
      meta: { field: 'content-type', found: type?.slice(0, 80) ?? 'nothing', expected: wanted },
    })
  if (body.kind === 'csv') return readBody(request, body.maxBytes, 60_000)
  const text = await readBody(request, maxBodyBytes)
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new CairnError('input.invalid', 'The body is no JSON.', { meta: { field: 'body', expected: 'JSON' }, cause })
  }
}
