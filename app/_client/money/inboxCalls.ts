import { encodeFunctionData } from 'viem'
import { inboxAbi } from '#contracts/abi/inbox.gen.ts'
import type { KeySetting } from '#server/rollup/protocol/keySetting.ts'
import type { Hex } from '#server/shared/bytes.ts'

const noApproval = {
  solanaKey: `0x${'00'.repeat(32)}`,
  evmWallet: `0x${'00'.repeat(20)}`,
  nonce: 0n,
  deadline: 0n,
  signature: '0x',
} as const

type Slot = { inbox: Hex; inboxFee: bigint }

/** A deposit of L2's coin into a slot account: the value above the inbox's fee is what arrives. */
export const depositCall = ({ inbox, inboxFee }: Slot, account: number, amount: bigint) => ({
  to: inbox,
  data: encodeFunctionData({ abi: inboxAbi, functionName: 'deposit', args: [account, 0n] }),
  value: amount + inboxFee,
})

/** A key set by the wallet's own transaction. */
export const setKeyCall = ({ inbox, inboxFee }: Slot, setting: KeySetting) => ({
  to: inbox,
  data: encodeFunctionData({ abi: inboxAbi, functionName: 'setKey', args: [setting, noApproval] }),
  value: inboxFee,
})
