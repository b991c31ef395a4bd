/**
 * L2 gas a credential, everything included (words, real proof, finality), beside what the same credential costs elsewhere on the same node.
 * The ring of final roots is measured as it is after its first lap, which the gas ledger means: every place of it has been written before.
 * `--quick`: large batches alone. At the end the fee for the words themselves, in calldata and in a blob.
 */
import { existsSync } from 'node:fs'
import { encodeAbiParameters, keccak256, numberToHex } from 'viem'
import { type CircuitName, circuits, rootHistory } from '#server/rollup/protocol/constants.gen.ts'
import { plannedAccounts } from '#server/rollup/state/buildBatch.ts'
import type { BuiltBatch } from '#server/rollup/state/draft.ts'
import { claimOf, deployedSlot } from '../contracts/deployedSlot.ts'
import { dataFees } from './dataFee.ts'
import { ACCOUNTS, fullBatch, groupsOf, spread } from './fullBatch.ts'
import { easGas, signedMintGas } from './gasPeers.ts'
import { against, type BenchBar, type BenchResult, bar, printReport, summarise } from './report.ts'

const PEER_RUNS = 5
const RUNS: Partial<Record<CircuitName, number>> = process.argv.includes('--quick') ? { large: 2 } : { large: 3, bulk: 2 }

const wanted = Object.keys(RUNS) as CircuitName[]
const artefact = (name: CircuitName) => new URL(`../../contracts/circuits/target/${name}.json`, import.meta.url)
const missing = wanted.filter((name) => !existsSync(artefact(name)))
if (missing.length > 0) {
  console.error(`gas: the circuits ${missing.join(' and ')} are not compiled; node contracts/scripts/circuits.ts writes them.`)
  process.exit(1)
}

/** Where `Rollup` keeps the ring of final roots, two words a place. */
const RING_SLOT = 11n

const walletOf = (batch: number, i: number) => spread(`wallet ${batch} ${i}`) >> 96n

