import { type AbiEvent, encodeAbiParameters, encodeEventTopics, type Log, parseAbiItem } from 'viem'
import { expect, it } from 'vitest'
import { keptIn } from '#server/rollup/settlement/keptPayments.ts'

const rollup = `0x${'1a'.repeat(20)}` as const
const bridge = `0x${'2b'.repeat(20)}` as const
const stranger = `0x${'3c'.repeat(20)}` as const
const owner = `0x${'4d'.repeat(20)}` as const
const coin = `0x${'00'.repeat(20)}` as const

const paidEvent = parseAbiItem(
  'event WithdrawalPaid(uint64 indexed number, uint256 indexed entry, address indexed to, address token, uint256 amount)',
)
const refundEvent = parseAbiItem(
  'event DepositRefunded(uint64 indexed number, uint256 indexed entry, address indexed to, address token, uint256 amount)',
)
const keptEvent = parseAbiItem('event Kept(address indexed to, address indexed token, uint256 amount)')

const log = (address: string, abi: AbiEvent, args: Record<string, unknown>, data: `0x${string}`) =>
  ({ address, topics: encodeEventTopics({ abi: [abi], args } as never), data }) as unknown as Log

const money = encodeAbiParameters([{ type: 'address' }, { type: 'uint256' }], [coin, 5n])
const paying = (entry: number, { number = 7, address = rollup as string, event = paidEvent as AbiEvent } = {}) =>
  log(address, event, { number: BigInt(number), entry: BigInt(entry), to: owner }, money)
const keeping = (address: string = bridge) =>
  log(address, keptEvent, { to: owner, token: coin }, encodeAbiParameters([{ type: 'uint256' }], [5n]))

it('finds the entries whose payment the bridge kept', () => {
  const logs = [paying(0), paying(1), keeping(), paying(2), paying(4, { event: refundEvent }), keeping()]
  expect([...keptIn(logs, 7, { rollup, bridge })]).toEqual([1, 4])
  expect(keptIn([paying(0), paying(1)], 7, { rollup, bridge }).size).toBe(0)
})

it('does not look at what recipients and tokens say, nor at other batches', () => {
  expect(keptIn([paying(0), keeping(stranger)], 7, { rollup, bridge }).size).toBe(0)
  expect([...keptIn([paying(0), paying(1, { address: stranger }), keeping()], 7, { rollup, bridge })]).toEqual([0])
  expect(keptIn([paying(0, { number: 8 }), keeping()], 7, { rollup, bridge }).size).toBe(0)
  expect(keptIn([keeping()], 7, { rollup, bridge }).size).toBe(0)
})

it('takes addresses in any case', () => {
  const contracts = {
    rollup: rollup.toUpperCase().replace('0X', '0x') as typeof rollup,
    bridge: bridge.toUpperCase().replace('0X', '0x') as typeof bridge,
  }
  expect([...keptIn([paying(3), keeping()], 7, contracts)]).toEqual([3])
})
