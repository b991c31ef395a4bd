import type { NextAuthOptions, User } from 'next-auth'
import type { Log } from '#server/shared/log.ts'
import { cookieNames, parseCookies } from './cookies.ts'
import { findSession, type SessionDeps } from './session.ts'
import { type SignedText, type VerifyDeps, verifySignIn } from './verifySignIn.ts'
import type { WalletId } from './walletId.ts'

export const sessionLifetimeSeconds = 30 * 24 * 3600

export type AuthDeps = SessionDeps &
  VerifyDeps & {
    log: Log
    newId(): string
    /** Ends one session of an account, and its streams. */
    endSession(accountId: string, id: string): Promise<unknown>
    /** Finds or makes the account of a proven wallet (room `accounts`). */
    signInWith(wallet: WalletId): Promise<{ accountId: string }>
  }

type SignedInUser = User & { sessionId: string }

/**
 * next-auth with two Credentials providers. Its JWT is only a pointer (`sid`, the OIDC claim: next-auth overwrites `jti` each time it seals a token)
 * to a row in `sessions`; without the row there is no session.
 */
export function nextAuthOptions(deps: AuthDeps): NextAuthOptions {
  const names = cookieNames(deps.origin)
  const cookie = (name: string, httpOnly = true) => ({
    name,
    options: { httpOnly, sameSite: 'lax' as const, path: '/', secure: names.secure },
  })
  return {
    secret: deps.secret,
    session: { strategy: 'jwt', maxAge: sessionLifetimeSeconds },
    useSecureCookies: names.secure,
    cookies: { sessionToken: cookie(names.session), callbackUrl: cookie(names.callback), csrfToken: cookie(names.csrf) },
    pages: { signIn: '/', signOut: '/', error: '/' },
    logger: {
      error: (code, metadata) => deps.log.info({ code, reason: reasonOf(metadata) }, 'next-auth refused'),
      warn: (code) => deps.log.debug({ code }, 'next-auth warning'),
      debug: () => undefined,
    },
    providers: [provider(deps, 'siwe', 'Ethereum'), provider(deps, 'siws', 'Solana')],
    callbacks: {
      redirect: ({ url }) => ownUrl(url, deps.origin),
      jwt({ token, user }) {
        return user ? { sub: user.id, sid: (user as SignedInUser).sessionId } : token
      },
      async session({ session, token }) {
        const found = typeof token.sid === 'string' ? await findSession(deps, token.sid) : null
        // next-auth answers a throw here with `{}` and a removed cookie: the browser learns that it is signed out.
        if (!found) throw new Error('session.revoked')
        return { expires: session.expires, accountId: found.accountId, wallet: found.wallet }
      },
    },
    events: {
      async signOut({ token }) {
        if (typeof token.sid === 'string' && typeof token.sub === 'string') await deps.endSession(token.sub, token.sid)
      },
    },
  }
}

function provider(deps: AuthDeps, kind: SignedText['kind'], name: string): NextAuthOptions['providers'][number] {
  const authorize = async (input: Record<string, string> | undefined, request: { headers?: Record<string, unknown> }) => {
    // Whatever goes wrong in here must end as null: next-auth puts the text of an exception into the URL.
    try {
      return await signIn(
        deps,
        { kind, message: String(input?.message ?? ''), signature: String(input?.signature ?? '') },
        request.headers ?? {},
      )
    } catch (error) {
      deps.log.error({ err: error, provider: kind }, 'sign-in failed')
      return null
    }
  }
  return {
    id: kind,
    name,
    type: 'credentials',
    credentials: { message: {}, signature: {} },
    authorize,
    // next-auth merges `options` over the provider when it starts.
    options: { id: kind, name, credentials: { message: {}, signature: {} }, authorize },
  }
}

async function signIn(deps: AuthDeps, signed: SignedText, headers: Record<string, unknown>): Promise<SignedInUser | null> {
  const browserId = parseCookies(String(headers.cookie ?? '')).get(cookieNames(deps.origin).browser)
  const verified = browserId ? await verifySignIn(deps, signed, browserId) : ({ ok: false, reason: 'nonce.no-browser' } as const)
  if (!verified.ok) {
    deps.log.info({ provider: signed.kind, code: verified.reason }, 'sign-in refused')
    return null
  }
  const { wallet } = verified.value
  const { accountId } = await deps.signInWith(wallet)
  const sessionId = deps.newId()
  await deps.sessions.create({
    id: sessionId,
    accountId,
    wallet,
    userAgent: String(headers['user-agent'] ?? '').slice(0, 300),
    expiresAt: new Date(deps.now() + sessionLifetimeSeconds * 1000),
  })
  deps.log.info({ provider: signed.kind, accountId }, 'signed in')
  return { id: accountId, sessionId }
}

/** The URL when it stays on our origin, else our home: never a way out for a phisher. */
export function ownUrl(url: string, origin: string): string {
  const plain = url.startsWith('/') && !/[\\\t\n\r]/.test(url) && !url.startsWith('//') ? `${origin}${url}` : url
  return URL.canParse(plain) && new URL(plain).origin === origin ? plain : origin
}

const reasonOf = (metadata: unknown) => (metadata instanceof Error ? metadata.message : 'see code')