const slot = await deployedSlot({ sizes: ['small', ...wanted], accounts: ACCOUNTS })
try {
  const eas = await easGas(slot, PEER_RUNS)
  const attest = summarise('EAS attest, 128 bytes', 'gas', eas.attest)
  const multiAttest = summarise('EAS multiAttest, one of a hundred', 'gas', eas.multiAttest)
  const token = summarise('CUBE-shaped free mint (ERC-721, signed permission)', 'gas', await signedMintGas(slot, PEER_RUNS))

  const prove = async (built: BuiltBatch) => {
    const begun = performance.now()
    const { proof } = await slot.prove(built)
    console.error(`gas: proved batch ${built.number} (${built.circuit}) in ${Math.round((performance.now() - begun) / 100) / 10} s`)
    return proof
  }
  const requireFinal = async (built: BuiltBatch) => {
    const { number } = await slot.client.readContract({ ...slot.rollup, functionName: 'finalHead' })
    if (number !== BigInt(built.number)) throw new Error(`batch ${built.number} is not final`)
  }
  const separately = async (built: BuiltBatch) => {
    const propose = Number((await slot.propose(built)).gasUsed)
    await slot.keep(built)
    const vote = Number((await slot.vote(built, await prove(built))).gasUsed)
    await requireFinal(built)
    return { propose, vote }
  }
  const atOnce = async (built: BuiltBatch) => {
    const { gasUsed } = await slot.proposeAndVote(built, await prove(built))
    await slot.keep(built)
    await requireFinal(built)
    return Number(gasUsed)
  }

  const ringWord = (place: number, word: number) => {
    const first = keccak256(encodeAbiParameters([{ type: 'uint256' }, { type: 'uint256' }], [BigInt(place), RING_SLOT]))
    return { address: slot.rollup.address, slot: numberToHex(BigInt(first) + BigInt(word), { size: 32 }) }
  }
  const genesis = await slot.client.getStorageAt(ringWord(0, 0))
  if (BigInt(genesis ?? 0) !== slot.state().root()) throw new Error('the ring of final roots is not where it is looked for')
  const used = numberToHex(1n << 255n, { size: 32 })
  for (let place = 1; place < rootHistory; place++)
    for (const word of [0, 1]) await slot.tester.setStorageAt({ ...ringWord(place, word), index: ringWord(place, word).slot, value: used })

  const owner = BigInt(slot.stranger.account.address)
  const [leader = 0] = plannedAccounts(slot.state(), 'small', 1)
  await separately(await slot.build({ leader, opens: [owner], inbox: [await slot.openQuest({ account: leader, supply: 1_000_000 })] }))

  const fresh = async (circuit: CircuitName) => {
    const { opens } = circuits[circuit]
    const accounts = plannedAccounts(slot.state(), circuit, opens)
    const wallets = Array.from({ length: opens }, (_, i) => walletOf(slot.state().batch, i))
    return slot.build({ circuit, leader, opens: wallets, groups: await groupsOf(slot, circuit, accounts) })
  }

  const results: BenchResult[] = [attest, multiAttest, token]
  const bars: BenchBar[] = []
  const ledger = { small: [230_000, 815_000], large: [230_000, 815_000], bulk: [440_000, 850_000] } as const
  for (const circuit of wanted) {
    const { mints, opens } = circuits[circuit]
    const [proposes, votes, both, index]: [number[], number[], number[], number[]] = [[], [], [], []]
    for (let run = 0; run < (RUNS[circuit] ?? 1); run++) {
      const built = await fullBatch(slot, circuit, leader)
      if (run % 2 === 0) {
        const { propose, vote } = await separately(built)
        proposes.push(propose)
        votes.push(vote)
      } else both.push(await atOnce(built))
      // In order, from the first: who wants the index indexes what came before as well.
      const next = Number(await slot.client.readContract({ ...slot.rollup, functionName: 'indexedThrough' })) + 1
      if (next === built.number) {
        const args = [claimOf(built), built.calldata.words] as const
        const hash = await slot.stranger.writeContract({ ...slot.rollup, functionName: 'indexBatch', args })
        index.push(Number((await slot.client.waitForTransactionReceipt({ hash })).gasUsed))
      }
    }
    const opened = await atOnce(await fresh(circuit))
    const propose = summarise(`propose, ${circuit} batch of ${mints}`, 'gas', proposes)
    const vote = summarise(`ZK lane and finality, ${circuit} batch`, 'gas', votes)
    const two = summarise(`a credential, ${circuit} batch of ${mints}, two transactions`, 'gas', [(propose.median + vote.median) / mints])
    const one = summarise(
      `a credential, ${circuit} batch of ${mints}, one transaction`,
      'gas',
      both.map((gas) => gas / mints),
    )
    results.push(propose, vote, two)
    for (const peer of [attest, multiAttest, token]) results.push(against(one, peer))
    results.push(summarise(`a credential and its new account, ${circuit} batch of ${opens}, one transaction`, 'gas', [opened / opens]))
    if (index.length > 0) results.push(summarise(`indexBatch, ${circuit} (optional, paid by who wants it)`, 'gas', index))
    bars.push(bar(`propose, ${circuit}, gas`, ledger[circuit][0], propose.median))
    bars.push(bar(`ZK lane, ${circuit}, gas`, ledger[circuit][1], vote.median))
    const shares =
      circuit === 'bulk'
        ? ([[attest, 400]] as const)
        : ([
            [attest, 150],
            [multiAttest, 130],
            [token, 100],
          ] as const)
    for (const [peer, share] of shares) {
      bars.push(bar(`a ${circuit} credential, two transactions, against a ${share}th of ${peer.what}`, peer.median / share, two.median))
      bars.push(bar(`a ${circuit} credential, one transaction, against a ${share}th of ${peer.what}`, peer.median / share, one.median))
    }
  }
  const fees = await dataFees(wanted)
  printReport('gas', [...results, ...fees.results], [...bars, ...fees.bars])
} finally {
  await slot.stop()
}
