import { z } from 'zod'
import { CairnError } from './errors.ts'

const port = (fallback: number) => z.coerce.number().int().min(1).max(65_535).default(fallback)
const url = (fallback: string) => z.url().default(fallback)
const hexKey = z
  .string()
  .regex(/^0x[0-9a-f]{64}$/)
  .optional()

/**
 * Everything that is configured from outside, with the defaults of the local stack. This file is the only reader of `process.env`.
 * Keys are optional here: a process that needs one asks `requireKey`, so no process must hold a key it does not use.
 */
const schema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  CAIRN_HOME: z.string().default('.cairn'),
  /** Where the command was typed; set by the launcher. */
  CAIRN_CALLED_FROM: z.string().optional(),
  CAIRN_LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),

  /** Address that the site listens on. */
  CAIRN_HOST: z.string().default('127.0.0.1'),
  CAIRN_PORT: port(3000),
  CAIRN_GATEWAY_PORT: port(3001),
  /** The slot's JSON-RPC. */
  CAIRN_RPC_PORT: port(3002),
  /** RPC calls that one household may make in a minute. */
  CAIRN_RPC_PER_MINUTE: z.coerce.number().int().min(1).default(1200),
  /** 0 = any free one; the log of the process says which. */
  CAIRN_HEALTH_PORT: z.coerce.number().int().min(0).max(65_535).default(3010),
  CAIRN_PUBLIC_URL: z.url().optional(),

  DATABASE_URL: z.string().optional(),
  CAIRN_POSTGRES_PORT: port(54329),

  CAIRN_L1_RPC: url('http://127.0.0.1:8545'),
  CAIRN_L2_RPC: url('http://127.0.0.1:8546'),
  CAIRN_L2_CHAIN_ID: z.coerce.number().int().default(31338),
  CAIRN_APP_A_RPC: url('http://127.0.0.1:8547'),
  CAIRN_APP_B_RPC: url('http://127.0.0.1:8548'),
  CAIRN_SOLANA_RPC: url('http://127.0.0.1:8899'),
  CAIRN_SOLANA_WS: url('ws://127.0.0.1:8900'),
  /** Own endpoints of other chains, `eip155:10=https://…` with commas between: each replaces the registry's and is believed alone. */
  CAIRN_CHAIN_RPC: z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,]+(?=[-a-z0-9]{3,8}:[-_a-zA-Z0-9]{1,32}=)/).filter((entry) => entry !== ''))
    .pipe(
      z.array(
        z.string().regex(/^[-a-z0-9]{3,8}:[-_a-zA-Z0-9]{1,32}=https?:\/\/\S+$/, 'CHAIN=URL is expected, such as eip155:10=https://…'),
      ),
    ),
  /** Keys of RPC operators: the registry's endpoints that name one are used when it is set. */
  ALCHEMY_KEY: z.string().optional(),
  ANKR_KEY: z.string().optional(),
  HELIUS_KEY: z.string().optional(),

  NEXTAUTH_SECRET: z.string().optional(),
  /** Signs mint groups of the platform's own quests. */
  CAIRN_ISSUER_KEY: hexKey,
  /** Its public key, x then y, 64 bytes: what quests are opened with. */
  CAIRN_ISSUER_PUBLIC_KEY: z
    .string()
    .regex(/^0x[0-9a-f]{128}$/)
    .optional(),
  /** Signs exported credentials, with the issuer's word for it; both are made from the issuer key (server/credentials/export/credentialKey.ts). */
  CAIRN_CREDENTIAL_KEY: hexKey,
  CAIRN_CREDENTIAL_VOUCHER: z
    .string()
    .regex(/^0x[0-9a-f]{128}$/)
    .optional(),
  /** Sends the slot's L2 transactions. */
  CAIRN_PUBLISHER_KEY: hexKey,
  /** Owns the platform's space on L2: opens quests through the inbox. */
  CAIRN_PLATFORM_KEY: hexKey,
  /** Signs the slot's receipts (soft confirmations). */
  CAIRN_RECEIPT_KEY: hexKey,

  /** Signs what is pushed to browsers (VAPID, P-256); without it nothing is pushed. */
  CAIRN_VAPID_KEY: hexKey,
  /** Its public key, base64url of 65 bytes: what browsers subscribe with. */
  CAIRN_VAPID_PUBLIC_KEY: z
    .string()
    .regex(/^[\w-]{87}$/)
    .optional(),
  /** How push services reach the operator. */
  CAIRN_VAPID_SUBJECT: z
    .string()
    .regex(/^(?:mailto:|https:\/\/)\S{3,200}$/)
    .optional(),

  /** Seals tokens of connected accounts and secrets of spaces. */
  CAIRN_SEAL_KEY: hexKey,
  /** Origins of this machine that rules may ask over plain http, with commas between: for local chains only. */
  CAIRN_LOCAL_ENDPOINTS: z
    .string()
    .default('')
    .transform((text) => text.split(',').filter((origin) => origin !== ''))
    .pipe(z.array(z.string().regex(/^http:\/\/(localhost|127\.0\.0\.1|\[::1\]):\d{1,5}$/))),
  /** Server of Sourcify's API, such as https://sourcify.dev/server: knows ABIs of contracts that authors import. Without it nobody is asked. */
  CAIRN_SOURCIFY_URL: z.url().optional(),
  /** Clients at services whose accounts members may connect; a service without an id is not offered. */
  CAIRN_GITHUB_ID: z.string().optional(),
  CAIRN_GITHUB_SECRET: z.string().optional(),
  CAIRN_GITHUB_WEB: url('https://github.com'),
  CAIRN_GITHUB_API: url('https://api.github.com'),
  CAIRN_DISCORD_ID: z.string().optional(),
  CAIRN_DISCORD_SECRET: z.string().optional(),
  CAIRN_DISCORD_WEB: url('https://discord.com'),
  CAIRN_DISCORD_API: url('https://discord.com/api/v10'),
  CAIRN_X_ID: z.string().optional(),
  CAIRN_X_SECRET: z.string().optional(),
  CAIRN_X_WEB: url('https://x.com'),
  CAIRN_X_API: url('https://api.x.com/2'),

  /** Folder with `bn254_g1.dat` and `bn254_g2.dat`; without it the development CRS is generated (local chains only). */
  CAIRN_CRS_PATH: z.string().optional(),
  /** Most that an L2 transaction of ours may pay for a unit of gas. */
  CAIRN_MAX_FEE_GWEI: z.coerce.number().positive().default(500),
  /** Where the slot's batches go: calldata, or blobs when its contract was deployed for them and lanes read them. */
  CAIRN_DATA_SOURCE: z.enum(['calldata', 'blob']).default('calldata'),
  /** Beacon API of L2's consensus node, for blobs; without it L2's RPC is asked, which answers on the local node. */
  CAIRN_BLOB_URL: z.url().optional(),
  CAIRN_SEAL_AFTER_MS: z.coerce.number().int().min(0).default(1500),
  /** Address that a proof's reward goes to: a public input of the proof. */
  CAIRN_PROVER_RECIPIENT: z
    .string()
    .regex(/^0x[0-9a-f]{40}$/)
    .default('0x0000000000000000000000000000000000000000'),
  CAIRN_PROVER_THREADS: z.coerce.number().int().min(1).default(2),
  /** Circuits whose batches this prover takes, with commas between. */
  CAIRN_PROVER_CIRCUITS: z
    .string()
    .default('small,large,bulk')
    .transform((names) => names.split(','))
    .pipe(z.array(z.enum(['small', 'large', 'bulk']))),
})

export type Env = z.infer<typeof schema>

/** Reads and checks the environment. Throws `config.invalid` naming each field. */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const parsed = schema.safeParse(source)
  if (parsed.success) return parsed.data
  const first = parsed.error.issues[0]
  const field = first?.path.join('.') ?? 'environment'
  throw new CairnError('config.invalid', `${field}: ${first?.message ?? 'not valid'}`, {
    meta: { field, found: source[field] === undefined ? 'nothing' : 'a value', expected: first?.message },
  })
}

/** The value of a key that this process cannot run without. */
export function requireKey<K extends keyof Env>(env: Env, name: K): NonNullable<Env[K]> {
  const value = env[name]
  if (value === undefined || value === null) {
    throw new CairnError('config.invalid', `${name} is not set.`, {
      meta: { field: name, found: 'nothing', expected: 'a value in the environment' },
    })
  }
  return value
}

/** The environment as it is, for commands that hand it on to tools of their own (compiler, test runner). */
export const ambientEnv = (): NodeJS.ProcessEnv => ({ ...process.env })
