import { transact } from '#drizzle/transact.ts'
import { createAuditStore } from '#server/spaces/auditStore.ts'
import { createContractStore } from '#server/verify/contracts/contractStore.ts'
import { type ContractDeps, importForSpace, listForSpace, removeFromSpace, searchInSpace } from '#server/verify/contracts/spaceContracts.ts'
import { buildTemplate, templateViews } from '#server/verify/contracts/templates/index.ts'
import type { StudioDeps } from '../studio.ts'

/** Contracts that a space imported, and rules that are ready to be filled in. */
export function composeStudioContracts({ db, evidence, outbound, now }: StudioDeps) {
  const deps: ContractDeps = {
    evidence,
    source: outbound.abiSource,
    contracts: createContractStore(db),
    transact: (work) =>
      transact(db, (connection) => work({ contracts: createContractStore(connection), audit: createAuditStore(connection) })),
    now,
  }
  return {
    import: (input: Parameters<typeof importForSpace>[1]) => importForSpace(deps, input),
    list: (spaceId: string) => listForSpace(deps, spaceId),
    search: (input: Parameters<typeof searchInSpace>[1]) => searchInSpace(deps, input),
    remove: (input: Parameters<typeof removeFromSpace>[1]) => removeFromSpace(deps, input),
    templates: templateViews,
    build: (input: Parameters<typeof buildTemplate>[0]) => buildTemplate(input),
  }
}
