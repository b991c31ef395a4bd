import { type AbiEvent, decodeEventLog, type Hex, parseAbiItem, toEventSelector } from 'viem'
import type { LeafScope } from '../context.ts'
import type { LogRecord, LogsQuery, Range } from '../query.ts'
import { isNumber } from './moment.ts'
import type { Token } from './tokens.ts'

/** One change of what a wallet holds. */
export type Movement = { wallet: string; amount: bigint; block: bigint; logIndex: number; txHash: string }

/** An event that moves a token: topics that name who gives and who gets, and how much it says. */
type MovingEvent = { event: AbiEvent; from?: number; to?: number; moved(args: Readonly<Record<string, unknown>>): bigint }
type HeldToken = Exclude<Token, { standard: 'native' }>

const event = (signature: string) => parseAbiItem(signature) as AbiEvent
const amount = (value: unknown) => (typeof value === 'bigint' ? value : 0n)

function movingEvents(token: HeldToken): MovingEvent[] {
  const counted = 'ids' in token && token.ids ? new Set(token.ids) : null
  const counts = (id: unknown) => counted === null || counted.has(String(id))
  if (token.standard === 'erc721') {
    const transfer = event('event Transfer(address indexed from, address indexed to, uint256 indexed tokenId)')
    return [{ event: transfer, from: 1, to: 2, moved: ({ tokenId }) => (counts(tokenId) ? 1n : 0n) }]
  }
  if (token.standard === 'erc1155')
    return [
      {
        event: event('event TransferSingle(address indexed operator, address indexed from, address indexed to, uint256 id, uint256 value)'),
        from: 2,
        to: 3,
        moved: ({ id, value }) => (counts(id) ? amount(value) : 0n),
      },
      {
        event: event(
          'event TransferBatch(address indexed operator, address indexed from, address indexed to, uint256[] ids, uint256[] values)',
        ),
        from: 2,
        to: 3,
        moved: ({ ids, values }) => sumOf(ids, values, counts),
      },
    ]
  const transfer = event('event Transfer(address indexed from, address indexed to, uint256 value)')
  const moves: MovingEvent = { event: transfer, from: 1, to: 2, moved: ({ value }) => amount(value) }
  if (!token.wrapped) return [moves]
  const wrap = event('event Deposit(address indexed dst, uint256 value)')
  const unwrap = event('event Withdrawal(address indexed src, uint256 value)')
  return [
    moves,
    { event: wrap, to: 1, moved: ({ value }) => amount(value) },
    { event: unwrap, from: 1, moved: ({ value }) => amount(value) },
  ]
}

function sumOf(ids: unknown, values: unknown, counts: (id: unknown) => boolean): bigint {
  if (!Array.isArray(ids) || !Array.isArray(values)) return 0n
  return ids.reduce<bigint>((sum, id, index) => (counts(id) ? sum + amount(values[index]) : sum), 0n)
}

/** All logs that move the token out of or into the wallets. */
export function movementQueries(token: HeldToken, range: Range, { chain, wallets }: LeafScope): LogsQuery[] {
  return movingEvents(token).flatMap(({ event: moving, from, to }) =>
    [from, to].flatMap((index): LogsQuery[] => {
      if (index === undefined) return []
      const claimant = { by: 'topic' as const, index, wallets }
      return [{ type: 'evm.logs', chain, addresses: [token.address.toLowerCase()], topic0: toEventSelector(moving), claimant, ...range }]
    }),
  )
}

/** What logs did to these wallets, each log once, in the order of the chain. */
export function movementsOf(token: HeldToken, records: readonly LogRecord[], wallets: readonly string[]): Movement[] {
  const events = new Map(movingEvents(token).map((moving) => [toEventSelector(moving.event), moving]))
  const unique = new Map(
    records.filter((record) => isLogOf(record, token)).map((record) => [`${record.blockHash}|${record.logIndex}`, record]),
  )
  const movements = [...unique.values()].flatMap((record) => {
    const moving = events.get(record.topics[0] as Hex)
    const args = moving ? decode(record, moving.event) : null
    if (!moving || !args) return []
    const moved = moving.moved(args)
    const side = (index: number | undefined, value: bigint): Movement[] => {
      const wallet = index === undefined ? undefined : wallets.find((one) => record.topics[index] === `0x${one.slice(2).padStart(64, '0')}`)
      if (wallet === undefined) return []
      return [{ wallet, amount: value, block: BigInt(record.blockNumber), logIndex: record.logIndex, txHash: record.txHash }]
    }
    return [...side(moving.from, -moved), ...side(moving.to, moved)]
  })
  return movements.toSorted((a, b) => (a.block === b.block ? a.logIndex - b.logIndex : a.block < b.block ? -1 : 1))
}

const isLogOf = ({ address, blockNumber, logIndex }: LogRecord, token: HeldToken) =>
  address === token.address.toLowerCase() && isNumber(blockNumber) && Number.isSafeInteger(logIndex)

function decode({ topics, data }: LogRecord, moving: AbiEvent): Readonly<Record<string, unknown>> | null {
  const [signature, ...indexed] = topics as Hex[]
  if (signature === undefined) return null
  try {
    const { args } = decodeEventLog({ abi: [moving], data: data as Hex, topics: [signature, ...indexed], strict: true })
    return args !== null && typeof args === 'object' && !Array.isArray(args) ? (args as unknown as Record<string, unknown>) : null
  } catch {
    // A log of another shape under the same name moves nothing that is known here; the balances will not add up then.
    return null
  }
}
