import { decodeAbiParameters, encodeFunctionData, type Hex, namehash, parseAbi } from 'viem'
import { normalize } from 'viem/ens'
import type { LeafScope } from '../context.ts'
import type { BlockRef, Query, StateRead } from '../query.ts'
import type { Text } from '../verdict.ts'
import type { Judgement } from './kind.ts'
import { unread } from './settling.ts'
import { factAt, looksAt, type Opinion, queriesAt, type Reading, seenAt } from './stateReading.ts'
import { addressOf } from './stateValue.ts'
import { sentences } from './wording.ts'

/** ENS lives on Ethereum, whatever chain a rule names: the registry of ERC-137. */
export const ensChain = 'eip155:1'
const registry = '0x00000000000c2e074ec69a0dfb2997ba6c7d2e1e'

const abi = parseAbi([
  'function resolver(bytes32 node) view returns (address)',
  'function name(bytes32 node) view returns (string)',
  'function addr(bytes32 node) view returns (address)',
])

type Call = 'resolver' | 'name' | 'addr'
const readOf = (to: string, functionName: Call, node: Hex): StateRead => ({
  what: 'call',
  to,
  data: encodeFunctionData({ abi, functionName, args: [node] }),
})

/** ERC-181: who a wallet says that it is. */
const reverseNode = (wallet: string) => namehash(`${wallet.slice(2)}.addr.reverse`)

/** What came of following one wallet's name. */
type Step = { name: string } | { ends: Ending; name?: string } | { unanswered: true }
type Ending = 'none' | 'not-normal' | 'elsewhere' | 'other'

/** Reverse record → its name → the name's own resolver → its address, which must be the wallet: each read follows from the one before, all at one block. */
function follow(wallet: string, { scope, read }: Reading): { reads: StateRead[]; block?: BlockRef; step: Step } {
  const reads: StateRead[] = []
  let block: BlockRef | undefined
  const answer = (one: StateRead): string | null | undefined => {
    const [look] = looksAt(block ? { block: block.number } : scope.finality, [{ wallet, reads: [one] }], { scope, read })
    reads.push(one)
    if (!look || (block && look.block.hash !== block.hash)) return undefined
    block = look.block
    return look.values[0] ?? null
  }
  const ended = (step: Step) => ({ reads, ...(block ? { block } : {}), step })

  const reverse = answer(readOf(registry, 'resolver', reverseNode(wallet)))
  if (reverse === undefined) return ended({ unanswered: true })
  const resolver = addressOf(reverse)
  if (resolver === null) return ended({ unanswered: true })
  if (isZero(resolver)) return ended({ ends: 'none' })
  const named = answer(readOf(resolver, 'name', reverseNode(wallet)))
  if (named === undefined) return ended({ unanswered: true })
  const name = textOf(named)
  if (name === null || name === '') return ended({ ends: 'none' })
  if (!isNormal(name)) return ended({ ends: 'not-normal', name })
  const own = answer(readOf(registry, 'resolver', namehash(name)))
  if (own === undefined) return ended({ unanswered: true })
  const forward = addressOf(own)
  if (forward === null || isZero(forward)) return ended({ ends: 'elsewhere', name })
  const target = answer(readOf(forward, 'addr', namehash(name)))
  if (target === undefined) return ended({ unanswered: true })
  // A resolver that sends its askers to a server (EIP-3668) refuses the plain question.
  if (target === null || target === '0x') return ended({ ends: 'elsewhere', name })
  return ended(addressOf(target) === wallet ? { name } : { ends: 'other', name })
}

const isZero = (address: string) => BigInt(address) === 0n

function textOf(value: string | null): string | null {
  if (value === null) return null
  try {
    return decodeAbiParameters([{ type: 'string' }], value as Hex)[0]
  } catch {
    return null
  }
}

/** ENSIP-15: a name that is written otherwise is another name that looks like it. */
function isNormal(name: string): boolean {
  try {
    return name.length <= 255 && normalize(name) === name
  } catch {
    return false
  }
}

const onEthereum = (scope: LeafScope): LeafScope => ({ ...scope, chain: ensChain })

/** In four rounds: every answer names whom to ask next. */
export function planEnsName({ scope, read }: Reading): Query[] {
  const inner = onEthereum(scope)
  return inner.wallets.flatMap((wallet) => {
    const { reads, block } = follow(wallet, { scope: inner, read })
    return reads.flatMap((one, index) =>
      queriesAt(index === 0 || !block ? inner.finality : { block: block.number }, [{ wallet, reads: [one] }], inner),
    )
  })
}

export function judgeEnsName(suffix: string | undefined, reading: Reading): Judgement {
  const scope = onEthereum(reading.scope)
  const problem = unread(reading.read, scope)
  if (problem) return problem
  const found = scope.wallets.map((wallet) => ({ wallet, ...follow(wallet, { scope, read: reading.read }) }))
  const opinions = found.map(({ wallet, block, step }): Opinion => {
    if ('unanswered' in step || !block) return { unreadable: sentences.cannotRead(scope.chain) }
    const look = { wallet, block }
    if ('ends' in step) return { ok: false, met: step.name === undefined ? 0 : 1, seen: seenAt(look, endText(step), scope), facts: [] }
    const { name } = step
    const ok = suffix === undefined || name.endsWith(`.${suffix}`)
    const text = ok
      ? { en: `is ${name}`, ja: `プライマリネームは ${name} です` }
      : { en: `is ${name}, a name under .${suffix} is needed`, ja: `プライマリネームは ${name} です(必要: .${suffix} の名前)` }
    return {
      ok,
      met: 2,
      seen: seenAt(look, text, scope),
      facts: [factAt(look, 'ensName', { chain: scope.chain, decoded: { args: { name } } })],
    }
  })
  const right = opinions.find((opinion) => 'ok' in opinion && opinion.ok)
  if (right && 'ok' in right) return { status: 'pass', seen: [right.seen], facts: right.facts }
  const blind = opinions.find((opinion) => 'unreadable' in opinion)
  if (blind && 'unreadable' in blind) return { status: 'error', seen: [], next: blind.unreadable, facts: [] }
  const misses = opinions.filter((opinion) => 'ok' in opinion).toSorted((a, b) => b.met - a.met)
  return { status: 'fail', seen: misses.slice(0, 1).map(({ seen }) => seen), facts: [] }
}

function endText({ ends, name = '' }: { ends: Ending; name?: string }): Text {
  const shown = name.length > 60 ? `${name.slice(0, 60)}…` : name
  const texts: Record<Ending, Text> = {
    none: { en: 'has no primary name: set one in the ENS app', ja: 'プライマリネームがありません。ENS のアプリで設定してください' },
    'not-normal': { en: `says it is “${shown}”, which is no normal ENS name`, ja: `「${shown}」は正規の ENS 名ではありません` },
    elsewhere: {
      en: `says it is ${shown}, which is kept outside the chain: it cannot be proven here`,
      ja: `${shown} はチェーン外で管理されている名前のため、ここでは確認できません`,
    },
    other: {
      en: `says it is ${shown}, but that name belongs to another address`,
      ja: `${shown} を名乗っていますが、この名前は別のアドレスを指しています`,
    },
  }
  return texts[ends]
}
