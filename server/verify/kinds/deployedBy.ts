import { getContractAddress, type Hex } from 'viem'
import type { LeafScope } from '../context.ts'
import type { Query, StateRead } from '../query.ts'
import type { Judgement } from './kind.ts'
import { unread } from './settling.ts'
import { factAt, type Look, looksAt, queriesAt, type Reading, type Subject, seenAt } from './stateReading.ts'
import { uintOf } from './stateValue.ts'
import { stateSentences } from './stateWording.ts'
import { sentences } from './wording.ts'

/** How many of a wallet's first transactions are looked at: few at first, for those who have enough there. */
export const mostNonces = 1000
const steps = [100, mostNonces] as const

const nonces = ({ wallets }: LeafScope): Subject[] => wallets.map((wallet) => ({ wallet, reads: [{ what: 'nonce', address: wallet }] }))

/** Hashing a thousand addresses takes a while, and planning and judging ask for the same ones. */
const known = new Map<string, string[]>()

/** Where a contract stands that this wallet created with each of its nonces below `count` (CREATE: the address follows from wallet and nonce). */
function createdAddresses(wallet: string, count: number): string[] {
  const addresses = known.get(wallet) ?? []
  for (let nonce = addresses.length; nonce < count; nonce++)
    addresses.push(getContractAddress({ from: wallet as Hex, nonce: BigInt(nonce) }).toLowerCase())
  if (known.size > 500) known.clear()
  known.set(wallet, addresses)
  return addresses.slice(0, count)
}

function contractReads({ wallet, values }: Look, most: number): StateRead[] {
  const sent = uintOf(values[0]) ?? 0n
  const count = sent < BigInt(most) ? Number(sent) : most
  return createdAddresses(wallet, count).map((address) => ({ what: 'codeHash' as const, address }))
}

/** The addresses that have code now among the first `most`; null when they were not read. */
function deployedAmong(look: Look, most: number, reading: Reading): string[] | null {
  const reads = contractReads(look, most)
  if (reads.length === 0) return []
  const [found] = looksAt({ block: look.block.number }, [{ wallet: look.wallet, reads }], reading)
  if (!found || found.block.hash !== look.block.hash) return null
  return reads.flatMap((read, index) => ('address' in read && /^0x[0-9a-f]{64}$/.test(found.values[index] ?? '') ? [read.address] : []))
}

/** In rounds: how many transactions, then the code of what the first ones may have created, then of the rest. */
export function planDeployed(gte: number, reading: Reading): Query[] {
  const { scope } = reading
  const asked: Query[] = queriesAt(scope.finality, nonces(scope), scope)
  for (const look of looksAt(scope.finality, nonces(scope), reading)) {
    const at = { block: look.block.number }
    const [few, all] = steps
    asked.push(...queriesAt(at, [{ wallet: look.wallet, reads: contractReads(look, few) }], scope))
    const first = deployedAmong(look, few, reading)
    if (first !== null && first.length < gte)
      asked.push(...queriesAt(at, [{ wallet: look.wallet, reads: contractReads(look, all).slice(few) }], scope))
  }
  return asked
}

export function judgeDeployed(gte: number, reading: Reading): Judgement {
  const { scope, read } = reading
  const problem = unread(read, scope)
  if (problem) return problem
  const looks = looksAt(scope.finality, nonces(scope), reading)
  const counts = looks.map((look) => {
    const few = deployedAmong(look, steps[0], reading)
    return { look, contracts: few !== null && few.length >= gte ? few : deployedAmong(look, mostNonces, reading) }
  })
  const best = counts
    .flatMap(({ look, contracts }) => (contracts ? [{ look, contracts }] : []))
    .toSorted((a, b) => b.contracts.length - a.contracts.length)[0]
  if (!best || counts.length < scope.wallets.length)
    return { status: 'error', seen: [], next: sentences.cannotRead(scope.chain), facts: [] }
  const { look, contracts } = best
  if (contracts.length >= gte) {
    const seen = seenAt(look, { en: `deployed ${contracts.length}`, ja: `${contracts.length} 件をデプロイしました` }, scope)
    return {
      status: 'pass',
      seen: [seen],
      facts: [factAt(look, 'deployed', { chain: scope.chain, decoded: { contracts: contracts.slice(0, 100) } })],
    }
  }
  if (counts.some(({ contracts: found }) => found === null))
    return { status: 'error', seen: [], next: sentences.cannotRead(scope.chain), facts: [] }
  const capped = looks.some(({ values }) => (uintOf(values[0]) ?? 0n) > BigInt(mostNonces))
  if (capped)
    return {
      status: 'error',
      seen: [],
      next: stateSentences.tooMany(mostNonces, { en: 'transactions', ja: 'トランザクション' }),
      facts: [],
    }
  const text = {
    en: `has deployed ${contracts.length} contracts that still have code, ${gte} needed`,
    ja: `デプロイ済みで現存するコントラクトは ${contracts.length} 件です(必要: ${gte} 件)`,
  }
  return { status: 'fail', seen: [seenAt(look, text, scope)], facts: [] }
}
