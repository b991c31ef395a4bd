import { type Client, type Hex, zeroAddress } from 'viem'
import { readContract } from 'viem/actions'
import { rollupAbi } from '#contracts/abi/rollup.gen.ts'
import { lanes } from '#server/rollup/protocol/constants.gen.ts'
import { CairnError } from '#server/shared/errors.ts'

/** The ways of knowing that a batch is right, by the names of their classes. */
export const laneNames = ['zk', 'tee', 'op'] as const
export type LaneName = (typeof laneNames)[number]

/** What the slot's contract says of its lanes. Everything throws `chain.unreachable` when L2 does not answer. */
export type LanesPort = {
  /** Lanes that the contract was deployed with, and how many of them make a batch final. Neither ever changes. */
  active(): Promise<{ names: ReadonlySet<LaneName>; threshold: number }>
  /** Lanes that voted for a batch; none when L2 does not know it. */
  votes(batch: number): Promise<ReadonlySet<LaneName>>
}

export function createLanesClient(client: Client, rollup: Hex): LanesPort {
  const contract = { address: rollup, abi: rollupAbi } as const
  return {
    active: () =>
      reached(async () => {
        const [threshold, ...addresses] = await Promise.all([
          readContract(client, { ...contract, functionName: 'threshold' }),
          ...laneNames.map((name) => readContract(client, { ...contract, functionName: 'lane', args: [lanes[name]] })),
        ])
        const names = laneNames.filter((_, i) => (addresses[i] ?? zeroAddress) !== zeroAddress)
        return { names: new Set(names), threshold }
      }),
    votes: (batch) =>
      reached(async () => {
        const [, , , , voted] = await readContract(client, { ...contract, functionName: 'batch', args: [BigInt(batch)] })
        return new Set(laneNames.filter((name) => (voted >> BigInt(lanes[name])) & 1n))
      }),
  }
}

async function reached<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (cause) {
    throw new CairnError('chain.unreachable', 'L2 does not answer.', { cause })
  }
}
