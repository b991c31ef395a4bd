import { findChain } from '#chains/registry.ts'
import type { Services } from '#server/accounts/connections/services.ts'
import { createSealer, type Sealer } from '#server/auth/sealing.ts'
import type { Env } from '#server/shared/env.ts'
import { CairnError } from '#server/shared/errors.ts'
import { createGuardedFetch, OutboundError } from '#server/shared/outbound/guardedFetchClient.ts'
import { type AbiSource, createSourcify, sourcifyBytes } from '#server/verify/contracts/sourcifyClient.ts'

/** What a process needs to ask others: the guarded client, the services that are set up, and what opens tokens and secrets (null without its key). */
export type Outbound = ReturnType<typeof composeOutbound>

/** Asks nobody: for a process or test that has no business outside. */
export const closedOutbound: Outbound = {
  localEndpoints: new Set(),
  sealer: null,
  services: {},
  abiSource: null,
  fetch: () => Promise.reject(new OutboundError('refused', 'this process asks nobody')),
}

/** Throws `config.invalid` where a deployment that is not local would ask this machine. */
export function composeOutbound(env: Env) {
  const localEndpoints = localOnly(env)
  const sealer: Sealer | null = env.CAIRN_SEAL_KEY === undefined ? null : createSealer(env.CAIRN_SEAL_KEY)
  const { CAIRN_SOURCIFY_URL: sourcify } = env
  const abiSource: AbiSource | null = sourcify
    ? createSourcify({ url: sourcify, fetch: createGuardedFetch({ localOrigins: localEndpoints, maxBytes: sourcifyBytes }) })
    : null
  return { localEndpoints, sealer, services: services(env), abiSource, fetch: createGuardedFetch({ localOrigins: localEndpoints }) }
}

/** Endpoints over plain http stand in for real ones beside local chains, and nowhere else. */
function localOnly(env: Env): ReadonlySet<string> {
  const local = findChain(`eip155:${env.CAIRN_L2_CHAIN_ID}`)?.local ?? false
  if (env.CAIRN_LOCAL_ENDPOINTS.length > 0 && !local)
    throw new CairnError('config.invalid', 'CAIRN_LOCAL_ENDPOINTS is for local chains only.', {
      meta: { field: 'CAIRN_LOCAL_ENDPOINTS', found: env.CAIRN_LOCAL_ENDPOINTS.length, expected: 'nothing' },
    })
  return new Set(env.CAIRN_LOCAL_ENDPOINTS)
}

function services(env: Env): Services {
  const one = (name: 'GITHUB' | 'DISCORD' | 'X') => {
    const [clientId, clientSecret] = [env[`CAIRN_${name}_ID`], env[`CAIRN_${name}_SECRET`]]
    // A process that is not given the secret does not connect, whatever it knows of ids.
    if (!clientId || !clientSecret) return undefined
    return { clientId, clientSecret, web: env[`CAIRN_${name}_WEB`].replace(/\/$/, ''), api: env[`CAIRN_${name}_API`].replace(/\/$/, '') }
  }
  const [github, discord, x] = [one('GITHUB'), one('DISCORD'), one('X')]
  return { ...(github ? { github } : {}), ...(discord ? { discord } : {}), ...(x ? { x } : {}) }
}
