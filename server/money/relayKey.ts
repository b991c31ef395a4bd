import { recoverTypedDataAddress } from 'viem'
import { verifySolanaSignature } from '#server/auth/solanaSignature.ts'
import type { WalletId } from '#server/auth/walletId.ts'
import { solanaKeyBytes, walletAddress } from '#server/auth/walletId.ts'
import { type KeySetting, keySettingText, keySettingTypedData } from '#server/rollup/protocol/keySetting.ts'
import { isOnCurve } from '#server/rollup/protocol/schnorr.ts'
import { walletWord } from '#server/rollup/protocol/tx/openAccount.ts'
import type { Owed } from '#server/rollup/settlement/sendStore.ts'
import { fromHex, type Hex, toHex } from '#server/shared/bytes.ts'
import { CairnError } from '#server/shared/errors.ts'
import { type InboxPort, type KeyApproval, setKeyForData } from './inboxClient.ts'
import { type MoneyStore, relayPurpose } from './moneyStore.ts'
import { accountLeaf, type MoneyDeps, type MoneyOf, slotAccount } from './readMoney.ts'

export type RelayDeps = Pick<MoneyDeps, 'money' | 'nodes' | 'slot'> & {
  inbox(): Promise<InboxPort>
  /** The send that a purpose stands for, as far as it came; null = none. */
  sendOf(purpose: string): Promise<{ status: string; data: string } | null>
  /** Owes L2 the call by the platform's key, in place of one that reverted. */
  owe(send: Owed): Promise<void>
  now(): number
}

export type KeyRequest = MoneyOf & {
  keyX: bigint
  keyY: bigint
  identity: bigint
  nonce: bigint
  deadline: number
  signature: string
}

/** A first key with an ed25519 check costs about 450,000; what needs more is not a key being set. */
export const relayGasLimit = 900_000
const dayMs = 86_400_000
/** What one account, and everybody together, may have brought to L2 in a day: it is the platform's gas. */
export const relaysPerDay = { account: 5, everybody: 5000 } as const
const deadlineSeconds = { least: 60, most: 3600 } as const

/** What the wallet must sign for a key to be brought to L2. Throws `conflict` while the account is not open, `chain.unreachable`. */
export async function keyChallenge(deps: RelayDeps, of: MoneyOf) {
  const account = await readyAccount(deps.money, of)
  const nonce = await (await deps.inbox()).nonce(walletWord(account.wallet))
  return {
    account: account.index,
    wallet: account.wallet,
    nonce: String(nonce),
    deadline: Math.floor(deps.now() / 1000) + deadlineSeconds.most - 60,
  }
}

/**
 * Brings a member's key to L2 at the platform's cost. All that L2 and the slot would check is checked before any gas is spent; the same request
 * again changes nothing. Throws `auth.refused` (not the account's wallet), `conflict` (another key is under way, nonce used, account not open),
 * `input.invalid`, `rate.limited`, `rollup.refused` (L2 would refuse it; `reason` says how), `chain.unreachable`.
 */
export async function relayKey(deps: RelayDeps, request: KeyRequest): Promise<{ purpose: string }> {
  const account = await readyAccount(deps.money, request)
  const setting = { account: account.index, keyX: request.keyX, keyY: request.keyY, identity: request.identity, linkedWallet: 0n }
  await checkSetting(deps, setting)
  checkDeadline(deps.now(), request.deadline)
  const approval = await readApproval(deps, { wallet: account.wallet as WalletId, setting, request })
  const purpose = relayPurpose(account.index, request.nonce)
  const data = setKeyForData(setting, approval)
  const known = await deps.sendOf(purpose)
  if (known && known.status !== 'reverted') {
    if (known.data === data) return { purpose }
    throw new CairnError('conflict', 'Another key of this account is on its way.', {
      meta: { field: 'nonce', found: String(request.nonce) },
    })
  }
  await refuseTooMany(deps, account.index)
  const tried = await (await deps.inbox()).trySetKey(setting, approval)
  if ('refusal' in tried) throw refusedByL2(tried.refusal)
  if (tried.gas > relayGasLimit) throw refusedByL2('gas')
  const { inbox } = await deps.slot()
  await deps.owe({ purpose, sender: 'platform', to: inbox, data, value: tried.fee, gasLimit: relayGasLimit })
  return { purpose }
}

