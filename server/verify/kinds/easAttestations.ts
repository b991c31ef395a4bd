import {
  type AbiParameter,
  decodeAbiParameters,
  decodeFunctionResult,
  encodeFunctionData,
  type Hex,
  parseAbi,
  parseAbiParameters,
  toEventSelector,
} from 'viem'
import * as z from 'zod'
import { canonicalJson } from '#server/shared/canonical.ts'
import { type LeafScope, outside } from '../context.ts'
import { type EvidenceItem, itemsOf, type LogRecord, type LogsQuery, type StateQuery, type StateRecord } from '../query.ts'
import type { Text } from '../verdict.ts'
import { action, checkFilters, checkUnits, type Refuse, units, where } from './abiParams.ts'
import { argsOf, logsOn } from './eventLogs.ts'
import { evmAddress, uint } from './fields.ts'
import { checkMeasures, measureShape } from './measures.ts'
import { withOlder } from './pages.ts'
import { type Looks, looksDue, withoutWider } from './secondLook.ts'

/**
 * Attestations of the Ethereum Attestation Service (docs.attest.org). `fields`: the schema as it was registered (`string trail,uint8 stars`), so that `where`
 * and measures can look into it. `member`: who of the two the member is. `anytime`: counts whenever it was made (what a member received does, by default),
 * then `fromBlock` is where the search begins.
 */
export const easParams = z.strictObject({
  type: z.literal('eas'),
  contract: evmAddress,
  schema: z.string().regex(/^0x[0-9a-fA-F]{64}$/, 'the UID of a schema: 32 bytes in hex'),
  member: z.enum(['recipient', 'attester']),
  attesters: z.array(evmAddress).min(1).max(50).optional(),
  fields: z.string().max(1000).optional(),
  where: where.optional(),
  ...measureShape,
  anytime: z.boolean().optional(),
  fromBlock: uint.optional(),
  units: units.optional(),
  action: action.optional(),
})
export type EasParams = z.infer<typeof easParams>

const abi = parseAbi([
  'event Attested(address indexed recipient, address indexed attester, bytes32 uid, bytes32 indexed schemaUID)',
  'struct Attestation { bytes32 uid; bytes32 schema; uint64 time; uint64 expirationTime; uint64 revocationTime; bytes32 refUID; address recipient; address attester; bool revocable; bytes data; }',
  'function getAttestation(bytes32 uid) view returns (Attestation)',
])
const [attested] = abi

/** So many attestations are looked at one by one: the newest. */
export const mostAttestations = 100

/** The schema's fields as ABI parameters; null when the text is no schema. */
export function schemaFields(fields: string | undefined): readonly AbiParameter[] | null {
  if (fields === undefined) return []
  try {
    const found = parseAbiParameters(fields)
    return found.every(({ name }) => name !== undefined && name !== '') ? found : null
  } catch {
    return null
  }
}

export function checkEas(value: EasParams, refuse: Refuse) {
  const fields = schemaFields(value.fields)
  if (!fields) return void refuse(['fields'], 'a schema with named fields expected, such as: string trail, uint8 stars')
  if (value.member === 'attester' && value.attesters) refuse(['attesters'], 'the member is the attester')
  if (value.fromBlock !== undefined && !isAnytime(value)) refuse(['fromBlock'], 'only where attestations of any time count')
  checkFilters(value.where, fields, refuse)
  checkUnits(value.units, fields, refuse)
  checkMeasures(value, fields, refuse)
}

export const isAnytime = ({ anytime, member }: EasParams) => anytime ?? member === 'recipient'

const topicOf = (address: string) => `0x${'0'.repeat(24)}${address.slice(2).toLowerCase()}`

/** Where the member is named; then, for the newest of them, what the contract knows now. */
export function easQueries(params: EasParams, scope: LeafScope, read: readonly EvidenceItem[]): (LogsQuery | StateQuery)[] {
  if (scope.wallets.length === 0) return []
  const looks = easLooks(params, scope)
  const states = candidates(params, read, scope).slice(0, mostAttestations)
  return [...withOlder(looksDue(looks, read), withoutWider(looks, read)), ...states.map(({ uid }) => stateQuery(params, uid, scope.chain))]
}

