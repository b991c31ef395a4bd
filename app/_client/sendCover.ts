'use client'

/** As the server has them (server/quests/covers/pictureProblem.ts). */
export const coverLimits = { bytes: 6 * 1024 * 1024, types: ['image/jpeg', 'image/png', 'image/webp'] } as const

/** `problem`: why a picture is not taken, where the answer says so. */
export type CoverRefusal = { code: string; problem: string | null }

type Sending = { space: string; file: Blob; onProgress(part: number): void; signal: AbortSignal }

/** Sends a picture; by XMLHttpRequest, which alone says how far it is. Rejects with a `CoverRefusal`. */
export function sendCover({ space, file, onProgress, signal }: Sending): Promise<{ picture: string }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const refuse = (code: string, problem: string | null = null) => reject({ code, problem } satisfies CoverRefusal)
    request.open('POST', `/api/covers?space=${encodeURIComponent(space)}`)
    request.setRequestHeader('content-type', file.type.startsWith('image/') ? file.type : 'application/octet-stream')
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onerror = () => refuse('offline')
    request.onabort = () => refuse('aborted')
    request.onload = () => {
      const answer = request.response as { picture?: unknown; error?: { code?: unknown; found?: unknown } } | null
      if (request.status === 200 && typeof answer?.picture === 'string') return resolve({ picture: answer.picture })
      const problem = answer?.error?.found
      refuse(
        typeof answer?.error?.code === 'string' ? answer.error.code : 'unknown',
        typeof problem === 'string' ? (problem.split(':')[0] ?? null) : null,
      )
    }
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
}
