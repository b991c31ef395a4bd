import { encodeFunctionData, type Hex, parseAbi } from 'viem'
import { rollupAbi } from '#contracts/abi/rollup.gen.ts'
import { proxySlots } from '../contracts/proxyLayer.ts'
import { isOfSlot } from '../kinds/slotCubes.ts'
import type { RuleWarning } from '../lint.ts'
import { isChainQuery, itemsOf, type Query, type StateQuery } from '../query.ts'
import { type Leaf, leavesOf, type Rule } from '../rule.ts'
import { type EvidenceReader, planRule } from '../run.ts'
import { decimalsIn } from './decimalsIn.ts'

const decimalsCall = encodeFunctionData({ abi: parseAbi(['function decimals() view returns (uint8)']) })
const finalHeadCall = encodeFunctionData({ abi: rollupAbi, functionName: 'finalHead' })
/** Wallets that no one has: what a rule reads for them names its contracts. */
const nobody = ['eip155:0x00000000000000000000000000000000000a11ce', 'solana:11111111111111111111111111111112']

export type ChainWarning = RuleWarning & { contract: string; implementation?: string }

/** What the chains say about a rule's contracts: no code at an address, proxies (with the implementation whose ABI is meant), other decimals than declared. */
export async function lintOnChain(deps: { evidence: EvidenceReader }, rule: Rule, at: string): Promise<ChainWarning[]> {
  const context = { accountId: '', wallets: nobody, questStart: at, joinedAt: at, version: 1 }
  const planned = planRule(rule, context)
  const leaves = new Map(leavesOf(rule).map(({ leaf, path }) => [path, leaf]))
  const found = await Promise.all(
    planned.flatMap(({ path, queries }) => {
      const [leaf, slot] = [leaves.get(path), slotOf(leaves.get(path))]
      return [
        ...contractsOf(queries).map((one) => lintContract(deps, one, { path, params: leaf?.params })),
        ...(slot ? [lintSlot(deps, slot, path)] : []),
      ]
    }),
  )
  return found.flat()
}

type Contract = { chain: string; address: string }

function contractsOf(queries: readonly Query[]): Contract[] {
  const found = new Map<string, Contract>()
  for (const query of queries) {
    if (!isChainQuery(query)) continue
    const addresses =
      query.type === 'evm.logs'
        ? query.addresses
        : query.type === 'evm.transactions'
          ? query.to
          : query.type === 'evm.state' && query.read.what === 'call'
            ? [query.read.to]
            : []
    for (const address of addresses) found.set(`${query.chain}|${address}`, { chain: query.chain, address })
  }
  return [...found.values()]
}

/** Another slot whose CUBEs are wanted: what is read of it depends on the files that members add. */
const slotOf = (leaf: Leaf | undefined): Contract | null =>
  leaf?.kind === 'attestation' && isOfSlot(leaf.params) && leaf.chain !== undefined
    ? { chain: leaf.chain, address: leaf.params.slot.toLowerCase() }
    : null

async function lintSlot({ evidence }: { evidence: EvidenceReader }, { chain, address }: Contract, path: string): Promise<ChainWarning[]> {
  const [answer] = itemsOf(
    await evidence.read([{ type: 'evm.state', chain, read: { what: 'call', to: address, data: finalHeadCall }, at: 'latest' }]),
    'evm.state',
  )
  const [record] = answer?.records ?? []
  // Four words: root, number, time, place in the inbox. Not read: nothing is said.
  if (record === undefined || record.value?.length === 2 + 4 * 64) return []
  return [{ code: 'no-slot', path, contract: address, message: noSlot(address) }]
}

const noSlot = (address: string) => ({
  en: `There is no slot at ${address}: nobody can pass.`,
  ja: `${address} はスロットのコントラクトではないため、誰も達成できません。`,
})

type Place = { path: string; params: unknown }

async function lintContract(
  { evidence }: { evidence: EvidenceReader },
  { chain, address }: Contract,
  place: Place,
): Promise<ChainWarning[]> {
  const ask = (read: StateQuery['read']): StateQuery => ({ type: 'evm.state', chain, read, at: 'latest' })
  const reads = [
    ask({ what: 'code', address }),
    ask({ what: 'storage', address, slot: proxySlots.erc1967 }),
    ask({ what: 'storage', address, slot: proxySlots.beacon }),
    ask({ what: 'call', to: address, data: decimalsCall }),
  ]
  const [code, implementation, beacon, decimals] = itemsOf(await evidence.read(reads), 'evm.state').map(
    ({ records }) => records[0]?.value ?? null,
  )
  // Not read: nothing is said.
  if (code === null || code === undefined) return []
  const warn = (code_: string, message: ChainWarning['message'], more: object = {}): ChainWarning => ({
    code: code_,
    path: place.path,
    contract: address,
    message,
    ...more,
  })
  if (code === '0x')
    return [warn('no-contract', { en: `There is no contract at ${address}.`, ja: `${address} にコントラクトがありません。` })]
  const behind = addressIn(implementation) ?? addressIn(beacon)
  const proxy = behind
    ? [
        warn(
          'proxy',
          {
            en: `${address} is a proxy: its functions and events are those of ${behind}, and its owner may change them.`,
            ja: `${address} はプロキシです。関数とイベントは ${behind} のもので、管理者が変更できます。`,
          },
          { implementation: behind },
        ),
      ]
    : []
  return [...proxy, ...wrongDecimals(decimals ?? null, place).map((message) => warn('wrong-decimals', message))]
}

const addressIn = (word: string | null | undefined): Hex | undefined =>
  word && /^0x0{24}[0-9a-f]{40}$/.test(word) && BigInt(word) !== 0n ? `0x${word.slice(26)}` : undefined

/** Declared decimals anywhere in the leaf's parameters that are not the contract's own. */
function wrongDecimals(answer: string | null, { params }: Place) {
  if (answer === null || !/^0x0{62}[0-9a-f]{2}$/.test(answer)) return []
  const own = Number(BigInt(answer))
  const declared = [...new Set(decimalsIn(params))].filter((decimals) => decimals !== own)
  return declared.map((decimals) => ({
    en: `The token has ${own} decimals, the rule says ${decimals}.`,
    ja: `このトークンの小数桁数は ${own} ですが、ルールでは ${decimals} になっています。`,
  }))
}
