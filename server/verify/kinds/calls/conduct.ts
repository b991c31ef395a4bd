import { encodeFunctionData, keccak256, maxUint256, parseAbi } from 'viem'
import type { FinalityTag } from '#chains/chain.ts'
import { findChain } from '#chains/registry.ts'
import type { StateQuery, StateRead, TransactionRecord } from '../../query.ts'
import { uintOf } from '../stateValue.ts'
import { accountTopics, actsFor, entryPoints, safeRuns } from './accountLogs.ts'
import { digitsOf } from './hexWords.ts'
import { erc1967Proxies, implementations, safe4337Modules, safeProxies, safeSingletons } from './knownAccounts.ts'
import type { Hop } from './madeCalls.ts'

/** Values of the state that were read: null = reverted or no contract, undefined = not read. */
export type Answers = (query: StateQuery) => string | null | undefined

/** Where a hop was met: the transaction, and the newest block that is sure enough for the rule. */
export type Place = { chain: string; record: TransactionRecord; tag: FinalityTag }

/** Whether a hop does what its input says, or what must still be read to tell. */
export type Proof = boolean | StateQuery[]

/**
 * Accounts: before the transaction's block their code was one that we know, and nothing in that block can have changed it. Batch contracts stand at addresses
 * that follow from their code, so it is enough that they were there before. A contract that runs calls to itself is tried out: another one may take any input
 * and do nothing of it (WETH9 does).
 */
export function proofOf(hop: Hop, place: Place, answers: Answers): Proof {
  if (hop.what === 'self-multicall') return multicallProof(hop, place, answers)
  if (hop.what === 'batcher') return batcherProof(hop.address, place, answers)
  return hop.by === 'safe' || hop.by === 'safe4337' ? safeProof(hop, place, answers) : accountProof(hop, place, answers)
}

/** Asks first, tells then: whatever has no answer yet is to be read. */
function once(queries: StateQuery[], answers: Answers, tell: (values: (string | null)[]) => Proof): Proof {
  const values = queries.map(answers)
  const open = queries.filter((_, index) => values[index] === undefined)
  return open.length > 0 ? open : tell(values.map((value) => value ?? null))
}

/** The state that the block began with; `back` 0: that it ended with. */
function atBlock({ chain, record }: Place, read: StateRead, back = 1n): StateQuery {
  const block = BigInt(record.blockNumber) - back
  return { type: 'evm.state', chain, read, at: { block: (block < 0n ? 0n : block).toString() } }
}

function batcherProof(address: string, place: Place, answers: Answers): Proof {
  if (findChain(place.chain)?.multicall3?.toLowerCase() === address) return true
  return once([atBlock(place, { what: 'code', address })], answers, ([code]) => isContract(code))
}

/** Code of its own, not only a delegation (EIP-7702). */
const isContract = (code: string | null | undefined) => typeof code === 'string' && code.length > 2 && !code.startsWith('0xef0100')

const erc1967Slot = '0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc'

function accountProof(hop: Hop & { what: 'account' }, place: Place, answers: Answers): Proof {
  const { address } = hop
  const queries = [atBlock(place, { what: 'code', address }), atBlock(place, { what: 'storage', address, slot: erc1967Slot })]
  return once(queries, answers, ([code, slot]) => {
    const delegate = /^0xef0100([0-9a-f]{40})$/.exec(code ?? '')?.[1]
    if (delegate !== undefined) return has(`0x${delegate}`, hop) && delegateProof(`0x${delegate}`, { address, place, answers })
    const target = addressIn(slot)
    if (!erc1967Proxies.includes(hashOf(code)) || !has(target, hop) || !implementations[target]?.proxied) return false
    return logsOf(place.record, address, [accountTopics.upgraded])?.every(({ topics }) => isProxied(addressIn(topics[1]))) ?? false
  })
}

const isProxied = (target: string) => Object.hasOwn(implementations, target) && implementations[target]?.proxied === true

function has(target: string, { by, nested }: Hop & { what: 'account' }): boolean {
  const known = Object.hasOwn(implementations, target) ? implementations[target] : undefined
  return known?.functions.includes(by) === true && (!nested || known.nested === true)
}

/**
 * An EOA's delegation changes only by an authorization, which raises its nonce as a transaction does: nothing beside this transaction may have raised it in that
 * block. A delegation to code that is not there does nothing, and succeeds.
 */
