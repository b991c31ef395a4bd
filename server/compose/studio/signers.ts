import { randomBytes, randomUUID } from 'node:crypto'
import { transact } from '#drizzle/transact.ts'
import { type CheckDeps, checkSigner } from '#server/issuers/checkSigner.ts'
import { createSignerStore } from '#server/issuers/signerStore.ts'
import {
  addSigner,
  changeSigner,
  listSigners,
  moveQuest,
  removeSigner,
  rotateSignerSecret,
  type SignersDeps,
  useSigner,
} from '#server/issuers/signers.ts'
import { slotDeployment } from '#server/rollup/l2/deploymentStore.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { createAuditStore } from '#server/spaces/auditStore.ts'
import { signerFetch } from '../issuers.ts'
import { oneAtATime } from '../oneAtATime.ts'
import type { StudioDeps } from '../studio.ts'

/** Signers of spaces' own, and the quests that name their keys. The follower asks them (`keepAsking`). */
export function composeStudioSigners({ db, outbound, platform, did, now }: StudioDeps) {
  const deps: SignersDeps = {
    transact: (work) => transact(db, (connection) => work({ signers: createSignerStore(connection), audit: createAuditStore(connection) })),
    readSigners: createSignerStore(db),
    sealer: outbound.sealer,
    localEndpoints: outbound.localEndpoints,
    platform,
    now,
    newId: randomUUID,
    random: randomBytes,
  }
  const checking: CheckDeps = {
    ...deps,
    hasher: fastHasher,
    fetch: signerFetch(outbound.localEndpoints),
    slot: () => slotDeployment(db),
    did,
  }
  return {
    list: (input: Parameters<typeof listSigners>[1]) => listSigners(deps, input),
    add: (input: Parameters<typeof addSigner>[1]) => addSigner(deps, input),
    change: (input: Parameters<typeof changeSigner>[1]) => changeSigner(deps, input),
    rotateSecret: (input: Parameters<typeof rotateSignerSecret>[1]) => rotateSignerSecret(deps, input),
    check: oneAtATime((input: Parameters<typeof checkSigner>[1]) => checkSigner(checking, input)),
    use: (input: Parameters<typeof useSigner>[1]) => useSigner(deps, input),
    moveQuest: (input: Parameters<typeof moveQuest>[1]) => moveQuest(deps, input),
    remove: (input: Parameters<typeof removeSigner>[1]) => removeSigner(deps, input),
  }
}
