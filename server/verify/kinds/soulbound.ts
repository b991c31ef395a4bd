import { encodeFunctionData, type Hex, parseAbi } from 'viem'
import * as z from 'zod'
import { canonicalJson } from '#server/shared/canonical.ts'
import type { LeafScope } from '../context.ts'
import { type BlockRef, type EvidenceItem, itemsOf, type StateQuery, type StateRead } from '../query.ts'
import type { Text } from '../verdict.ts'
import { evmAddress, text, uint } from './fields.ts'
import type { Judgement } from './kind.ts'
import { type Findings, settle } from './settling.ts'
import { uintOf } from './stateValue.ts'
import { chainName, sentences } from './wording.ts'

/**
 * A token that cannot be transferred (ERC-721 with ERC-5192). With `tokenId` that very token, and the contract must call it locked; without one any token
 * of a contract that says it has the interface. `transferable`: where a contract keeps its tokens in place without ERC-5192.
 */
export const soulboundParams = z.strictObject({
  type: z.literal('sbt'),
  contract: evmAddress,
  tokenId: uint.optional(),
  transferable: z.boolean().optional(),
  name: text.optional(),
})
export type SoulboundParams = z.infer<typeof soulboundParams>

const abi = parseAbi([
  'function balanceOf(address owner) view returns (uint256)',
  'function ownerOf(uint256 tokenId) view returns (address)',
  'function locked(uint256 tokenId) view returns (bool)',
  'function supportsInterface(bytes4 id) view returns (bool)',
])
/** ERC-5192's interface id. */
const erc5192 = '0xb45a3c0e'

export function soulboundQueries(params: SoulboundParams, scope: LeafScope): StateQuery[] {
  if (scope.wallets.length === 0) return []
  const at = scope.finality === 'latest' ? (['latest'] as const) : ([scope.finality, 'latest'] as const)
  const reads = [...ownership(params, scope).map(({ read }) => read), ...lock(params)]
  return at.flatMap((tag) => reads.map((read) => ({ type: 'evm.state' as const, chain: scope.chain, read, at: tag })))
}

export function judgeSoulbound(params: SoulboundParams, evidence: readonly EvidenceItem[], scope: LeafScope): Judgement {
  const findings: Findings = { matches: [], misses: [] }
  const values = valuesIn(evidence, scope.chain)
  for (const { read, ownerIn } of ownership(params, scope))
    for (const { value, block } of values.get(canonicalJson(read)) ?? []) {
      const wallet = ownerIn(value)
      if (wallet === null) continue
      const source = { chain: scope.chain, blockNumber: block.number, wallet: `eip155:${wallet}` }
      if (!isLocked(params, values, block)) findings.misses.push({ seen: { text: movable, ...source }, met: 1 })
      else
        findings.matches.push({
          blockNumber: block.number,
          time: block.time,
          amount: 1n,
          seen: { text: holds, ...source },
          fact: {
            ...source,
            blockHash: block.hash,
            call: 'ownership',
            decoded: { contract: params.contract, tokenId: params.tokenId ?? null },
          },
        })
    }
  const judgement = settle(findings, (matches) => matches.length > 0, { evidence, scope })
  if (judgement.status === 'pass') return { ...judgement, seen: judgement.seen.slice(0, 1), facts: judgement.facts.slice(0, 1) }
  if (judgement.status !== 'fail' || findings.misses.length > 0) return judgement
  const answered = ownership(params, scope).some(({ read }) =>
    values.get(canonicalJson(read))?.some(({ value }) => value !== null && value !== '0x'),
  )
  // `ownerOf` of a token that does not exist reverts: that is a "no". `balanceOf` never does.
  return answered || params.tokenId !== undefined
    ? judgement
    : { ...judgement, status: 'error', next: sentences.cannotRead(scope.chain), code: 'chain.cannot-read' }
}

export function soulboundText({ name, tokenId }: SoulboundParams, chain: string): Text {
  const id = tokenId === undefined ? '' : ` #${tokenId}`
  const [on, what] = [chainName(chain), name ?? { en: 'the soulbound token', ja: 'SBT' }]
  return { en: `Hold ${what.en}${id} on ${on.en}`, ja: `${on.ja} で ${what.ja}${id} を保有する` }
}

type Ownership = { read: StateRead; ownerIn(value: string | null): string | null }

/** How to ask whether a wallet has it, and whom an answer names. */
function ownership({ contract, tokenId }: SoulboundParams, { wallets }: LeafScope): Ownership[] {
  const to = contract.toLowerCase()
  if (tokenId !== undefined) {
    const data = encodeFunctionData({ abi, functionName: 'ownerOf', args: [BigInt(tokenId)] })
    return [
      {
        read: { what: 'call', to, data },
        ownerIn: (value) => wallets.find((wallet) => value === `0x${'0'.repeat(24)}${wallet.slice(2)}`) ?? null,
      },
    ]
  }
  return wallets.map((wallet) => ({
    read: { what: 'call', to, data: encodeFunctionData({ abi, functionName: 'balanceOf', args: [wallet as Hex] }) },
    ownerIn: (value) => ((uintOf(value) ?? 0n) > 0n ? wallet : null),
  }))
}

function lock({ contract, tokenId, transferable }: SoulboundParams): StateRead[] {
  if (transferable === true) return []
  const data =
    tokenId === undefined
      ? encodeFunctionData({ abi, functionName: 'supportsInterface', args: [erc5192] })
      : encodeFunctionData({ abi, functionName: 'locked', args: [BigInt(tokenId)] })
  return [{ what: 'call', to: contract.toLowerCase(), data }]
}

type Values = ReadonlyMap<string, { value: string | null; block: BlockRef }[]>

/** What was read on one chain, by question. */
function valuesIn(evidence: readonly EvidenceItem[], chain: string): Values {
  const items = itemsOf(evidence, 'evm.state').filter(({ query }) => query.chain === chain)
  return new Map(
    [...Map.groupBy(items, ({ query }) => canonicalJson(query.read))].map(([key, group]) => [key, group.flatMap(({ records }) => records)]),
  )
}

/** At the same block as the ownership. */
const isLocked = (params: SoulboundParams, values: Values, block: BlockRef) =>
  lock(params).every((read) => values.get(canonicalJson(read))?.some((one) => one.block.hash === block.hash && uintOf(one.value) === 1n))

const holds: Text = { en: 'holds it', ja: '保有しています' }
const movable: Text = {
  en: 'holds it, but the contract does not say that it is locked (ERC-5192)',
  ja: '保有していますが、コントラクトが譲渡不可(ERC-5192)と示していません',
}
