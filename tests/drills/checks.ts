import { parseEventLogs, verifyTypedData } from 'viem'
import { inboxAbi } from '#contracts/abi/inbox.gen.ts'
import { rollupAbi } from '#contracts/abi/rollup.gen.ts'
import { sharedBridgeAbi } from '#contracts/abi/sharedBridge.gen.ts'
import { l2Sends, rollupBatches, rollupTxs, watcherBatches, withdrawals } from '#drizzle/schema/rollup.ts'
import { readHeads } from '#server/rollup/l2/slotReader.ts'
import { domainOf } from '#server/rollup/protocol/batch.ts'
import { decodeCalldata } from '#server/rollup/protocol/calldata.ts'
import { circuitNames } from '#server/rollup/protocol/circuitNames.ts'
import { tokensPerAccount } from '#server/rollup/protocol/constants.gen.ts'
import { encodeLedgerTx, ledgerMessage } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { decodeWords } from '#server/rollup/protocol/words.ts'
import { softConfirmation } from '#server/rollup/sequencer/receipt.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { toCredential, toQuestLeaf, toStateHeader } from '#server/rollup/state/leafFields.ts'
import { createMemoryNodeStore } from '#server/rollup/state/memoryNodeStore.ts'
import { createNodeStore, type NodeStore, treeIds } from '#server/rollup/state/nodeStore.ts'
import { type DerivedClaim, SlotDeriver } from '#server/rollup/watcher/deriveSlot.ts'
import { toHex32 } from '#server/shared/bytes.ts'
import type { Acknowledged } from './life.ts'
import type { DrillSlot } from './slot.ts'

/** What was looked at, how much of it, and what was found to be lost, doubled or different. */
export type Checked = { checked: { what: string; n: number }[]; lost: string[] }

/** Everything that must hold after a drill, from the tables, from L2, and from the slot as L2 alone gives it. */
export async function checkSlot(slot: DrillSlot, said: Acknowledged): Promise<Checked> {
  const report = new Findings()
  const store = createMemoryNodeStore()
  const claims = await derive(slot, store, report)
  await acknowledgedTxs(slot, said, report)
  contents(slot, said, claims, report)
  await roots(slot, claims, report)
  await sends(slot, report)
  await payments(slot, said, report)
  await state(slot, store, report)
  return report
}

class Findings implements Checked {
  readonly checked: { what: string; n: number }[] = []
  readonly lost: string[] = []

  count(what: string, n: number) {
    this.checked.push({ what, n })
  }

  /** Notes what is wrong unless `holds`. */
  must(holds: boolean, wrong: string) {
    if (!holds) this.lost.push(wrong)
  }
}

async function derive({ client, slot, domain }: DrillSlot, store: NodeStore, report: Findings): Promise<DerivedClaim[]> {
  const claims: DerivedClaim[] = []
  const deriver = new SlotDeriver({ hasher: fastHasher, client, slot, domain, store })
  for await (const claim of deriver.derive()) {
    report.must(claim.problem === null, `batch ${claim.number} cannot be derived from L2: ${claim.problem}`)
    // A batch that L2 gave up and got anew: only the last one counts.
    claims.length = claim.number - 1
    claims.push(claim)
  }
  report.count('batches derived from an empty store by L2 alone', claims.length)
  return claims
}

/** None lost: what has a signed receipt, or was durable when we were told, is final or refused with a reason. */
async function acknowledgedTxs({ db }: DrillSlot, said: Acknowledged, report: Findings) {
  const rows = new Map((await db.select().from(rollupTxs)).map((row) => [row.key, row]))
  for (const receipt of said.receipts) {
    const signed = await verifyTypedData({ ...softConfirmation(receipt), address: receipt.signer, signature: receipt.signature })
    report.must(signed, `the receipt of ${receipt.txHash} is not signed by its signer`)
  }
  for (const key of [...said.keys, ...said.receipts.map(({ txHash }) => txHash)]) {
    const row = rows.get(key)
    report.must(row !== undefined, `${key} was acknowledged and is gone`)
    const ended = row?.status === 'final' || (row?.status === 'refused' && Boolean(row.refusal))
    report.must(row === undefined || ended, `${key} was acknowledged and is ${row?.status}`)
  }
  report.count('txs with a signed receipt', said.receipts.length)
  report.count('other acknowledged txs', said.keys.length)
  const refused = [...rows.values()].filter(({ status }) => status === 'refused')
  report.must(refused.length === 0, `refused though nothing was wrong with it: ${refused.map(({ key, refusal }) => `${key} ${refusal}`)}`)
}

