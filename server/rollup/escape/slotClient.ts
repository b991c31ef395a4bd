import { BaseError, ContractFunctionRevertedError, ContractFunctionZeroDataError } from 'viem'
import { escapeAbi } from '#contracts/abi/escape.gen.ts'
import { inboxAbi } from '#contracts/abi/inbox.gen.ts'
import { rollupAbi } from '#contracts/abi/rollup.gen.ts'
import { sharedBridgeAbi } from '#contracts/abi/sharedBridge.gen.ts'
import { type L2Client, readInboxItems, type SlotAddresses } from '#server/rollup/l2/slotReader.ts'
import { decodeInboxTx } from '#server/rollup/protocol/words.ts'
import type { Hex } from '#server/shared/bytes.ts'
import { CairnError } from '#server/shared/errors.ts'
import { type Belonging, bitOf } from './belongings.ts'
import { addressOf } from './payables.ts'

/** The contracts that somebody who leaves has to do with. */
export type EscapeAddresses = SlotAddresses & { escape: Hex; bridge: Hex }

/** Whether the slot is frozen, and what it was when it last went on. Times are unix seconds of L2. */
export type Standing = {
  frozen: boolean
  final: { number: number; root: Hex; inboxIndex: number }
  /** The oldest item that no final batch took; anyone may freeze after `freezableAfter`. Null when nothing waits. */
  waiting: { index: number; queuedAt: number; freezableAfter: number } | null
  now: number
}

/** A deposit that no final batch consumed: after a freeze it goes back to the wallet that made it. */
export type WaitingDeposit = { index: number; account: number; wallet: bigint; token: number; amount: bigint; to: Hex; words: bigint[] }

/** `erc20`: the token's contract on L2, zero for the chain's own coin. */
export type KeptPayment = { token: number; erc20: Hex; amount: bigint }

/** Finds a slot by its rollup contract alone. Throws `input.invalid` when that is none. */
export async function findSlot(client: L2Client, rollup: Hex, fromBlock?: bigint): Promise<EscapeAddresses> {
  const contract = { address: rollup, abi: rollupAbi } as const
  const code = await client.getCode({ address: rollup })
  if (code === undefined) throw noSlot(rollup)
  const read = (functionName: 'inbox' | 'escape') =>
    client.readContract({ ...contract, functionName }).catch((cause: unknown) => {
      throw isOtherContract(cause) ? noSlot(rollup, cause) : cause
    })
  const [inbox, exits] = await Promise.all([read('inbox'), read('escape')])
  const bridge = await client.readContract({ address: inbox, abi: inboxAbi, functionName: 'bridge' })
  return { rollup, inbox, escape: exits, bridge, fromBlock: fromBlock ?? (await deploymentBlock(client, rollup)) }
}

const isOtherContract = (error: unknown) =>
  error instanceof BaseError &&
  error.walk((cause) => cause instanceof ContractFunctionZeroDataError || cause instanceof ContractFunctionRevertedError) !== null

/** The first block that has the contract, by halving; 0 where the node keeps no old states. */
async function deploymentBlock(client: L2Client, address: Hex): Promise<bigint> {
  let [without, has] = [-1n, await client.getBlockNumber()]
  try {
    while (has - without > 1n) {
      const middle = (without + has) / 2n
      if ((await client.getCode({ address, blockNumber: middle })) === undefined) without = middle
      else has = middle
    }
    return has
  } catch {
    return 0n
  }
}

export async function readStanding(client: L2Client, { rollup, inbox }: EscapeAddresses): Promise<Standing> {
  const contract = { address: rollup, abi: rollupAbi } as const
  const [frozen, head, period, length, block] = await Promise.all([
    client.readContract({ ...contract, functionName: 'frozen' }),
    client.readContract({ ...contract, functionName: 'finalHead' }),
    client.readContract({ ...contract, functionName: 'escapePeriod' }),
    client.readContract({ address: inbox, abi: inboxAbi, functionName: 'length' }),
    client.getBlock(),
  ])
  const final = { number: Number(head.number), root: head.root, inboxIndex: Number(head.inboxIndex) }
  const now = Number(block.timestamp)
  if (length <= head.inboxIndex) return { frozen, final, waiting: null, now }
  const item = [head.inboxIndex] as const
  const queuedAt = Number(await client.readContract({ address: inbox, abi: inboxAbi, functionName: 'queuedAt', args: item }))
  return { frozen, final, waiting: { index: final.inboxIndex, queuedAt, freezableAfter: queuedAt + Number(period) }, now }
}

/** Deposits from the first item on that no final batch took, in order. */
export async function readWaitingDeposits(client: L2Client, slot: EscapeAddresses, final: Standing['final']): Promise<WaitingDeposit[]> {
  const items = await readInboxItems(client, slot, slot.fromBlock, await client.getBlockNumber())
  return items.flatMap(({ index, words }): WaitingDeposit[] => {
    if (index < final.inboxIndex) return []
    const tx = decodeInboxTx(words)
    if (tx.kind !== 'deposit') return []
    const { account, token, amount, wallet, authoriser } = tx
    return [{ index, account, wallet, token, amount, to: addressOf(authoriser), words }]
  })
}

/** True when the escape contract has paid it already. */
export function readExited(client: L2Client, slot: EscapeAddresses, belonging: Belonging): Promise<boolean> {
  const functionName = ({ vault: 'vaultExited', reward: 'rewardExited', pool: 'poolExited' } as const)[belonging.kind]
  return client.readContract({ address: slot.escape, abi: escapeAbi, functionName, args: [BigInt(bitOf(belonging))] })
}

/** True when a waiting deposit went back already. */
export const readReturned = (client: L2Client, { rollup }: EscapeAddresses, index: number): Promise<boolean> =>
  client.readContract({ address: rollup, abi: rollupAbi, functionName: 'returned', args: [BigInt(index)] })

/** What the bridge keeps for an address that refused it when it was paid, by the slot's token id. */
export async function readKept(client: L2Client, { inbox, bridge }: EscapeAddresses, owner: Hex): Promise<KeptPayment[]> {
  const tokens = await client.readContract({ address: inbox, abi: inboxAbi, functionName: 'tokenCount' })
  const kept: KeptPayment[] = []
  for (let token = 0; token <= Number(tokens); token++) {
    const erc20 = await client.readContract({ address: inbox, abi: inboxAbi, functionName: 'token', args: [BigInt(token)] })
    const amount = await client.readContract({ address: bridge, abi: sharedBridgeAbi, functionName: 'owed', args: [owner, erc20] })
    if (amount > 0n) kept.push({ token, erc20, amount })
  }
  return kept
}

/** What a Solana wallet signs to name who is paid, and what a spend key signs. */
export async function readPayeeMessages(client: L2Client, slot: EscapeAddresses, account: number, to: Hex) {
  const asked = { address: slot.escape, abi: escapeAbi, args: [BigInt(account), to] } as const
  const [text, message] = await Promise.all([
    client.readContract({ ...asked, functionName: 'payeeText' }),
    client.readContract({ ...asked, functionName: 'payeeMessage' }),
  ])
  return { text, message }
}

function noSlot(rollup: Hex, cause?: unknown): CairnError {
  return new CairnError('input.invalid', 'There is no slot of Cairn at this address of L2.', {
    meta: { field: 'rollup', found: rollup, expected: 'the address of a rollup contract' },
    ...(cause === undefined ? {} : { cause }),
  })
}
