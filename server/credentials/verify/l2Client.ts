import { type Client, createClient, decodeFunctionData, http, keccak256, type Transport } from 'viem'
import { getChainId, getContractEvents, getTransaction, readContract } from 'viem/actions'
import { rollupAbi } from '#contracts/abi/rollup.gen.ts'
import { decodeCalldata } from '#server/rollup/protocol/calldata.ts'
import { circuitNames } from '#server/rollup/protocol/circuitNames.ts'
import { type BatchContent, decodeWords } from '#server/rollup/protocol/words.ts'
import type { Hex } from '#server/shared/bytes.ts'
import { CairnError, isCairnError } from '#server/shared/errors.ts'
import type { L2Reader } from '../verify.ts'

/** Later batches asked for in one `eth_getLogs`. */
const RANGE = 50

/** The reader over a JSON-RPC endpoint of L2. Runs in a browser, too. Throws `chain.unreachable` when it does not answer. */
export async function openL2Reader(rpcUrl: string, rollup: Hex): Promise<L2Reader> {
  return createL2Reader(createClient({ transport: http(rpcUrl, { retryCount: 2, timeout: 10_000 }) }), rollup)
}

export async function createL2Reader(client: Client<Transport>, rollup: Hex): Promise<L2Reader> {
  const address = rollup.toLowerCase() as Hex
  const contract = { address, abi: rollupAbi } as const
  const chainId = await reached(() => getChainId(client))
  return {
    chainId,
    rollup: address,
    finalRoot: (root, batch) => reached(() => finalRoot(client, contract, { root, batch })),
    revokedSince: (index, batch) =>
      reached(async () => {
        const head = await readContract(client, { ...contract, functionName: 'finalHead' })
        let unknown = false
        for (let from = batch + 1; from <= Number(head.number); from += RANGE) {
          const to = Math.min(from + RANGE - 1, Number(head.number))
          const contents = await readContents(client, contract, from, to)
          if (contents.some((content) => content !== null && revokes(content, index))) return 'revoked' as const
          unknown ||= contents.includes(null)
        }
        return unknown ? ('unknown' as const) : ('none' as const)
      }),
  }
}

type Contract = { address: Hex; abi: typeof rollupAbi }

/** The rollup keeps the newest 256 final roots; older ones are found by their event. */
async function finalRoot(client: Client<Transport>, contract: Contract, { root, batch }: { root: Hex; batch: number }) {
  const [known, found, timestamp] = await readContract(client, { ...contract, functionName: 'finalRoot', args: [BigInt(batch)] })
  if (known) return found === root ? { batch, timestamp: Number(timestamp) } : null
  const logs = await getContractEvents(client, {
    ...contract,
    eventName: 'BatchFinal',
    args: { number: BigInt(batch), root },
    fromBlock: 0n,
    strict: true,
  })
  const [log] = logs
  return log ? { batch, timestamp: Number(log.args.timestamp) } : null
}

const revokes = ({ ledger }: BatchContent, index: number): boolean => ledger.some((tx) => tx.kind === 'revoke' && tx.credential === index)

/**
 * What the final batches `from..to` say; null for one whose words are not all of kinds that this version knows (`decodeWords` refuses others),
 * so a verifier that is too old says that it does not know, never that all is well.
 */
async function readContents(client: Client<Transport>, contract: Contract, from: number, to: number): Promise<(BatchContent | null)[]> {
  const numbers = Array.from({ length: to - from + 1 }, (_, i) => BigInt(from + i))
  const logs = await getContractEvents(client, {
    ...contract,
    eventName: 'BatchProposed',
    args: { number: numbers },
    fromBlock: 0n,
    strict: true,
  })
  const contents: (BatchContent | null)[] = []
  for (const number of numbers) {
    // A number may have been proposed, pruned and proposed again: the final one is the one whose hash the rollup kept.
    const [, , claimHash] = await readContract(client, { ...contract, functionName: 'batch', args: [number] })
    const log = logs.find(({ args }) => args.number === number && args.claimHash === claimHash)
    const sent = log && (await getTransaction(client, { hash: log.transactionHash }))
    contents.push(sent && sent.to?.toLowerCase() === contract.address ? contentOf(sent.input, log.args.claim) : null)
  }
  return contents
}

/** What the words in a proposal's calldata say; null when they are of a kind that this version does not know, or in a blob. */
export function contentOf(input: Hex, claim: { circuit: number; wordsHash: Hex; lengths: bigint }): BatchContent | null {
  const circuit = circuitNames.get(claim.circuit)
  if (circuit === undefined) return null
  try {
    const call = decodeFunctionData({ abi: rollupAbi, data: input })
    if (call.functionName !== 'propose' && call.functionName !== 'proposeAndVote') return null
    const words = call.args[1]
    if (keccak256(words) !== claim.wordsHash) return null
    return decodeWords(circuit, decodeCalldata(circuit, { words, lengths: claim.lengths }))
  } catch {
    return null
  }
}

async function reached<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (cause) {
    if (isCairnError(cause)) throw cause
    throw new CairnError('chain.unreachable', 'L2 does not answer.', { cause })
  }
}
