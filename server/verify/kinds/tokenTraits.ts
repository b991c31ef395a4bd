import { encodeFunctionData, type Hex, parseAbi } from 'viem'
import type { LeafScope } from '../context.ts'
import type { Query, StateRead } from '../query.ts'
import type { Text } from '../verdict.ts'
import { type Checked, checkAll, conditionText, toJson } from './conditions.ts'
import type { Judgement } from './kind.ts'
import { headOfState, isReached, type Moment, type Place, placeOf } from './moment.ts'
import { unread } from './settling.ts'
import { factAt, type Look, looksAt, planState, queriesAt, type Reading, type Subject, seenAt } from './stateReading.ts'
import { addressOf, uintOf } from './stateValue.ts'
import { stateSentences } from './stateWording.ts'
import { type Collection, holdingReads, unitOf } from './tokens.ts'
import { decodeView, encodeView, parseView, type View } from './viewCall.ts'
import { amountText, sentences } from './wording.ts'

/** Tokens of one wallet that are looked at, where the wallet's tokens are listed by the collection itself. */
export const mostTokens = 100

const enumerable = parseAbi(['function tokenOfOwnerByIndex(address owner, uint256 index) view returns (uint256)'])

export type Traits = {
  token: Collection & { trait: NonNullable<Collection['trait']> }
  gte: string
  at: Moment
  measure: 'wallet' | 'total'
}

/** The view of a trait: one token id in, something out. */
export function traitView(signature: string): View | null {
  const view = parseView(signature)
  return view?.abi.inputs.length === 1 && view.abi.inputs[0]?.type === 'uint256' ? view : null
}

const holders = ({ token }: Traits, { wallets }: LeafScope): Subject[] =>
  wallets.map((wallet) => ({ wallet, reads: holdingReads(token, wallet) }))

/** In rounds, all at one block: how many tokens (or whose), which ones, what their trait is. */
export function planTraits(traits: Traits, reading: Reading): Query[] {
  const subjects = holders(traits, reading.scope)
  const held = planState(traits.at, subjects, reading)
  const looks = looksAt(firstPlace(traits, reading), subjects, reading)
  const [look] = looks
  if (!look) return held
  const at: Place = { block: look.block.number }
  const listed = queriesAt(at, listings(traits, looks), reading.scope)
  const asked = tokensOf(traits, looks, reading).flatMap(({ id }) => traitRead(traits, id) ?? [])
  return [...held, ...listed, ...queriesAt(at, [{ wallet: '', reads: asked }], reading.scope)]
}

const firstPlace = ({ at }: Traits, { scope }: Reading): Place => (at === 'now' ? scope.finality : placeOf(at, scope))

/** The reads that list a wallet's tokens; none where the rule names the token ids. */
function listings({ token }: Traits, looks: readonly Look[]): Subject[] {
  if (token.ids) return []
  return looks.map(({ wallet, values }) => {
    const count = Number(least(uintOf(values[0]) ?? 0n, BigInt(mostTokens)))
    const reads = Array.from({ length: count }, (_, index): StateRead => {
      const data = encodeFunctionData({ abi: enumerable, functionName: 'tokenOfOwnerByIndex', args: [wallet as Hex, BigInt(index)] })
      return { what: 'call', to: token.address.toLowerCase(), data }
    })
    return { wallet, reads }
  })
}

const least = (a: bigint, b: bigint) => (a < b ? a : b)

type Owned = { wallet: string; id: string }

function tokensOf(traits: Traits, looks: readonly Look[], reading: Reading): Owned[] {
  const { ids } = traits.token
  if (ids)
    return looks.flatMap(({ wallet, values }) =>
      ids.filter((_, index) => addressOf(values[index]) === wallet).map((id) => ({ wallet, id })),
    )
  const [look] = looks
  if (!look) return []
  const listed = listings(traits, looks)
  const found = looksAt({ block: look.block.number }, listed, reading).filter(({ block }) => block.hash === look.block.hash)
  const owned = found.flatMap(({ wallet, values }) =>
    values.flatMap((value) => uintOf(value) ?? []).map((id) => ({ wallet, id: id.toString() })),
  )
  return [...new Map(owned.map((one) => [`${one.wallet}|${one.id}`, one])).values()]
}

function traitRead({ token }: Traits, id: string): StateRead[] {
  const view = traitView(token.trait.function)
  const data = view && encodeView(view, [BigInt(id)])
  return data ? [{ what: 'call', to: token.address.toLowerCase(), data }] : []
}