async function readyAccount(money: MoneyStore, of: MoneyOf): Promise<{ index: number; wallet: string }> {
  const { index, wallet, state } = await slotAccount(money, of)
  if (index === null || state !== 'ready')
    throw new CairnError('conflict', 'The account is not open in the slot yet.', {
      meta: { field: 'account', found: state, expected: 'ready' },
    })
  return { index, wallet }
}

/** The rules of the slot for a key (rollup README, setKey), as far as they are known before L2 has it. */
async function checkSetting({ nodes }: RelayDeps, { account, keyX, keyY, identity }: KeySetting) {
  if (!isOnCurve({ x: keyX, y: keyY })) throw invalid('keyX', 'a point of the curve')
  const leaf = await accountLeaf({ nodes }, account, await nodes.latest())
  const first = !leaf || (leaf.keyX === 0n && leaf.keyY === 0n)
  if (first && identity === 0n) throw invalid('identity', 'not 0 with the first key')
  if (!first && identity !== 0n) throw invalid('identity', '0: the account has its identity')
  if (leaf && leaf.pendingAt !== 0n)
    throw new CairnError('conflict', 'The key of this account is being replaced already.', { meta: { field: 'keyX' } })
}

function checkDeadline(now: number, deadline: number) {
  const left = deadline - now / 1000
  if (left < deadlineSeconds.least || left > deadlineSeconds.most)
    throw invalid('deadline', `${deadlineSeconds.least} to ${deadlineSeconds.most} seconds from now`)
}

/** The wallet's signature, checked here first: a wrong one costs no call of L2. Only keys sign here; code of an account never runs at our cost. */
async function readApproval(
  deps: RelayDeps,
  { wallet, setting, request }: { wallet: WalletId; setting: KeySetting; request: KeyRequest },
): Promise<KeyApproval> {
  const { chainId, inbox } = await deps.slot()
  const deadline = BigInt(request.deadline)
  const place = { chainId, inbox, nonce: request.nonce, deadline }
  const signature = fromHex(request.signature)
  const base = { nonce: request.nonce, deadline, signature: request.signature as Hex }
  if (wallet.startsWith('solana:')) {
    const key = solanaKeyBytes(walletAddress(wallet))
    const text = new TextEncoder().encode(keySettingText(setting, place))
    if (!key || signature === null || !verifySolanaSignature(wallet, text, signature)) throw wrongSignature(wallet)
    return { ...base, solanaKey: toHex(key), evmWallet: `0x${'00'.repeat(20)}` }
  }
  const address = walletAddress(wallet) as Hex
  if (signature?.length !== 65 || (await signerOf(setting, place, request.signature as Hex)) !== address) throw wrongSignature(wallet)
  if (await (await deps.inbox()).hasCode(address)) throw refusedByL2('smart-account')
  return { ...base, solanaKey: `0x${'00'.repeat(32)}`, evmWallet: address }
}

async function signerOf(setting: KeySetting, place: Parameters<typeof keySettingTypedData>[1], signature: Hex): Promise<string | null> {
  try {
    return await recoverTypedDataAddress({ ...keySettingTypedData(setting, place), signature })
  } catch {
    // No point of the curve: nobody's signature.
    return null
  }
}

async function refuseTooMany({ money, now }: RelayDeps, account: number) {
  const used = await money.relayedSince(account, new Date(now() - dayMs))
  if (used.account < relaysPerDay.account && used.everybody < relaysPerDay.everybody) return
  throw new CairnError(
    'rate.limited',
    'Too many keys were brought to L2 today. Send this one with your own wallet, or come back tomorrow.',
    {
      meta: { field: 'account', expected: `at most ${relaysPerDay.account} a day`, retryAfterSeconds: 3600 },
    },
  )
}

const invalid = (field: string, expected: string) =>
  new CairnError('input.invalid', `${field} does not hold.`, { meta: { field, expected } })

const wrongSignature = (wallet: string) =>
  new CairnError('auth.refused', 'This is not the signature of the account’s wallet.', {
    meta: { field: 'signature', expected: `setKey of the inbox, signed by ${wallet}` },
  })

const refusedByL2 = (reason: string) =>
  new CairnError('rollup.refused', 'L2 would refuse this key.', { meta: { field: 'signature', reason, found: reason } })