/** Attestations by anybody are looked for where there is none by the right ones. */
export function easLooks(params: EasParams, scope: LeafScope): Looks<LogsQuery> {
  const attesters = params.attesters?.map(topicOf).toSorted() ?? null
  const by = (attester: string[] | null): LogsQuery => ({
    type: 'evm.logs',
    chain: scope.chain,
    addresses: [params.contract.toLowerCase()],
    topic0: toEventSelector(attested),
    topics: [null, attester, [params.schema.toLowerCase()]],
    claimant: { by: 'topic', index: params.member === 'recipient' ? 1 : 2, wallets: scope.wallets },
    ...(isAnytime(params) ? (params.fromBlock === undefined ? {} : { fromBlock: params.fromBlock }) : scope.range),
  })
  return { first: [by(attesters)], wider: attesters === null ? [] : [by(null)] }
}

const stateQuery = ({ contract }: EasParams, uid: Hex, chain: string): StateQuery => ({
  type: 'evm.state',
  chain,
  read: { what: 'call', to: contract.toLowerCase(), data: encodeFunctionData({ abi, functionName: 'getAttestation', args: [uid] }) },
  at: 'latest',
})

export type Candidate = { record: LogRecord; uid: Hex; wallet: string; attester: string }

/** Logs of the wanted schema and attester that name the member, newest first. */
export function candidates(params: EasParams, evidence: readonly EvidenceItem[], scope: LeafScope): Candidate[] {
  return named(params, evidence, scope).filter(({ attester }) => isWantedAttester(attester, params))
}

/** The same by attesters that do not count. */
export function byOthers(params: EasParams, evidence: readonly EvidenceItem[], scope: LeafScope): Candidate[] {
  return named(params, evidence, scope).filter(({ attester }) => !isWantedAttester(attester, params))
}

const isWantedAttester = (attester: string, { attesters }: EasParams) =>
  attesters?.some((address) => address.toLowerCase() === attester) ?? true

function named(params: EasParams, evidence: readonly EvidenceItem[], scope: LeafScope): Candidate[] {
  const found = logsOn(scope.chain, evidence).flatMap((record): Candidate[] => {
    const args = argsOf(record, { addresses: [params.contract] }, attested) as {
      recipient: string
      attester: string
      uid: Hex
      schemaUID: string
    } | null
    if (args === null || args.schemaUID.toLowerCase() !== params.schema.toLowerCase()) return []
    if (!isAnytime(params) && outside(record, scope)) return []
    const [wallet, attester] = [args[params.member].toLowerCase(), args.attester.toLowerCase()]
    return scope.wallets.includes(wallet) ? [{ record, uid: args.uid, wallet, attester }] : []
  })
  return found.toSorted(
    (a, b) => Number(BigInt(b.record.blockNumber) - BigInt(a.record.blockNumber)) || b.record.logIndex - a.record.logIndex,
  )
}

/** What the contract says of an attestation: its fields, or why it does not count. Null: that was not read. */
export function stateOf(candidate: Candidate, params: EasParams, reading: { evidence: readonly EvidenceItem[]; scope: LeafScope }) {
  const wanted = canonicalJson(stateQuery(params, candidate.uid, reading.scope.chain))
  const item = itemsOf(reading.evidence, 'evm.state').find(({ query }) => canonicalJson(query) === wanted)
  const [record] = item?.records ?? []
  return record ? read(record, candidate, params) : null
}

function read({ value, block }: StateRecord, { uid, wallet }: Candidate, params: EasParams): { args: unknown } | { problem: Text } {
  if (value === null) return { problem: unknown }
  try {
    const found = decodeFunctionResult({ abi, functionName: 'getAttestation', data: value as Hex })
    const own = found.uid === uid && found.schema === params.schema.toLowerCase() && found[params.member].toLowerCase() === wallet
    if (!own) return { problem: unknown }
    if (found.revocationTime !== 0n) return { problem: revoked }
    if (found.expirationTime !== 0n && found.expirationTime <= BigInt(block.time)) return { problem: expired }
    return { args: decodeAbiParameters(schemaFields(params.fields) ?? [], found.data) }
  } catch {
    // Whoever attests may put any bytes there.
    return { problem: misshapen }
  }
}

const unknown: Text = { en: 'the contract does not know this attestation', ja: 'このアテステーションはコントラクトに存在しません' }
const revoked: Text = { en: 'this attestation was revoked', ja: 'このアテステーションは取り消されています' }
const expired: Text = { en: 'this attestation has expired', ja: 'このアテステーションは有効期限が切れています' }
const misshapen: Text = {
  en: 'the data of this attestation do not fit the schema',
  ja: 'このアテステーションのデータはスキーマと一致しません',
}
