/** L2 gas a credential, everything included (propose, real proof, finality), beside what the same credential costs elsewhere on the same node. */
import { plannedAccounts } from '#server/rollup/state/buildBatch.ts'
import type { BuiltBatch } from '#server/rollup/state/draft.ts'
import { claimOf, deployedSlot, proposal } from '../contracts/deployedSlot.ts'
import { easGas, signedMintGas } from './gasPeers.ts'
import { against, bar, printReport, summarise } from './report.ts'

const RUNS = 3
const PEER_RUNS = 10

const slot = await deployedSlot()
try {
  const eas = await easGas(slot, PEER_RUNS)
  const attest = summarise('EAS attest, 128 bytes', 'gas', eas.attest)
  const multiAttest = summarise('EAS multiAttest, an item of ten', 'gas', eas.multiAttest)
  const token = summarise('ERC-721 mint by signed permission', 'gas', await signedMintGas(slot, PEER_RUNS))

  const settled = { propose: [] as number[], vote: [] as number[], index: [] as number[] }
  const settle = async (built: BuiltBatch, count: number) => {
    const propose = Number((await slot.propose(built)).gasUsed)
    await slot.keep(built)
    const vote = Number((await slot.vote(built, (await slot.prove(built)).proof)).gasUsed)
    const args = [claimOf(built), built.calldata.words] as const
    const hash = await slot.stranger.writeContract({ ...slot.rollup, functionName: 'indexBatch', args })
    const index = Number((await slot.client.waitForTransactionReceipt({ hash })).gasUsed)
    const { number } = await slot.client.readContract({ ...slot.rollup, functionName: 'finalHead' })
    if (number !== proposal(built).number) throw new Error('the batch is not final')
    return { propose, vote, index, each: (propose + vote) / count }
  }

  const owner = BigInt(slot.stranger.account.address)
  const wallets = (from: number, count: number) => Array.from({ length: count }, (_, i) => 0x100000n + BigInt(from + i))
  await settle(await slot.build({ opens: [owner, ...wallets(0, 8)], inbox: [await slot.openQuest()] }), 1)

  const existing: number[] = []
  const fresh: number[] = []
  for (let run = 0; run < RUNS; run++) {
    const members = Array.from({ length: 27 }, (_, i) => i % 9)
    const group = { quest: 0, evidenceRoot: BigInt(run + 1) << 200n, validUntil: 4_000_000_000 }
    const full = await settle(await slot.build({ groups: [await slot.signGroup({ ...group, accounts: members })] }), 27)
    for (const what of ['propose', 'vote', 'index'] as const) settled[what].push(full[what])
    existing.push(full.each)
    const opens = wallets(100 * (run + 1), 9)
    const accounts = plannedAccounts(slot.state(), 'small', 9)
    fresh.push((await settle(await slot.build({ opens, groups: [await slot.signGroup({ ...group, accounts })] }), 9)).each)
  }

  const each = summarise('a credential, small batch of 27', 'gas', existing)
  const propose = summarise('propose, small batch of 27', 'gas', settled.propose)
  const vote = summarise('ZK lane and finality, small batch of 27', 'gas', settled.vote)
  printReport(
    'gas',
    [
      attest,
      multiAttest,
      token,
      propose,
      vote,
      against(each, attest),
      against(each, multiAttest),
      against(each, token),
      summarise('a credential and its new account, small batch of 9', 'gas', fresh),
      summarise('indexBatch of 27 (optional, paid by who wants it)', 'gas', settled.index),
    ],
    // The ledger's numbers for the large circuit: the small one must not cost more.
    [bar('propose, gas', 230_000, propose.median), bar('ZK lane, gas', 815_000, vote.median)],
  )
} finally {
  await slot.stop()
}
