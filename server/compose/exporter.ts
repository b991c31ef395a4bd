import type { Database } from '#drizzle/client.ts'
import { readCredentialKey } from '#server/credentials/export/credentialKey.ts'
import { exportCredential } from '#server/credentials/export/exportCredential.ts'
import { createExportStore } from '#server/credentials/export/exportStore.ts'
import { createSignerStore } from '#server/issuers/signerStore.ts'
import { slotDeployment } from '#server/rollup/l2/deploymentStore.ts'
import type { GrumpkinPoint } from '#server/rollup/protocol/schnorr.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { createNodeStore } from '#server/rollup/state/nodeStore.ts'
import { systemClock } from '#server/shared/clock.ts'
import { type Env, requireKey } from '#server/shared/env.ts'
import type { ExportPort } from './ports.ts'

/** Exports with the process's credential key; a process without one runs, but throws `config.invalid` when an export is asked of it. */
export function composeExporter(env: Env, db: Database): ExportPort {
  const credentials = createExportStore(db)
  const nodes = createNodeStore(db)
  const signers = createSignerStore(db)
  const voucherOf = (did: string) => async (of: GrumpkinPoint) => {
    const row = await signers.byKey(of)
    return row?.voucherDid === did && row.voucherS !== null && row.voucherE !== null ? { s: row.voucherS, e: row.voucherE } : null
  }
  return {
    async exportCredential(index) {
      const key = readCredentialKey({
        CAIRN_CREDENTIAL_KEY: requireKey(env, 'CAIRN_CREDENTIAL_KEY'),
        CAIRN_CREDENTIAL_VOUCHER: requireKey(env, 'CAIRN_CREDENTIAL_VOUCHER'),
      })
      const deps = {
        voucherOf: voucherOf(key.did),
        credentials,
        nodes,
        hasher: fastHasher,
        key,
        slot: () => slotDeployment(db),
        now: systemClock.now,
      }
      return exportCredential(deps, { index })
    },
  }
}
