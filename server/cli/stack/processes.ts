import { delimiter, dirname, join } from 'node:path'
import { privateKeyToAccount } from 'viem/accounts'
import { credentialSettings } from '#server/credentials/export/credentialKey.ts'
import { pushSender } from '#server/news/push/vapid.ts'
import { derivePublicKey, signingKeyFrom } from '#server/rollup/protocol/schnorr.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { fromHex, toHex32 } from '#server/shared/bytes.ts'
import type { Env } from '#server/shared/env.ts'
import { healthPort, type Layout, projectRoot, publicUrl, workerNames } from './layout.ts'
import type { Secrets } from './secrets.ts'
import type { ServiceSpec } from './service.ts'

type Worker = (typeof workerNames)[number]
type SecretName =
  | 'NEXTAUTH_SECRET'
  | 'CAIRN_ISSUER_KEY'
  | 'CAIRN_PUBLISHER_KEY'
  | 'CAIRN_PLATFORM_KEY'
  | 'CAIRN_RECEIPT_KEY'
  | 'CAIRN_SEAL_KEY'
  | 'CAIRN_VAPID_KEY'

/** Which process holds which secret. A process gets what is listed here and nothing else. */
const secretsOf: Record<Worker | 'web' | 'gateway' | 'rpc', readonly SecretName[]> = {
  web: ['NEXTAUTH_SECRET', 'CAIRN_SEAL_KEY'],
  gateway: ['NEXTAUTH_SECRET', 'CAIRN_VAPID_KEY'],
  rpc: ['CAIRN_RECEIPT_KEY'],
  sequencer: ['CAIRN_ISSUER_KEY'],
  prover: [],
  publisher: ['CAIRN_PUBLISHER_KEY', 'CAIRN_PLATFORM_KEY'],
  watcher: [],
  follower: ['CAIRN_SEAL_KEY'],
}
/** Keys of RPC operators come from the environment; only who reads public chains gets them: the follower, and the site when an author tries a rule. */
const operatorKeys = ['ALCHEMY_KEY', 'ANKR_KEY', 'HELIUS_KEY'] as const
const secretNames = new Set<string>([
  ...operatorKeys,
  'NEXTAUTH_SECRET',
  'CAIRN_ISSUER_KEY',
  'CAIRN_CREDENTIAL_KEY',
  'CAIRN_CREDENTIAL_VOUCHER',
  'CAIRN_PUBLISHER_KEY',
  'CAIRN_PLATFORM_KEY',
  'CAIRN_RECEIPT_KEY',
  'CAIRN_SEAL_KEY',
  'CAIRN_VAPID_KEY',
  'CAIRN_GITHUB_SECRET',
  'CAIRN_DISCORD_SECRET',
  'CAIRN_X_SECRET',
])

export type ProcessContext = { readonly env: Env; readonly layout: Layout; readonly secrets: Secrets; readonly databaseUrl: string }

/** Settings that every process may see: all that is configured, without the secrets. */
export function openSettings({ env, layout, databaseUrl }: Omit<ProcessContext, 'secrets'>): Record<string, string> {
  const settings: Record<string, string> = {
    PATH: [dirname(process.execPath), '/usr/local/bin', '/usr/bin', '/bin'].join(delimiter),
    TZ: 'UTC',
    NEXT_TELEMETRY_DISABLED: '1',
  }
  for (const [name, value] of Object.entries(env)) if (value !== undefined && !secretNames.has(name)) settings[name] = String(value)
  return { ...settings, NODE_ENV: 'production', CAIRN_HOME: layout.home, CAIRN_PUBLIC_URL: publicUrl(env), DATABASE_URL: databaseUrl }
}

function environment(context: ProcessContext, name: keyof typeof secretsOf): Record<string, string> {
  const secrets = Object.fromEntries(secretsOf[name].map((secret) => [secret, context.secrets[secret]]))
  const readsChains = name === 'follower' || name === 'web'
  const operators = readsChains ? operatorKeys.flatMap((key) => (context.env[key] ? [[key, context.env[key]]] : [])) : []
  const exports = name === 'web' || name === 'gateway' ? credentialSettings(fastHasher, context.secrets.CAIRN_ISSUER_KEY) : {}
  const clients = clientSecrets(context.env, name)
  return { ...openSettings(context), ...publicFacts(context.secrets), ...Object.fromEntries(operators), ...exports, ...secrets, ...clients }
}

