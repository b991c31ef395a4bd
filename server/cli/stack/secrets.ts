import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import type { Env } from '#server/shared/env.ts'
import { CairnError } from '#server/shared/errors.ts'
import type { Layout } from './layout.ts'

const key = z.string().regex(/^0x[0-9a-f]{64}$/)
const secretsShape = z.strictObject({
  NEXTAUTH_SECRET: z.string().min(32),
  CAIRN_ISSUER_KEY: key,
  CAIRN_PUBLISHER_KEY: key,
  CAIRN_PLATFORM_KEY: key,
  CAIRN_RECEIPT_KEY: key,
  CAIRN_SEAL_KEY: key,
  CAIRN_VAPID_KEY: key,
  /** Deploys contracts; used by the start command alone. */
  deployerKey: key,
  postgresPassword: z.string().min(16),
})

export type Secrets = z.infer<typeof secretsShape>

/** 31 random bytes: below the order of the curves that keys are used on (secp256k1, Grumpkin, P-256). */
const newKey = () => `0x00${randomBytes(31).toString('hex')}` as const

/** The stack's own secrets: made once, kept in one file that only its owner may read. What the environment sets wins. */
export function ensureSecrets(layout: Layout, env: Env): Secrets {
  const kept = existsSync(layout.secretsFile) ? readSecrets(layout.secretsFile) : makeSecrets(layout.secretsFile)
  return {
    ...kept,
    NEXTAUTH_SECRET: env.NEXTAUTH_SECRET ?? kept.NEXTAUTH_SECRET,
    CAIRN_ISSUER_KEY: env.CAIRN_ISSUER_KEY ?? kept.CAIRN_ISSUER_KEY,
    CAIRN_PUBLISHER_KEY: env.CAIRN_PUBLISHER_KEY ?? kept.CAIRN_PUBLISHER_KEY,
    CAIRN_PLATFORM_KEY: env.CAIRN_PLATFORM_KEY ?? kept.CAIRN_PLATFORM_KEY,
    CAIRN_RECEIPT_KEY: env.CAIRN_RECEIPT_KEY ?? kept.CAIRN_RECEIPT_KEY,
    CAIRN_SEAL_KEY: env.CAIRN_SEAL_KEY ?? kept.CAIRN_SEAL_KEY,
    CAIRN_VAPID_KEY: env.CAIRN_VAPID_KEY ?? kept.CAIRN_VAPID_KEY,
  }
}

function makeSecrets(file: string): Secrets {
  const secrets: Secrets = {
    NEXTAUTH_SECRET: randomBytes(33).toString('base64url'),
    CAIRN_ISSUER_KEY: newKey(),
    CAIRN_PUBLISHER_KEY: newKey(),
    CAIRN_PLATFORM_KEY: newKey(),
    CAIRN_RECEIPT_KEY: newKey(),
    CAIRN_SEAL_KEY: newKey(),
    CAIRN_VAPID_KEY: newKey(),
    deployerKey: newKey(),
    postgresPassword: randomBytes(18).toString('base64url'),
  }
  return writeSecrets(file, secrets)
}

/** Written aside and renamed: a half-written file of keys must never be read as the keys. */
function writeSecrets(file: string, secrets: Secrets): Secrets {
  writeFileSync(`${file}.tmp`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${file}.tmp`, file)
  return secrets
}

function readSecrets(file: string): Secrets {
  chmodSync(file, 0o600)
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'))
    const read = secretsShape.safeParse(kept)
    if (read.success) return read.data
    // A file of an older version lacks the keys that came later.
    return writeSecrets(
      file,
      secretsShape.parse({ CAIRN_RECEIPT_KEY: newKey(), CAIRN_SEAL_KEY: newKey(), CAIRN_VAPID_KEY: newKey(), ...(kept as object) }),
    )
  } catch (cause) {
    throw new CairnError('config.invalid', `${file} is not a file of keys. Put back a copy, or start over with ./cairn reset.`, { cause })
  }
}
