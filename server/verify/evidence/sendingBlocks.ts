/** How many transactions a wallet had sent up to and with a block. */
export type CountAsk = { wallet: string; at: bigint }
export type ReadCounts = (asks: readonly CountAsk[]) => Promise<bigint[]>

type Span = { wallet: string; from: bigint; to: bigint; before: bigint; after: bigint }

/**
 * The blocks of a range that may hold transactions of these wallets, ascending. A wallet's count only rises, and rises with every transaction it sends: equal
 * counts at both ends of a range say that there is none inside, any other range is halved. A range that is nearly full is taken as a whole. All wallets and
 * ranges of one depth are asked together.
 */
export async function sendingBlocks(range: { from: bigint; to: bigint }, wallets: readonly string[], read: ReadCounts): Promise<bigint[]> {
  const { from, to } = range
  const ends = await read(wallets.flatMap((wallet) => [...(from === 0n ? [] : [{ wallet, at: from - 1n }]), { wallet, at: to }]))
  const perWallet = from === 0n ? 1 : 2
  let spans: Span[] = wallets.map((wallet, index) => ({
    wallet,
    from,
    to,
    before: from === 0n ? 0n : (ends[index * perWallet] ?? 0n),
    after: ends[index * perWallet + perWallet - 1] ?? 0n,
  }))
  const blocks = new Set<bigint>()
  while (spans.length > 0) {
    const rising = spans.filter(({ before, after }) => after > before)
    const [full, wide] = [rising.filter(isFull), rising.filter((span) => !isFull(span))]
    for (const span of full) for (let block = span.from; block <= span.to; block++) blocks.add(block)
    const counts = await read(wide.map(({ wallet, from, to }) => ({ wallet, at: (from + to) / 2n })))
    spans = wide.flatMap((span, index) => halves(span, counts[index] ?? span.before))
  }
  return [...blocks].toSorted((a, b) => (a < b ? -1 : 1))
}

/** Halving on would cost more questions than the blocks that it saves. */
const isFull = ({ from, to, before, after }: Span) => to - from + 1n <= 2n * (after - before)

function halves({ wallet, from, to, before, after }: Span, between: bigint): Span[] {
  const middle = (from + to) / 2n
  return [
    { wallet, from, to: middle, before, after: between },
    { wallet, from: middle + 1n, to, before: between, after },
  ]
}