export function judgeTraits(traits: Traits, reading: Reading): Judgement {
  const { scope, read } = reading
  const problem = unread(read, scope)
  if (problem) return problem
  const place = firstPlace(traits, reading)
  const head = headOfState(read, scope)
  if (head && typeof place !== 'string' && !isReached(place, head, scope))
    return { status: 'pending', seen: [], next: stateSentences.notYet(scope.chain, head[scope.finality].number), facts: [] }
  const subjects = holders(traits, scope)
  const looks = looksAt(place, subjects, reading)
  const view = traitView(traits.token.trait.function)
  const missing = looks.length < subjects.length || !view || looks.some(({ values }) => !traits.token.ids && uintOf(values[0]) === null)
  if (missing) return cannot(stateSentences.noToken(scope.chain))
  const owned = tokensOf(traits, looks, reading)
  const counts = looks.map((look) => counted(traits, look, { owned, view, reading }))
  if (counts.some((count) => count === null)) return cannot(sentences.cannotRead(scope.chain))
  return verdict(
    traits,
    counts.filter((count) => count !== null),
    reading,
  )
}

const cannot = (next: Text): Judgement => ({ status: 'error', seen: [], next, facts: [] })

type Counted = { look: Look; right: string[]; total: number; args: unknown; miss?: Extract<Checked, { ok: false }> }

/** How many tokens of a wallet have the trait; null when an answer is missing. A token for which the view reverts has none. */
function counted(
  traits: Traits,
  look: Look,
  { owned, view, reading }: { owned: readonly Owned[]; view: View; reading: Reading },
): Counted | null {
  const mine = owned.filter(({ wallet }) => wallet === look.wallet)
  const expected = traits.token.ids ? mine.length : Number(least(uintOf(look.values[0]) ?? 0n, BigInt(mostTokens)))
  if (mine.length < expected) return null
  const found: Counted = { look, right: [], total: traits.token.ids ? mine.length : Number(uintOf(look.values[0])), args: null }
  for (const { id } of mine) {
    const [answer] = looksAt({ block: look.block.number }, [{ wallet: '', reads: traitRead(traits, id) }], reading)
    const value = answer?.block.hash === look.block.hash ? answer.values[0] : undefined
    if (value === undefined) return null
    const args = value === null ? null : decodeView(view, value)
    if (value !== null && args === null) return null
    if (args === null) continue
    const actor = { account: look.wallet, linked: reading.scope.wallets }
    const checked = checkAll(traits.token.trait.where, { inputs: view.outputs, args }, actor)
    if (!checked.ok) found.miss ??= checked
    else if (found.right.push(id) === 1) found.args = toJson(args)
  }
  return found
}

function verdict(traits: Traits, counts: readonly Counted[], { scope }: Reading): Judgement {
  const sums = traits.measure === 'total' ? [counts] : counts.map((count) => [count])
  const sizes = sums.map((group) => ({ group, right: group.reduce((sum, { right }) => sum + right.length, 0) }))
  const best = sizes.toSorted((a, b) => b.right - a.right)[0]
  const [first] = best?.group.filter(({ right }) => right.length > 0) ?? []
  const unit = unitOf(traits.token, scope.chain)
  const have = amountText(BigInt(best?.right ?? 0), unit)
  const what = conditionsText(traits)
  if (best && first && BigInt(best.right) >= BigInt(traits.gte)) {
    const text = { en: `holds ${have} with ${what.en}`, ja: `${what.ja} を満たす ${have} を保有しています` }
    const facts = best.group.map(({ look, right, args }) =>
      factAt(look, 'trait', { chain: scope.chain, decoded: { token: traits.token, ids: right, args } }),
    )
    return { status: 'pass', seen: [seenAt(first.look, text, scope)], facts: facts.slice(0, 100) }
  }
  if (counts.some(({ total }) => total > mostTokens))
    return cannot(stateSentences.tooMany(mostTokens, { en: 'tokens of a wallet', ja: 'トークン' }))
  return { status: 'fail', seen: counts.slice(0, 1).map(({ look }) => seenAt(look, missText(have, what, traits), scope)), facts: [] }
}

const missText = (have: string, what: Text, { gte }: Traits): Text => ({
  en: `holds ${have} with ${what.en}, ${gte} needed`,
  ja: `${what.ja} を満たす保有は ${have} です(必要: ${gte})`,
})

export function conditionsText({ token }: Pick<Traits, 'token'>): Text {
  const texts = token.trait.where.map((condition) => conditionText(condition, undefined))
  return { en: texts.map(({ en }) => en).join(' and '), ja: texts.map(({ ja }) => ja).join('、') }
}
