import type { EvmReader } from '#chains/reader.ts'
import type { Fact } from '../evidence.ts'
import type { Verified } from '../run.ts'
import type { Text } from '../verdict.ts'

/** A way that somebody passed: what it took, how often it was taken, and one example of it. */
export type Way = { what: keyof typeof texts; text: Text; wallets: number; txHashes: string[] }

const texts = {
  'doing-nothing': { en: 'without a transaction', ja: 'トランザクションなしで達成' },
  'approve-alone': { en: 'with an approval alone', ja: 'approve だけで達成' },
  'self-transfer': { en: 'by sending to oneself', ja: '自分宛ての送金で達成' },
  nothing: { en: 'with an amount of zero', ja: '数量 0 で達成' },
  dust: { en: 'with dust: less than a millionth of a token', ja: 'ごく少額(100 万分の 1 トークン未満)で達成' },
  'one-transaction': { en: 'with one transaction', ja: '1 件のトランザクションで達成' },
  'several-transactions': { en: 'with several transactions', ja: '複数のトランザクションで達成' },
} as const satisfies Record<string, Text>

/** `approve(address,uint256)`, `setApprovalForAll(address,bool)`, `increaseAllowance(address,uint256)`. */
const approvals = new Set(['0x095ea7b3', '0xa22cb465', '0x39509351'])

/** What passing took, cheapest first: the order of `texts`. `decimals`: of the rule's tokens; without them no amount is called dust. */
export async function cheapestWays(
  reader: Pick<EvmReader, 'calls'>,
  passes: readonly Verified[],
  { decimals }: { decimals: readonly number[] },
): Promise<Way[]> {
  const facts = passes.map(({ bundle }) => bundle.leaves.flatMap((leaf) => leaf.facts))
  const hashes = [...new Set(facts.flatMap((list) => list.flatMap(({ txHash }) => txHash ?? [])))]
  const calls = new Map((await reader.calls(hashes)).flatMap((call) => (call ? [[call.hash, call.input] as const] : [])))
  const dust = decimals.length === 0 ? 0n : 10n ** BigInt(Math.max(0, Math.min(...decimals) - 6))
  const ways = Map.groupBy(facts, (list) => whatOf(list, calls, dust))
  return (Object.keys(texts) as Way['what'][]).flatMap((what) => {
    const [first, ...others] = ways.get(what) ?? []
    if (!first) return []
    return [{ what, text: texts[what], wallets: 1 + others.length, txHashes: [...new Set(first.flatMap(({ txHash }) => txHash ?? []))] }]
  })
}

function whatOf(facts: readonly Fact[], inputs: ReadonlyMap<string, string>, dust: bigint): Way['what'] {
  const hashes = new Set(facts.flatMap(({ txHash }) => txHash ?? []))
  if (hashes.size === 0) return 'doing-nothing'
  if ([...hashes].every((hash) => approvals.has(inputs.get(hash)?.slice(0, 10) ?? ''))) return 'approve-alone'
  if (facts.every(isSelfTransfer)) return 'self-transfer'
  const amounts = facts.flatMap(({ decoded }) => integersIn(decoded.args ?? decoded))
  if (amounts.length > 0 && amounts.every((amount) => amount === 0n)) return 'nothing'
  if (amounts.length > 0 && amounts.every((amount) => amount < dust)) return 'dust'
  return hashes.size === 1 ? 'one-transaction' : 'several-transactions'
}

/** Two addresses of the deed, both the member's own. */
function isSelfTransfer({ wallet, decoded }: Fact): boolean {
  const own = wallet.split(':')[1] ?? ''
  const addresses = stringsIn(decoded).filter((text) => /^0x[0-9a-f]{40}$/.test(text))
  return addresses.length >= 2 && addresses.every((address) => address === own)
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : []
}

const integersIn = (value: unknown): bigint[] => stringsIn(value).flatMap((text) => (/^\d{1,78}$/.test(text) ? [BigInt(text)] : []))
