import { CairnError } from '#server/shared/errors.ts'
import type { AuditStore } from '#server/spaces/auditStore.ts'
import type { ContractRow, ContractStore } from './contractStore.ts'
import { type ImportDeps, type ImportedContract, importContract } from './importContract.ts'
import { bareItem, type RuleItem, ruleItem, type SearchedItem, searchedItem } from './ruleItem.ts'
import { type ItemQuestion, searchItems } from './searchItems.ts'

export type ContractWork = { contracts: ContractStore; audit: AuditStore }
export type ContractDeps = ImportDeps & {
  contracts: ContractStore
  transact<T>(work: (work: ContractWork) => Promise<T>): Promise<T>
  now(): number
}

/** A contract of the space as it is shown, without its functions and events: those are searched. */
export type ContractView = Omit<ContractRow, 'importedAt'> & { importedAt: string }
/** A function or event, with the contract whose address goes into a rule. */
export type FoundItem = RuleItem & { chain: string; address: string }

export const mostContracts = 100
/** Functions and events of all of them: each search looks through them. */
export const mostItems = 20_000

type InSpace = { spaceId: string; accountId: string }
type Place = { chain: string; address: string }

/** Imports a contract for a space, in the place of what it knew of that address. Throws as `importContract`, and `conflict` (too many). */
export async function importForSpace(deps: ContractDeps, input: InSpace & Place & { abi?: string | undefined }): Promise<ContractView> {
  const { spaceId, accountId } = input
  const imported = await importContract(deps, input)
  const importedAt = new Date(deps.now())
  await deps.transact(async ({ contracts, audit }) => {
    await contracts.lock(spaceId)
    const [before] = await contracts.read(spaceId, imported)
    const known = await contracts.usage(spaceId)
    if (!before && known.contracts >= mostContracts) throw full(known.contracts, `at most ${mostContracts} contracts: remove one first`)
    const items = known.items - (before ? sizeOf(before) : 0) + sizeOf(imported)
    if (items > mostItems) throw full(items, `at most ${mostItems} functions and events: remove a contract first`)
    await contracts.put(spaceId, imported, importedAt)
    const summary = { before: before ? summaryOf(before) : null, after: summaryOf(imported) }
    await audit.add({ spaceId, accountId, action: 'contract.imported', subject: subjectOf(imported), ...summary })
  })
  const { chain, address, layers, origins, notes } = imported
  return viewOf({ chain, address, layers, origins, notes, items: sizeOf(imported), importedAt })
}

export const listForSpace = async ({ contracts }: Pick<ContractDeps, 'contracts'>, spaceId: string): Promise<ContractView[]> =>
  (await contracts.list(spaceId)).map(viewOf)

/** Throws `not-found`. */
export function removeFromSpace(deps: ContractDeps, { spaceId, accountId, chain, address }: InSpace & Place): Promise<void> {
  return deps.transact(async ({ contracts, audit }) => {
    const place = { chain, address: address.toLowerCase() }
    const [before] = await contracts.read(spaceId, place)
    if (!before || !(await contracts.remove({ spaceId, ...place }))) throw notFound(address)
    await audit.add({ spaceId, accountId, action: 'contract.removed', subject: subjectOf(before), before: summaryOf(before), after: null })
  })
}

const mostFound = 50

/**
 * Functions and events of the contract at one address of the space, or of all its contracts: the best fifty, and how many there are. Throws `not-found`.
 */
export async function searchInSpace(
  { contracts }: Pick<ContractDeps, 'contracts'>,
  { spaceId, contract, ...question }: { spaceId: string; contract?: Place | undefined } & ItemQuestion,
): Promise<{ items: FoundItem[]; total: number }> {
  const place = contract && { chain: contract.chain, address: contract.address.toLowerCase() }
  const known = await contracts.read(spaceId, place)
  if (contract && known.length === 0) throw notFound(contract.address)
  const found = searchItems(known.flatMap(itemsOf), question)
  return { items: found.slice(0, mostFound).map(({ whole }) => whole()), total: found.length }
}

type Candidate = SearchedItem & { whole(): FoundItem }

/** Only what is found is looked at as a whole. */
function itemsOf({ chain, address, entries, selectors }: ImportedContract): Candidate[] {
  const place = { chain, address }
  return [
    ...entries.map((entry) => ({ ...searchedItem(entry), whole: () => ({ ...ruleItem(entry), ...place }) })),
    ...selectors.map(bareItem).map((item) => ({ ...item, whole: () => ({ ...item, ...place }) })),
  ]
}

const sizeOf = ({ entries, selectors }: Pick<ImportedContract, 'entries' | 'selectors'>) => entries.length + selectors.length

const viewOf = ({ importedAt, ...row }: ContractRow): ContractView => ({ ...row, importedAt: importedAt.toISOString() })
const subjectOf = ({ chain, address }: Place) => `${chain}:${address}`
const summaryOf = ({ origins, entries, selectors }: ImportedContract) => ({
  origins: origins.map(({ address, codeHash, from }) => ({ address, codeHash, from })),
  items: entries.length + selectors.length,
})

const full = (found: number, expected: string) =>
  new CairnError('conflict', 'This space keeps no more contracts.', { meta: { field: 'address', found, expected } })

const notFound = (address: string) =>
  new CairnError('not-found', 'This space has not imported that contract.', { meta: { field: 'address', found: address.slice(0, 100) } })
