/** What a sign-in needs before the tap: phones open the wallet only in direct answer to a touch, so nothing may be fetched after it. */
export type Challenge = { nonce: string; csrfToken: string; fetchedAt: number }

export const signInStatement = 'Sign in to Cairn. This proves the wallet is yours; it costs nothing and moves nothing.'

/** Younger than the server's five minutes, with room to sign. */
const freshFor = 3.5 * 60_000

async function readJson<T>(path: string): Promise<T> {
  const response = await fetch(path, { headers: { accept: 'application/json' }, cache: 'no-store' })
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  return (await response.json()) as T
}

async function fetchChallenge(): Promise<Challenge> {
  const [{ nonce }, { csrfToken }] = await Promise.all([
    readJson<{ nonce: string }>('/api/auth/nonce'),
    readJson<{ csrfToken: string }>('/api/auth/csrf'),
  ])
  return { nonce, csrfToken, fetchedAt: Date.now() }
}

let ready: Promise<Challenge> | null = null

/**
 * Fetches a challenge ahead of the tap, at most one at a time: the first answer brings the cookie that tells this browser apart,
 * and two at once would bring two.
 */
export async function prepareChallenge(): Promise<void> {
  ready ??= fetchChallenge()
  const fetched = ready
  try {
    const { fetchedAt } = await fetched
    if (Date.now() - fetchedAt < freshFor) return
  } catch {
    // Not reachable just now: the tap tries again and says so.
  }
  if (ready === fetched) ready = null
}

/** The prepared challenge, or a new one when there is none or it is too old. Each is used once. */
export async function takeChallenge(): Promise<Challenge> {
  await prepareChallenge()
  const taken = ready ?? fetchChallenge()
  ready = null
  return taken
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

/** The push service then knows this browser no more, and the server forgets it at the next notice. */
async function endPush(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration()
  const subscription = await registration?.pushManager?.getSubscription()
  await subscription?.unsubscribe()
}

/** Ends the session here. What is pushed to this browser ends with it: the next person at it may be another. */
export async function signOut(): Promise<void> {
  // Signing out must not depend on a push service that is away.
  await endPush().catch(() => undefined)
  const { csrfToken } = await readJson<{ csrfToken: string }>('/api/auth/csrf')
  await fetch('/api/auth/signout', { method: 'POST', body: new URLSearchParams({ csrfToken, json: 'true' }) })
}