/** What L2's own words say: each tx is in one batch, once; no holder has two credentials of a quest. */
function contents({ domain }: DrillSlot, said: Acknowledged, claims: readonly DerivedClaim[], report: Findings) {
  const field = domainOf(domain.chainId, domain.rollup)
  const seen = new Map<string, number>()
  const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1)
  for (const { proposal } of claims) {
    const circuit = circuitNames.get(proposal.claim.circuit) ?? 'small'
    const words = decodeWords(circuit, decodeCalldata(circuit, { words: proposal.words, lengths: proposal.claim.lengths }))
    for (const { quest, accounts } of words.groups)
      for (const account of accounts) count(`credential of quest ${quest}, account ${account}`)
    for (const tx of words.ledger) count(toHex32(ledgerMessage(fastHasher, field, encodeLedgerTx(tx))))
    for (let item = 0; item < words.inbox.length; item++) count(`inbox item ${words.oldInboxIndex + item}`)
  }
  for (const [what, times] of seen) report.must(times === 1, `${what} is on L2 ${times} times`)
  for (const { txHash } of said.receipts) report.must(seen.has(txHash), `${txHash} has a receipt and is in no batch on L2`)
  const minted = [...seen.keys()].filter((what) => what.startsWith('credential')).length
  const asked = said.keys.filter((key) => key.startsWith('mint:')).length
  report.must(minted === asked, `${asked} mints were acknowledged, ${minted} credentials are on L2`)
  const items = [...seen.keys()].filter((what) => what.startsWith('inbox')).length
  report.must(items >= said.items, `${said.items} items went into the inbox, ${items} came out`)
  report.count('credentials on L2, each once', minted)
  report.count('inbox items in batches, each once', items)
}

/** Database, contract, watcher and derivation name the same root, batch by batch. */
async function roots({ db, client, slot }: DrillSlot, claims: readonly DerivedClaim[], report: Findings) {
  const rows = await db.select().from(rollupBatches)
  const watched = new Map((await db.select().from(watcherBatches)).map((row) => [row.batch, row]))
  report.must(rows.length === claims.length, `${rows.length} batches in the database, ${claims.length} on L2`)
  for (const { number, newRoot, status } of rows) {
    report.must(status === 'final', `batch ${number} is ${status}`)
    report.must(
      claims[number - 1]?.derivedRoot === newRoot,
      `the database says batch ${number} ended at ${toHex32(newRoot)}, L2 says other`,
    )
    const seen = watched.get(number)
    report.must(
      seen?.agrees === 1 && seen.derivedRoot === newRoot,
      `the watcher does not confirm batch ${number}: ${seen?.reason ?? 'other root'}`,
    )
  }
  const heads = await readHeads(client, slot)
  report.must(Number(heads.final) === claims.length, `${claims.length} batches, L2 made ${heads.final} final`)
  const last = claims.at(-1)?.derivedRoot
  report.must(last !== undefined && heads.finalRoot === toHex32(last), `L2's final root is ${heads.finalRoot}`)
  report.count('roots equal in database, contract, watcher and derivation', rows.length)
}

/** What was owed to L2 was mined once: replaced transactions share a nonce, so only one of them can be. */
async function sends({ db, client }: DrillSlot, report: Findings) {
  const rows = await db.select().from(l2Sends)
  for (const { purpose, hashes, status } of rows) {
    const found = await Promise.all(hashes.map((hash) => client.getTransactionReceipt({ hash: hash as `0x${string}` }).catch(() => null)))
    const mined = found.filter((receipt) => receipt !== null).length
    report.must(mined === 1, `${purpose} was mined ${mined} times`)
    report.must(status === 'mined', `${purpose} is ${status}`)
  }
  report.count('L2 transactions, each mined once', rows.length)
}

