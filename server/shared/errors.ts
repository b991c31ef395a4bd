/** Says what an error is where its class cannot: the site is built in several bundles, each with a copy of this file. */
const mark = Symbol.for('cairn.error')

/**
 * The one base of every error the project raises on purpose.
 * `code` is stable and public; `message` is short and safe to show; `meta` names the field, what was found and what was expected.
 */
export class CairnError extends Error {
  override readonly name: string = 'CairnError'
  readonly code: ErrorCode
  readonly meta: ErrorMeta
  readonly docsPath: string

  constructor(code: ErrorCode, message: string, options: { meta?: ErrorMeta; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.meta = options.meta ?? {}
    this.docsPath = `/docs/errors#${code}`
  }

  get [mark]() {
    return true
  }
}

export type ErrorMeta = { readonly field?: string; readonly found?: unknown; readonly expected?: unknown; readonly [key: string]: unknown }

/** Every code with the HTTP status that the API edge answers. */
export const errorStatus = {
  'input.invalid': 400,
  'input.too-large': 413,
  'input.too-slow': 408,
  'input.not-json': 415,
  'auth.required': 401,
  'auth.refused': 401,
  'auth.forbidden': 403,
  'origin.refused': 403,
  'key.invalid': 401,
  'key.expired': 401,
  'key.revoked': 401,
  'key.scope': 403,
  'not-found': 404,
  conflict: 409,
  'rate.limited': 429,
  'quest.malformed': 400,
  'quest.not-published': 409,
  'quest.not-open': 409,
  'quest.delisted': 409,
  'quest.sold-out': 409,
  'quest.unfunded': 409,
  'quest.funds-short': 409,
  'quest.not-started': 409,
  'quest.incomplete': 409,
  'quest.prerequisite': 409,
  'draft.stale': 409,
  'draft.state': 409,
  'draft.unacknowledged': 409,
  'draft.own': 409,
  'draft.address': 409,
  'quiz.cool-down': 429,
  'evidence.malformed': 400,
  'wallet.taken': 409,
  'wallet.last': 409,
  'wallet.counted': 409,
  'connection.taken': 409,
  'service.unreachable': 503,
  'events.missed': 503,
  'list.malformed': 400,
  'domain.unproven': 409,
  'picture.refused': 400,
  'abi.malformed': 400,
  'contract.absent': 404,
  'funds.not-local': 403,
  'chain.unknown': 400,
  'chain.unreachable': 503,
  'chain.refused': 502,
  'rollup.refused': 409,
  'rollup.malformed': 400,
  'rollup.not-found': 404,
  'escape.not-frozen': 409,
  'escape.payee': 403,
  'escape.not-derivable': 502,
  'credential.invalid': 400,
  'credential.other-slot': 409,
  'credential.not-yours': 403,
  'config.invalid': 500,
  internal: 500,
} as const satisfies Record<string, number>

export type ErrorCode = keyof typeof errorStatus

/** True for errors that were raised on purpose and may be shown. */
export function isCairnError(error: unknown): error is CairnError {
  return typeof error === 'object' && error !== null && mark in error
}

/** Wraps anything thrown into the base, keeping it as the cause. */
export function toCairnError(error: unknown): CairnError {
  return isCairnError(error) ? error : new CairnError('internal', 'Something went wrong on our side.', { cause: error })
}
