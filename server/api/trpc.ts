import { initTRPC } from '@trpc/server'
import * as z from 'zod'
import type { PlatformRight } from '#server/platform/role.ts'
import { CairnError, isCairnError } from '#server/shared/errors.ts'
import type { SpaceRight } from '#server/spaces/role.ts'
import { toPublicError, toTrpcError } from './apiError.ts'
import type { ApiContext } from './context.ts'
import { slug } from './fields.ts'
import type { Limit } from './limiter.ts'

/** Everyone, signed-in members, or those whose role in the named space, or on the platform, has a right. */
export type Rights = 'anyone' | 'member' | { space: SpaceRight } | { platform: PlatformRight }
/** Who may call a procedure, and how often one caller may. A procedure without `rights` is refused to everyone. */
export type ProcedureMeta = { rights: Rights; limit?: Limit }

const t = initTRPC
  .context<ApiContext>()
  .meta<ProcedureMeta>()
  .create({
    isServer: true,
    errorFormatter({ shape, error, ctx }) {
      const { message, ...shown } = toPublicError(error)
      return { code: shape.code, message, data: { ...shown, path: shape.data.path ?? null, requestId: ctx?.requestId ?? null } }
    },
    sse: { maxDurationMs: 10 * 60_000, ping: { enabled: true, intervalMs: 10_000 }, client: { reconnectAfterInactivityMs: 25_000 } },
  })

export const { router, mergeRouters, createCallerFactory } = t

/** Errors raised on purpose keep their status; everything else becomes a 500 without a word about why. */
const codedErrors = t.middleware(async ({ next }) => {
  const result = await next()
  if (!result.ok && isCairnError(result.error.cause)) throw toTrpcError(result.error.cause)
  return result
})

const defaultLimits = {
  query: { points: 600, seconds: 60 },
  mutation: { points: 60, seconds: 60 },
  subscription: { points: 120, seconds: 60 },
} as const

/** Each call of a batch is counted by itself: by account, address prefix and procedure. */
const limited = t.middleware(async ({ ctx, meta, path, type, next }) => {
  await ctx.limiter.take(path, `${ctx.session?.accountId ?? 'anonymous'}|${ctx.ip}`, meta?.limit ?? defaultLimits[type])
  return next()
})

/** Rights are checked from the procedure's own data, before its input is read. */
const permitted = t.middleware(({ ctx, meta, next }) => {
  if (!meta?.rights) throw new CairnError('auth.forbidden', 'Nobody may do this.')
  if (meta.rights === 'anyone' || ctx.session) return next()
  throw new CairnError('auth.required', 'Sign in first.')
})

/** One line for each click that changes something: where a batch's request id began. */
const logged = t.middleware(async ({ ctx, path, type, next }) => {
  const result = await next()
  const { requestId, session, members } = ctx
  if (type === 'mutation') members.log.info({ requestId, procedure: path, accountId: session?.accountId, ok: result.ok }, 'mutation')
  return result
})

const base = t.procedure.use(logged).use(codedErrors).use(limited).use(permitted)

/** For everyone. `ctx.session` is there when the caller is signed in. */
export const anyone = base.meta({ rights: 'anyone' })

/** For signed-in members. */
export const member = base.meta({ rights: 'member' }).use(({ ctx, next }) => {
  // Said again by `permitted`; this one is for the type.
  if (!ctx.session) throw new CairnError('auth.required', 'Sign in first.')
  return next({ ctx: { ...ctx, session: ctx.session } })
})

/**
 * For members whose role in `space` has the right; `ctx.space` is that space with their role. The role is read at each call: one that was taken away counts
 * at once. Procedures repeat `space` in their own strict input.
 */
export const inSpace = (right: SpaceRight) =>
  member
    .meta({ rights: { space: right } })
    .input(z.object({ space: slug }))
    .use(async ({ ctx, input, next }) =>
      next({ ctx: { ...ctx, space: await ctx.members.studio.enter({ slug: input.space, accountId: ctx.session.accountId, right }) } }),
    )

/**
 * For those who look after the platform and whose role there has the right; `ctx.actor` is the member with that role. Asked before the input is read, and at
 * each call.
 */
export const onPlatform = (right: PlatformRight) =>
  member.meta({ rights: { platform: right } }).use(async ({ ctx, next }) => {
    const { accountId } = ctx.session
    return next({ ctx: { ...ctx, actor: { accountId, role: await ctx.members.platform.enter({ accountId, right }) } } })
  })