/** Every withdrawal and every refund left L2's bridge once. */
async function payments({ db, client, slot }: DrillSlot, said: Acknowledged, report: Findings) {
  const logs = await client.getLogs({ address: slot.rollup, fromBlock: slot.fromBlock })
  const paid = parseEventLogs({ abi: rollupAbi, eventName: ['WithdrawalPaid', 'DepositRefunded'], logs })
  const times = new Map<string, number>()
  for (const { args } of paid) times.set(`${args.number}/${args.entry}`, (times.get(`${args.number}/${args.entry}`) ?? 0) + 1)
  const owed = await db.select().from(withdrawals)
  for (const { batch, entry, paid: known } of owed) {
    report.must(
      times.get(`${batch}/${entry}`) === 1,
      `entry ${entry} of batch ${batch} was paid ${times.get(`${batch}/${entry}`) ?? 0} times`,
    )
    report.must(known, `entry ${entry} of batch ${batch} is not marked as paid`)
  }
  report.must(paid.length === owed.length, `${owed.length} payments owed, ${paid.length} made`)
  for (const [address, amount] of said.paid) {
    const balance = await client.getBalance({ address })
    report.must(balance === amount, `${address} holds ${balance}, should hold ${amount}`)
  }
  report.count('withdrawals and refunds, each paid once', owed.length)
}

/** Serials are dense, the database's leaves are the derived ones, and the bridge holds what the slot owes. */
async function state({ db, client, slot, bridge }: DrillSlot, store: NodeStore, report: Findings) {
  const batch = await store.latest()
  const [fields] = await store.leaves([{ tree: treeIds.state, index: 0 }], batch)
  const header = fields && toStateHeader(fields)
  if (!header) return report.must(false, 'nothing was derived')
  const ours = createNodeStore(db)
  const same = async (tree: 'accounts' | 'credentials' | 'quests', count: number) => {
    const keys = Array.from({ length: count }, (_, index) => ({ tree: treeIds[tree], index }))
    const [derived, stored] = [await store.leaves(keys, batch), await ours.leaves(keys, batch)]
    for (const [i, leaf] of derived.entries()) report.must(sameFields(leaf, stored[i]), `leaf ${i} of ${tree} differs from L2`)
    return derived.filter((leaf) => leaf !== undefined)
  }
  const accounts = await same('accounts', Number(header.accountCount))
  const credentials = (await same('credentials', Number(header.credentialCount))).map((leaf) => toCredential(leaf).leaf)
  const quests = (await same('quests', 200)).map(toQuestLeaf)
  const serials = new Set(credentials.map(({ quest, serial }) => `${quest}/${serial}`))
  report.must(serials.size === credentials.length, `${credentials.length} credentials have ${serials.size} serials`)
  const minted = quests.reduce((sum, quest) => sum + quest.minted, 0n)
  report.must(minted === BigInt(credentials.length), `quests count ${minted} mints, there are ${credentials.length} credentials`)
  const keys = Array.from({ length: Number(header.accountCount) }, (_, i) => ({
    tree: treeIds.vaults,
    level: 0,
    index: i * tokensPerAccount,
  }))
  const vaults = (await store.nodes(keys, batch)).reduce<bigint>((sum, balance) => sum + (balance ?? 0n), 0n)
  const held = quests.reduce((sum, quest) => sum + quest.pool + quest.feePool + reserved(quest), 0n)
  const args = [slot.rollup, `0x${'00'.repeat(20)}`] as const
  const balance = await client.readContract({ address: bridge, abi: sharedBridgeAbi, functionName: 'balance', args })
  report.must(balance === vaults + held, `the bridge holds ${balance} wei; vaults ${vaults} and quests ${held} need ${vaults + held}`)
  const length = await client.readContract({ address: slot.inbox, abi: inboxAbi, functionName: 'length' })
  report.must(length === header.inboxIndex, `${length} items in the inbox, ${header.inboxIndex} consumed`)
  report.count('leaves equal in database and derivation', accounts.length + credentials.length + quests.length)
  report.count('wei in the bridge, all of it somebody’s', Number(balance))
}

const reserved = (quest: ReturnType<typeof toQuestLeaf>) => (quest.minted - quest.claimed - quest.revokedUnclaimed) * quest.rewardPerMint

const sameFields = (a: Record<string, string> | undefined, b: Record<string, string> | undefined) =>
  Object.keys({ ...a, ...b }).every((name) => a?.[name] === b?.[name])
