import type { EvmReader } from '#chains/reader.ts'
import type { Database } from '#drizzle/client.ts'
import type { Clock } from '#server/shared/clock.ts'
import type { Env } from '#server/shared/env.ts'
import type { Log } from '#server/shared/log.ts'
import { createEvidenceRouter } from '#server/verify/evidence/evidenceRouter.ts'
import { composeChains } from './evidence.ts'
import { composeOffchain } from './offchain.ts'
import type { Outbound } from './outbound.ts'
import { reputationFacts } from './reputation.ts'
import { issuerPublicKey } from './settings.ts'

type Parts = { env: Env; db: Database; clock: Clock; outbound: Outbound; log: Log }

/** All that a rule may ask for: chains, other services, and what our own rooms know. Scores need the public key of the platform's issuer. */
export function composeVerification({ env, db, clock, outbound, log }: Parts) {
  const { evidence: chain, ...chains } = composeChains(env, { log })
  const platform = env.CAIRN_ISSUER_PUBLIC_KEY === undefined ? null : issuerPublicKey(env)
  const reputation = platform ? { reputation: reputationFacts({ db, now: clock.now, platform }) } : {}
  const offchain = composeOffchain({ db, clock, outbound, ...reputation })
  /** One endpoint of an EVM chain, the best one at the moment. */
  const evmReader = (id: string): EvmReader | null => {
    const [reader] = chains.poolOf(id)?.order() ?? []
    return reader?.vm === 'evm' ? reader : null
  }
  return { ...chains, evmReader, evidence: createEvidenceRouter({ chain, offchain }) }
}
