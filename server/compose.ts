import { sql } from 'drizzle-orm'
import { openDatabase } from '#drizzle/client.ts'
import { createFaucet, type Faucet } from '#server/accounts/faucetClient.ts'
import { requireSecret } from '#server/auth/secret.ts'
import { readCredentialKey } from '#server/credentials/export/credentialKey.ts'
import { systemClock } from '#server/shared/clock.ts'
import { type Env, readEnv, requireKey } from '#server/shared/env.ts'
import { createLog, type Log } from '#server/shared/log.ts'
import { composeExporter } from './compose/exporter.ts'
import { composeMembers } from './compose/members.ts'
import { composeOutbound } from './compose/outbound.ts'
import { sampleAddresses } from './compose/sampleAddresses.ts'
import { chainUrls, evmClients, issuerPublicKey, linkChains, readChains, signInChains, siteOrigin } from './compose/settings.ts'
import { composeVerification } from './compose/verification.ts'

export type Composition = ReturnType<typeof compose>

/** Builds the members' side of one process from its environment. Throws `config.invalid` naming the field, before anything is served. */
export function compose(env: Env, log: Log) {
  const secret = requireSecret(env.NEXTAUTH_SECRET)
  const databaseUrl = requireKey(env, 'DATABASE_URL')
  const { db, close } = openDatabase(databaseUrl, { onError: (error) => log.warn({ err: error }, 'a database connection was lost') })
  const faucet: Faucet = {
    async fund(input) {
      const addresses = await sampleAddresses(db)
      const dollarOn = (place: string) => {
        const dollar = addresses.get(`${place}.usd`)
        return dollar ? { dollar } : {}
      }
      const urls = chainUrls(env)
      const chain = (chainId: number) => ({ chainId, url: urls[`eip155:${chainId}`] ?? '' })
      const l2 = { ...chain(env.CAIRN_L2_CHAIN_ID), ...dollarOn('l2') }
      const evm = [chain(31_337), l2, { ...chain(31_339), ...dollarOn('app-a') }, chain(31_340)]
      return createFaucet({ evm, solanaUrl: env.CAIRN_SOLANA_RPC }).fund(input)
    },
  }
  const outbound = composeOutbound(env)
  const members = composeMembers({
    db,
    log,
    origin: siteOrigin(env),
    secret,
    signInChains: signInChains(),
    chains: readChains(),
    linkChains: linkChains(env),
    evmClient: evmClients(env),
    faucet,
    exporter: composeExporter(env, db),
    ...(env.CAIRN_ISSUER_PUBLIC_KEY === undefined ? {} : { platform: issuerPublicKey(env) }),
    ...exportingDid(env),
    outbound,
    authoring: composeVerification({ env, db, clock: systemClock, outbound, log }),
    ...(env.CAIRN_VAPID_PUBLIC_KEY === undefined ? {} : { pushKey: env.CAIRN_VAPID_PUBLIC_KEY }),
    now: systemClock.now,
  })
  const isReady = async () => (await db.execute(sql`select 1`)).rows.length === 1
  return { env, log, db, databaseUrl, members, isReady, close }
}

/** Whom signers of spaces vouch for. */
function exportingDid({ CAIRN_CREDENTIAL_KEY, CAIRN_CREDENTIAL_VOUCHER }: Env): { did?: string } {
  if (CAIRN_CREDENTIAL_KEY === undefined || CAIRN_CREDENTIAL_VOUCHER === undefined) return {}
  return { did: readCredentialKey({ CAIRN_CREDENTIAL_KEY, CAIRN_CREDENTIAL_VOUCHER }).did }
}

const key = Symbol.for('cairn.composition')
const holder = globalThis as { [key]?: Composition }

/** The web process's composition: made at the first request, once, also when its modules are loaded more than once. */
export function webComposition(): Composition {
  const env = readEnv()
  holder[key] ??= compose(env, createLog('web', env.CAIRN_LOG_LEVEL))
  return holder[key]
}
