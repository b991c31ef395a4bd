import { hmac } from '@noble/hashes/hmac.js'
import { sha512 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { encodeFunctionData } from 'viem'
import { inboxAbi } from '#contracts/abi/inbox.gen.ts'
import type { Database } from '#drizzle/client.ts'
import type { L2Client, SlotAddresses } from '#server/rollup/l2/slotReader.ts'
import type { GrumpkinPoint } from '#server/rollup/protocol/schnorr.ts'
import { identityOf, spendKeyFrom } from '#server/rollup/protocol/spendKey.ts'
import { owe } from '#server/rollup/settlement/sendStore.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { fromHex } from '#server/shared/bytes.ts'

/** Spend key of the platform's slot account, which owns the quests: made from the key of its wallet, so that there is one key to guard, not two. */
export function platformSpendKey(platformKey: string): { secret: bigint; identity: bigint } {
  const { secret, identitySecret } = spendKeyFrom(
    hmac(sha512, utf8ToBytes('cairn platform spend key'), fromHex(platformKey) ?? new Uint8Array()),
  )
  return { secret, identity: identityOf(fastHasher, identitySecret) }
}

const noApproval = {
  solanaKey: `0x${'00'.repeat(32)}`,
  evmWallet: `0x${'00'.repeat(20)}`,
  nonce: 0n,
  deadline: 0n,
  signature: '0x',
} as const

/** Gives the platform's slot account its first key, through the inbox, by its own wallet; owed once. */
export async function askForPlatformKey(
  { db, client, slot }: { db: Database; client: L2Client; slot: SlotAddresses },
  { account, key, identity }: { account: number; key: GrumpkinPoint; identity: bigint },
): Promise<void> {
  const value = await client.readContract({ address: slot.inbox, abi: inboxAbi, functionName: 'fee' })
  const setting = { account, keyX: key.x, keyY: key.y, identity, linkedWallet: 0n }
  const data = encodeFunctionData({ abi: inboxAbi, functionName: 'setKey', args: [setting, noApproval] })
  await owe(db, { purpose: `platformKey:${account}`, sender: 'platform', to: slot.inbox, data, value })
}
