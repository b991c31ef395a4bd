import { type AbiEvent, decodeEventLog, toEventSelector } from 'viem'
import * as z from 'zod'
import type { LeafScope } from '../context.ts'
import { type Claimant, type EvidenceItem, itemsOf, type LogRecord, type LogsQuery } from '../query.ts'
import { parameterAt, parseEvent, placeOf, valuesAt } from './abi.ts'
import { checkFilters, type Refuse, where } from './abiParams.ts'
import { actorOf } from './acting.ts'
import { evmAddress } from './fields.ts'

/** Logs of one event of named contracts. `claimant`: the path of the argument that names the member; without it, who acted. */
export const eventShape = {
  addresses: z.array(evmAddress).min(1).max(20),
  event: z.string().max(1000),
  where: where.optional(),
  claimant: z.string().max(200).optional(),
}
const eventLogs = z.strictObject(eventShape)
export type EventLogs = z.infer<typeof eventLogs>

/** The event when the parameters fit it, else null after saying what is wrong. */
export function checkEvent(value: EventLogs, refuse: Refuse): AbiEvent | null {
  const event = parseEvent(value.event)
  if (!event) {
    refuse(['event'], 'not a Solidity event with named arguments, such as: event Deposit(address indexed dst, uint256 wad)')
    return null
  }
  checkFilters(value.where, event.inputs, refuse)
  if (value.claimant !== undefined) {
    const problem = claimantProblem(event, value.claimant)
    if (problem) refuse(['claimant'], problem)
  }
  return event
}

function claimantProblem(event: AbiEvent, claimant: string): string | null {
  const type = parameterAt(event.inputs, claimant)?.type
  if (type === undefined || !/^(address|bytes32|bytes|string)$/.test(type))
    return 'an argument that holds an address expected: address, bytes32, bytes or string'
  const top = event.inputs.find(({ name }) => name === claimant.split('.')[0])
  const hashed = top?.indexed === true && !/^(address|bytes32)$/.test(top.type)
  return hashed ? 'an indexed string, bytes, array or tuple is only there as its hash: it names nobody' : null
}

/** Addresses and 32-byte words at the top have a fixed place, which nodes and caches can look for; everything else is found by mention. */
export function claimantPlace(event: AbiEvent, claimant: string | undefined): Pick<Claimant, 'by' | 'index'> {
  if (claimant === undefined) return { by: 'sender', index: 0 }
  const type = event.inputs.find(({ name }) => name === claimant)?.type
  return (type === 'address' || type === 'bytes32' ? placeOf(event, claimant) : null) ?? { by: 'mention', index: 0 }
}

/** The question for these logs on one chain. */
export function logsQuery(wanted: EventLogs, scope: Pick<LeafScope, 'chain' | 'wallets' | 'range'>): LogsQuery | null {
  const event = parseEvent(wanted.event)
  if (!event) return null
  return {
    type: 'evm.logs',
    chain: scope.chain,
    addresses: [...new Set(wanted.addresses.map((address) => address.toLowerCase()))].toSorted(),
    topic0: toEventSelector(event),
    claimant: { ...claimantPlace(event, wanted.claimant), wallets: scope.wallets },
    ...scope.range,
  }
}

/** Every log that was read on one chain, once. */
export function logsOn(chain: string, evidence: readonly EvidenceItem[]): LogRecord[] {
  const found = new Map<string, LogRecord>()
  for (const { query, records } of itemsOf(evidence, 'evm.logs'))
    if (query.chain === chain) for (const record of records) found.set(`${record.txHash}|${record.logIndex}`, record)
  return [...found.values()]
}

/** The decoded arguments of a log of the wanted event and contracts; null when it is another log or cannot be read. */
export function argsOf(record: LogRecord, wanted: Pick<EventLogs, 'addresses'>, event: AbiEvent): unknown {
  if (!wanted.addresses.some((address) => address.toLowerCase() === record.address.toLowerCase())) return null
  const [signature, ...indexed] = record.topics
  if (signature === undefined) return null
  try {
    const topics: [`0x${string}`, ...`0x${string}`[]] = [signature as `0x${string}`, ...(indexed as `0x${string}`[])]
    return decodeEventLog({ abi: [event], data: record.data as `0x${string}`, topics, strict: true }).args ?? {}
  } catch {
    return null
  }
}

/** Everyone that a log names as its member, in lower case: the account that acted, or every address at the claimant's path. */
export function namedBy(record: LogRecord, args: unknown, named: { event: AbiEvent; claimant: string | undefined }): string[] {
  const { event, claimant } = named
  if (claimant === undefined) return [actorOf(record) ?? []].flat()
  return valuesAt(event.inputs, args, claimant).flatMap((value) => addressIn(value) ?? [])
}

/** The address in a decoded value: itself, text, its 20 bytes, or the last 20 of 32 behind zeros (LayerZero, CCTP, Wormhole). */
export function addressIn(value: unknown): string | null {
  if (typeof value !== 'string') return null
  return /^0x(?:0{24})?([0-9a-f]{40})$/i.exec(value.trim())?.[1]?.toLowerCase().padStart(42, '0x') ?? null
}