/** Who connects members' accounts, and who asks with their tokens (and renews them). */
function clientSecrets(env: Env, name: keyof typeof secretsOf): Record<string, string> {
  if (name !== 'web' && name !== 'follower') return {}
  const { CAIRN_GITHUB_SECRET, CAIRN_DISCORD_SECRET, CAIRN_X_SECRET } = env
  return Object.fromEntries(
    Object.entries({ CAIRN_GITHUB_SECRET, CAIRN_DISCORD_SECRET, CAIRN_X_SECRET }).flatMap(([key, value]) => (value ? [[key, value]] : [])),
  )
}

/** What others must know of keys that they do not hold. */
function publicFacts({ CAIRN_ISSUER_KEY, CAIRN_PUBLISHER_KEY, CAIRN_VAPID_KEY }: Secrets): Record<string, string> {
  const issuer = derivePublicKey(signingKeyFrom(fromHex(CAIRN_ISSUER_KEY) ?? new Uint8Array()))
  return {
    CAIRN_ISSUER_PUBLIC_KEY: `${toHex32(issuer.x)}${toHex32(issuer.y).slice(2)}`,
    CAIRN_PROVER_RECIPIENT: privateKeyToAccount(CAIRN_PUBLISHER_KEY as `0x${string}`).address.toLowerCase(),
    CAIRN_VAPID_PUBLIC_KEY: pushSender(fromHex(CAIRN_VAPID_KEY) ?? new Uint8Array(), 'mailto:operator@localhost').publicKey,
  }
}

export function webService(context: ProcessContext): ServiceSpec {
  const { env } = context
  const next = join(projectRoot, 'node_modules', 'next', 'dist', 'bin', 'next')
  return {
    name: 'web',
    command: process.execPath,
    args: [next, 'start', '--port', String(env.CAIRN_PORT), '--hostname', env.CAIRN_HOST],
    env: { ...environment(context, 'web'), NEXTAUTH_URL: publicUrl(env) },
    cwd: projectRoot,
    stopSignal: 'SIGTERM',
    stopWithinMs: 5000,
    readyWithinMs: 60_000,
    ready: () => answersOk(`http://127.0.0.1:${env.CAIRN_PORT}/readyz`),
  }
}

export function gatewayService(context: ProcessContext): ServiceSpec {
  const port = context.env.CAIRN_GATEWAY_PORT
  return { ...workerProcess('gateway', environment(context, 'gateway')), ready: () => answersOk(`http://127.0.0.1:${port}/readyz`) }
}

/** The slot's JSON-RPC. */
export function rpcService(context: ProcessContext): ServiceSpec {
  const port = context.env.CAIRN_RPC_PORT
  return { ...workerProcess('rpc', environment(context, 'rpc')), ready: () => answersOk(`http://127.0.0.1:${port}/readyz`) }
}

export function workerServices(context: ProcessContext): ServiceSpec[] {
  return workerNames.map((name) => {
    const port = healthPort(context.env, name)
    return {
      ...workerProcess(name, { ...environment(context, name), CAIRN_HEALTH_PORT: String(port) }),
      ready: () => answersOk(`http://127.0.0.1:${port}/readyz`),
    }
  })
}

function workerProcess(name: string, env: Record<string, string>): Omit<ServiceSpec, 'ready'> {
  return {
    name,
    command: process.execPath,
    args: ['--disable-warning=ExperimentalWarning', join(projectRoot, 'server', 'workers', `${name}Worker.ts`)],
    env,
    cwd: projectRoot,
    stopSignal: 'SIGTERM',
    stopWithinMs: 15_000,
    readyWithinMs: 90_000,
  }
}

async function answersOk(url: string) {
  const response = await fetch(url, { signal: AbortSignal.timeout(3000) })
  await response.body?.cancel()
  return response.ok
}
