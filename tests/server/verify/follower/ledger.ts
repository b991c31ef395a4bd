import { appA } from '#chains/definitions/app-a.ts'
import { solanaLocal } from '#chains/definitions/solana-local.ts'
import { RetryableChainError } from '#chains/errors.ts'
import type { AnyReader, Block, EvmReader, Head, SolanaReader } from '#chains/reader.ts'
import type { Cursor } from '#server/verify/cursorStore.ts'

/** Who acted in a block, one transaction each. */
type Mined = Block & { actors: readonly string[] }

/** How an endpoint is: how many blocks it is behind, which blocks it does not have, why it gives no whole blocks, whether it answers at all. */
export type Condition = { lag: number; holes: Set<bigint>; refuses: Error | null; down: boolean }

export const program = 'Vote111111111111111111111111111111111111111'

/** A chain in memory that grows, leaves numbers out and forks; time is a second a number. */
export function createLedger() {
  const blocks: Mined[] = []
  let fork = 0
  let clock = 1_900_000_000
  function grow(actors: readonly string[] = [], skipped = 0) {
    const parent = blocks.at(-1)
    const number = (parent?.number ?? -1n) + 1n + BigInt(skipped)
    clock += 1 + skipped
    blocks.push({ number, hash: `${number}/${fork}`, parentHash: parent?.hash ?? '', time: clock, actors })
  }
  grow()
  return {
    blocks,
    grow,
    /** The newest blocks leave the chain; others come in their place, or fewer. */
    reorg(depth: number, instead = depth) {
      blocks.length = Math.max(1, blocks.length - depth)
      fork++
      for (let n = 0; n < instead; n++) grow()
    },
  }
}
export type Ledger = ReturnType<typeof createLedger>

/** An endpoint of that chain in some condition. `asked`: how often it was asked for whole blocks, and for how many. */
export function endpointOf(ledger: Ledger, vm: 'evm' | 'solana', given: Partial<Condition> = {}) {
  const is: Condition = { lag: 0, holes: new Set(), refuses: null, down: false, ...given }
  const chain = vm === 'evm' ? appA : solanaLocal
  const asked = { looks: 0, blocks: 0 }
  const error = (reason: 'unreachable' | 'behind') => new RetryableChainError(reason, { chain: chain.id, operator: 'own', detail: '' })
  const known = () => {
    if (is.down) throw error('unreachable')
    return ledger.blocks.slice(0, Math.max(1, ledger.blocks.length - is.lag))
  }
  const plain = ({ number, hash, parentHash, time }: Mined): Block => ({ number, hash, parentHash, time })
  const whole = (numbers: readonly bigint[]) => {
    asked.looks++
    asked.blocks += numbers.length
    if (is.refuses) throw is.refuses
    return numbers.map((number) => (is.holes.has(number) ? null : (known().find((block) => block.number === number) ?? null)))
  }
  const common = {
    chain,
    operator: 'own',
    async head(): Promise<Head> {
      const latest = known().at(-1)
      if (!latest) throw error('behind')
      return { latest: plain(latest), safe: plain(latest), finalized: plain(latest) }
    },
    async block(number: bigint) {
      const [found] = is.holes.has(number) ? [] : known().filter((block) => block.number === number)
      return found ? plain(found) : null
    },
  }
  const evm: Partial<EvmReader> = {
    ...common,
    vm: 'evm',
    blocksWithCalls: async (numbers) =>
      whole(numbers).map(
        (block) =>
          block && {
            ...plain(block),
            calls: block.actors.map((from, index) => ({ hash: `${block.hash}/${index}`, from, to: null, input: '0x', value: 0n })),
          },
      ),
    logs: async () => [],
  }
  const solana: Partial<SolanaReader> = {
    ...common,
    vm: 'solana',
    async blocksWithAccounts(from, most) {
      const listed = known().filter(({ number }) => number >= from)
      return whole(listed.slice(0, most).map(({ number }) => number)).map((block) => {
        if (!block) throw error('behind')
        const transactions = block.actors.map((actor) => ({ signers: [actor], accounts: [actor, program], holdings: [] }))
        return { number: block.number, hash: block.hash, transactions }
      })
    },
  }
  return { is, asked, reader: (vm === 'evm' ? evm : solana) as AnyReader }
}

/** What is kept between looks. */
export const cursorAt = (chain: string, { number, hash, time }: Block): Cursor => ({
  chain,
  height: Number(number),
  hash,
  finalizedHeight: Number(number),
  headAt: new Date(time * 1000),
  checkedAt: new Date(0),
  error: null,
})
