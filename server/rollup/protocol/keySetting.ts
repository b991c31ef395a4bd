import { type Hex, toHex32 } from '#server/shared/bytes.ts'

/** A spend key for an account, as the inbox takes it. `identity`: with the first key, later 0. `linkedWallet`: word of a linked wallet that signs too, else 0. */
export type KeySetting = { account: number; keyX: bigint; keyY: bigint; identity: bigint; linkedWallet: bigint }

/** Where the inbox is, and what makes one approval act once: the wallet's nonce there, and unix seconds after which it is worth nothing. */
export type ApprovalPlace = { chainId: number; inbox: Hex; nonce: bigint; deadline: bigint }

const field = <N extends string>(name: N) => ({ name, type: 'uint256' }) as const

/** What an EVM wallet signs so that somebody else may bring its key to the inbox. */
export function keySettingTypedData(setting: KeySetting, { chainId, inbox, nonce, deadline }: ApprovalPlace) {
  return {
    domain: { name: 'Cairn inbox', version: '1', chainId, verifyingContract: inbox.toLowerCase() as Hex },
    types: {
      SetKey: [
        { name: 'account', type: 'uint32' },
        field('keyX'),
        field('keyY'),
        field('identity'),
        field('linkedWallet'),
        field('nonce'),
        field('deadline'),
      ],
    },
    primaryType: 'SetKey',
    message: { ...setting, nonce, deadline },
  } as const
}

/** What a Solana wallet signs for the same: the inbox's `setKeyText`. */
export function keySettingText(setting: KeySetting, { chainId, inbox, nonce, deadline }: ApprovalPlace): string {
  return [
    'Cairn inbox request',
    'action: setKey',
    `chain: ${chainId}`,
    `inbox: ${inbox.toLowerCase()}`,
    `account: ${setting.account}`,
    `key x: ${toHex32(setting.keyX)}`,
    `key y: ${toHex32(setting.keyY)}`,
    `identity: ${toHex32(setting.identity)}`,
    `linked wallet: ${toHex32(setting.linkedWallet)}`,
    `nonce: ${nonce}`,
    `deadline: ${deadline}`,
  ].join('\n')
}
