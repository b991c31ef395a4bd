import { formatGwei, type Hex, parseGwei } from 'viem'
import type { CircuitName } from '#server/rollup/protocol/constants.gen.ts'
import { plannedAccounts } from '#server/rollup/state/buildBatch.ts'
import { fromHex } from '#server/shared/bytes.ts'
import { inBlobForm, proposeBlob } from '../contracts/blobSlot.ts'
import { deployedSlot } from '../contracts/deployedSlot.ts'
import { ACCOUNTS, fullBatch } from './fullBatch.ts'
import { type BenchBar, type BenchResult, bar, summarise } from './report.ts'

/** Least share of the data fee that blobs must save, in percent. */
const GOAL = 90

/**
 * What the words of full batches cost as calldata and as a blob, on one node and at its prices: gas of the transaction's bytes (EIP-2028, and
 * the floor of EIP-7623 beside it) at the base fee, blob gas at the blob base fee. The whole `propose` of both is printed, too.
 */
export async function dataFees(wanted: readonly CircuitName[]): Promise<{ results: BenchResult[]; bars: BenchBar[] }> {
  const slot = await deployedSlot({ accounts: ACCOUNTS, blobs: true })
  try {
    // What a local node asks for gas in its first block; the price of blobs is the node's own.
    const baseFee = parseGwei('1')
    const [leader = 0] = plannedAccounts(slot.state(), 'small', 1)
    const inbox = [await slot.openQuest({ account: leader, supply: 1_000_000 })]
    await slot.advance({ leader, opens: [BigInt(slot.stranger.account.address)], inbox })
    const [results, bars]: [BenchResult[], BenchBar[]] = [[], []]
    for (const circuit of wanted) {
      const built = await fullBatch(slot, circuit, leader)
      const batch = inBlobForm(slot, built)
      const sentBy = async ({ transactionHash: hash }: { transactionHash: Hex }) =>
        bytesGas((await slot.client.getTransaction({ hash })).input)
      const snapshot = await slot.tester.snapshot()
      const calldata = await slot.propose(built)
      const inCalldata = await sentBy(calldata)
      await slot.tester.revert({ id: snapshot })
      const blob = await proposeBlob(slot, batch)
      if (blob.status !== 'success') throw new Error('the blob was refused')
      const beside = await sentBy(blob)
      await slot.keep(built)
      const blobFee = blob.blobGasPrice ?? 0n
      const blobGas = Number(blob.blobGasUsed ?? 0n)
      const at = `at ${formatGwei(baseFee)} gwei a gas and ${blobFee} wei a blob gas`
      const fee = (gas: number, blobs = 0) => (gas * Number(baseFee) + blobs * Number(blobFee)) / 1e9
      const saved = (1 - fee(beside.gas, blobGas) / fee(inCalldata.gas)) * 100
      // Where the whole saving would shrink to the goal: price of blob gas by that of gas.
      const breakEven = (inCalldata.gas * (1 - GOAL / 100) - beside.gas) / blobGas
      const one = (what: string, value: number, unit = 'gas') => results.push(summarise(`${what}, ${circuit} batch`, unit, [value]))
      one('bytes in calldata', inCalldata.gas)
      one('bytes in calldata, EIP-7623 floor', inCalldata.floor)
      one('bytes beside a blob', beside.gas)
      one('blob', blobGas, 'blob gas')
      one(`data fee, calldata, ${at}`, fee(inCalldata.gas), 'gwei')
      one(`data fee, blob, ${at}`, fee(beside.gas, blobGas), 'gwei')
      one('data fee that a blob saves', saved, '%')
      one(`price of blob gas by that of gas at which ${GOAL} % are saved`, breakEven, 'times')
      one('whole propose, calldata', Number(calldata.gasUsed))
      one('whole propose, blob (with two openings)', Number(blob.gasUsed))
      // What is sent beside a blob has a fixed size, which weighs in a batch smaller than bulk.
      if (circuit === 'bulk') bars.push(bar(`data fee saved by a blob, ${circuit}, %`, GOAL, saved, 'more'))
    }
    return { results, bars }
  } finally {
    await slot.stop()
  }
}

/** Gas of a transaction's bytes: 4 for a zero, 16 for another; and the floor that EIP-7623 sets on the whole transaction. */
function bytesGas(input: Hex) {
  const bytes = fromHex(input) ?? new Uint8Array()
  const zeros = bytes.filter((byte) => byte === 0).length
  const tokens = zeros + 4 * (bytes.length - zeros)
  return { gas: 4 * tokens, floor: 21_000 + 10 * tokens }
}
