import { type EndpointHealth, openPool, type Pool } from '#chains/pool/createPool.ts'
import { findChain } from '#chains/registry.ts'
import { createCubeFiles } from '#server/credentials/cubeFilesClient.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { systemClock } from '#server/shared/clock.ts'
import type { Env } from '#server/shared/env.ts'
import type { Log } from '#server/shared/log.ts'
import { type ChainAccess, createEvidenceClient } from '#server/verify/evidenceClient.ts'
import type { EvidenceReader } from '#server/verify/run.ts'
import { chainSettings } from './settings.ts'

/** The chains that this process reads: a pool of endpoints for each, made when first needed, and the evidence client over them. */
export function composeChains(env: Env, options: { urls?: Readonly<Record<string, string>>; log?: Log } = {}) {
  const base = chainSettings(env)
  const settings = { ...base, urls: { ...base.urls, ...options.urls } }
  const made = new Map<string, Pool>()
  const poolOf = (id: string): Pool | null => {
    const chain = findChain(id)
    if (!chain) return null
    const pool = made.get(id) ?? openPool(chain, settings)
    made.set(id, pool)
    return pool
  }
  const isOwn = (id: string) => findChain(id)?.trust === 'own-node' || settings.urls[id] !== undefined
  /** An endpoint of our own is believed alone, with proofs; public ones must agree by two. */
  const access = (id: string): ChainAccess | null => {
    const [chain, pool] = [findChain(id), poolOf(id)]
    if (!chain || !pool) return null
    return { readers: pool.readers, pool, quorum: isOwn(id) ? 1 : 2 }
  }
  const requests = () => [...made.values()].flatMap(({ readers }) => readers).reduce((sum, reader) => sum + reader.requests(), 0)
  /** How every endpoint in use is doing. */
  const endpoints = (): (EndpointHealth & { chain: string })[] =>
    [...made].flatMap(([chain, pool]) => pool.snapshot().map((health) => ({ chain, ...health })))
  const log = options.log === undefined ? {} : { log: options.log }
  const evidence = createEvidenceClient({ access, now: systemClock.now, openCubeFiles: createCubeFiles(fastHasher), ...log })
  return { urls: settings.urls, poolOf, isOwn, evidence, requests, endpoints }
}

/** The evidence client of a command. `urls`: own endpoints by CAIP-2 id. */
export const composeEvidence = (env: Env, urls: Readonly<Record<string, string>>): EvidenceReader => composeChains(env, { urls }).evidence
