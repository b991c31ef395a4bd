/** What a sign-in needs before the tap: phones open the wallet only in direct answer to a touch, so nothing may be fetched after it. */
export type Challenge = { nonce: string; csrfToken: string; fetchedAt: number }

export const signInStatement = 'Sign in to Cairn. This proves the wallet is yours; it costs nothing and moves nothing.'

/** Younger than the server's five minutes, with room to sign. */
const freshFor = 3.5 * 60_000

export const isFresh = (challenge: Challenge | null, now: number): challenge is Challenge =>
  challenge !== null && now - challenge.fetchedAt < freshFor

async function readJson<T>(path: string): Promise<T> {
  const response = await fetch(path, { headers: { accept: 'application/json' }, cache: 'no-store' })
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  return (await response.json()) as T
}

export async function fetchChallenge(): Promise<Challenge> {
  const [{ nonce }, { csrfToken }] = await Promise.all([
    readJson<{ nonce: string }>('/api/auth/nonce'),
    readJson<{ csrfToken: string }>('/api/auth/csrf'),
  ])
  return { nonce, csrfToken, fetchedAt: Date.now() }
}

/** Hands the signed text to next-auth. True when it made a session. */
export async function signInWith(
  kind: 'siwe' | 'siws',
  csrfToken: string,
  signed: { message: string; signature: string },
): Promise<boolean> {
  const response = await fetch(`/api/auth/callback/${kind}`, {
    method: 'POST',
    body: new URLSearchParams({ csrfToken, json: 'true', ...signed }),
  })
  return response.ok
}

export async function signOut(): Promise<void> {
  const { csrfToken } = await readJson<{ csrfToken: string }>('/api/auth/csrf')
  await fetch('/api/auth/signout', { method: 'POST', body: new URLSearchParams({ csrfToken, json: 'true' }) })
}