function delegateProof(delegate: string, { address, place, answers }: { address: string; place: Place; answers: Answers }): Proof {
  const nonces = [atBlock(place, { what: 'nonce', address }), atBlock(place, { what: 'nonce', address }, 0n)]
  return once([...nonces, atBlock(place, { what: 'code', address: delegate })], answers, ([before, after, code]) => {
    const [from, to] = [uintOf(before ?? null), uintOf(after ?? null)]
    const own = place.record.from.toLowerCase() === address ? 1n : 0n
    return from !== null && to !== null && to - from === own && isContract(code)
  })
}

const zeroSlot = `0x${'0'.repeat(64)}`
/** keccak-256 of `fallback_manager.handler.address`. */
const handlerSlot = '0x6c9a6c4a39284e37ed1cf53d337577d14212a4870fb976a4366c693b939918d5'

/** A Safe can run foreign code in its own place and so change its code, but not without a log: in that block it may have run nothing else. */
function safeProof({ address, by, nested }: Hop & { what: 'account' }, place: Place, answers: Answers): Proof {
  if (nested || !(by === 'safe' ? ranOnce(place.record, address) : ranByModule(place.record, address))) return false
  const slots = by === 'safe4337' ? [zeroSlot, handlerSlot] : [zeroSlot]
  const queries = [atBlock(place, { what: 'code', address }), ...slots.map((slot) => atBlock(place, { what: 'storage', address, slot }))]
  return once(queries, answers, ([code, singleton, handler]) => {
    if (!safeProxies.includes(hashOf(code)) || !safeSingletons.includes(addressIn(singleton))) return false
    return by === 'safe' || safe4337Modules.includes(addressIn(handler))
  })
}

/** The transaction calls the Safe itself, and the Safe ran this in that block and no more. */
function ranOnce(record: TransactionRecord, safe: string): boolean {
  const [run, ...more] = logsOf(record, safe, safeRuns) ?? []
  return record.to.toLowerCase() === safe && run?.txHash === record.txHash && more.length === 0
}

/** One operation of the Safe, and all that it ran in that block, its module ran for this operation (it may pay the entry point first). */
function ranByModule(record: TransactionRecord, safe: string): boolean {
  const operations = (record.accountLogs ?? []).filter((log) => log.topics[0] === accountTopics.userOperation && actsFor(log, safe))
  const runs = logsOf(record, safe, safeRuns) ?? []
  const byModule = ({ topics, txHash }: { topics: string[]; txHash: string }) =>
    txHash === record.txHash && topics[0] === accountTopics.moduleSuccess && safe4337Modules.includes(addressIn(topics[1]))
  return entryPoints.includes(record.to.toLowerCase()) && operations.length === 1 && runs.length > 0 && runs.every(byModule)
}

function logsOf({ blockLogs }: TransactionRecord, wallet: string, topics: readonly string[]) {
  return blockLogs?.filter((log) => log.address === wallet && topics.includes(log.topics[0] ?? ''))
}

const hashOf = (code: string | null | undefined) => (code && digitsOf(code) !== null ? keccak256(code as `0x${string}`) : '')
const addressIn = (word: string | null | undefined) => (word && /^0x[0-9a-f]{64}$/.test(word) ? `0x${word.slice(26)}` : '')

const multicalls = parseAbi([
  'function multicall(bytes[] data) returns (bytes[])',
  'function multicall(uint256 deadline, bytes[] data) returns (bytes[])',
])
/** A selector that no contract has (EIP-165). */
const unknownCall = '0xffffffff'
/** Nothing asked: an empty list is the answer. A call that cannot be: it reverts. */
const probes = [[], [unknownCall] as const].map((list) => ({
  plain: encodeFunctionData({ abi: [multicalls[0]], args: [list] }),
  deadline: encodeFunctionData({ abi: [multicalls[1]], args: [maxUint256, list] }),
  answer: list.length === 0 ? `0x${'20'.padStart(64, '0')}${'0'.repeat(64)}` : null,
}))

/**
 * A multicall gives an empty list back for an empty one, and reverts when a call inside does. What checks the parent block's hash cannot be tried out: the
 * contract must have both other forms (Uniswap's routers have all three).
 */
function multicallProof({ address, variant }: Hop & { what: 'self-multicall' }, { chain, tag }: Place, answers: Answers): Proof {
  const forms = variant === 'blockhash' ? (['plain', 'deadline'] as const) : [variant]
  const tried = forms.flatMap((form) => probes.map((probe) => ({ data: probe[form], answer: probe.answer })))
  const queries = tried.map(({ data }): StateQuery => ({ type: 'evm.state', chain, read: { what: 'call', to: address, data }, at: tag }))
  return once(queries, answers, (values) => values.every((value, index) => value === tried[index]?.answer))
}
