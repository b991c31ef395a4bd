import { ed25519 } from '@noble/curves/ed25519.js'
import { base58 } from '@scure/base'
import {
  type EIP1193Provider,
  getTypesForEIP712Domain,
  numberToHex,
  recoverTypedDataAddress,
  serializeTypedData,
  type TypedDataDefinition,
} from 'viem'
import { type ApprovalPlace, type KeySetting, keySettingText, keySettingTypedData } from '#server/rollup/protocol/keySetting.ts'
import {
  canonicalEvmSignature,
  type SpendKey,
  type SpendKeyPlace,
  spendKeyFrom,
  spendKeyText,
  spendKeyTypedData,
} from '#server/rollup/protocol/spendKey.ts'
import { type Hex, toHex } from '#server/shared/bytes.ts'
import type { AnnouncedWallet } from '../wallets/announced.ts'
import { connectEvm } from '../wallets/evmWallets.ts'
import { connectSolana } from '../wallets/solanaWallets.ts'

/** L2 as a wallet is told of it. */
export type L2Network = { chainId: number; name: string; rpc: string }

/** The wallet of a slot account, connected. Each call prompts; call them from a click only. */
export type MoneyWallet = {
  /** Signs the same message twice; null when the two differ or are no key's signatures: such a wallet cannot be derived from. */
  deriveKey(place: SpendKeyPlace): Promise<SpendKey | null>
  /** Signs that this key may be set by whoever brings it to L2. */
  approve(setting: KeySetting, place: ApprovalPlace): Promise<Hex>
  /** Signs that a token may be taken (EIP-2612, EIP-3009); null for wallets that have none on L2. */
  signTyped: ((data: TypedDataDefinition) => Promise<Hex>) | null
  /** Sends a call to L2 by the wallet's own hand; null for wallets that L2 does not know. */
  send: ((call: { to: Hex; data: Hex; value: bigint }) => Promise<Hex>) | null
}

/** The person chose another account than the one that the page is about. */
export class OtherWallet extends Error {
  override readonly name = 'OtherWallet'
}

/** Connects the wallet and moves it to L2. Throws `OtherWallet` unless it gives the account `expected` (a wallet id). */
export async function openMoneyWallet(announced: AnnouncedWallet, expected: string, l2: L2Network): Promise<MoneyWallet> {
  return announced.namespace === 'eip155' ? openEvm(announced.id, expected, l2) : openSolana(announced.id, expected)
}

async function openEvm(id: string, expected: string, l2: L2Network): Promise<MoneyWallet> {
  const { address, request } = await connectEvm(id)
  if (`eip155:${address.toLowerCase()}` !== expected) throw new OtherWallet('another account')
  await switchTo(request, l2)
  const sign = (data: TypedDataDefinition) => {
    const types = { EIP712Domain: getTypesForEIP712Domain({ domain: data.domain }), ...data.types }
    const text = serializeTypedData({ ...data, types } as TypedDataDefinition)
    return request({ method: 'eth_signTypedData_v4', params: [address, text] })
  }
  return {
    async deriveKey(place) {
      const data = spendKeyTypedData(place)
      const once = await sign(data as TypedDataDefinition)
      const again = await sign(data as TypedDataDefinition)
      const [first, second] = [canonicalEvmSignature(once), canonicalEvmSignature(again)]
      if (!first || !second || toHex(first) !== toHex(second)) return null
      return (await recoverTypedDataAddress({ ...data, signature: toHex(first) })) === address ? spendKeyFrom(first) : null
    },
    async approve(setting, place) {
      const signature = await sign(keySettingTypedData(setting, place) as TypedDataDefinition)
      const canonical = canonicalEvmSignature(signature)
      return canonical ? toHex(canonical) : signature
    },
    signTyped: sign,
    send: ({ to, data, value }) =>
      request({ method: 'eth_sendTransaction', params: [{ from: address, to, data, value: numberToHex(value) }] }),
  }
}

/** Wallets refuse typed data of a chain that they are not on. One that does not know L2 yet is told of it. */
async function switchTo(request: EIP1193Provider['request'], { chainId, name, rpc }: L2Network): Promise<void> {
  const id = numberToHex(chainId)
  if ((await request({ method: 'eth_chainId' })) === id) return
  try {
    await request({ method: 'wallet_switchEthereumChain', params: [{ chainId: id }] })
  } catch (error) {
    if (!isUnknownChain(error)) throw error
    const chain = { chainId: id, chainName: name, nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 }, rpcUrls: [rpc] }
    await request({ method: 'wallet_addEthereumChain', params: [chain] })
    await request({ method: 'wallet_switchEthereumChain', params: [{ chainId: id }] })
  }
}

/** EIP-3326: 4902; some mobile wallets wrap it. */
function isUnknownChain(error: unknown): boolean {
  const { code, data } = (error ?? {}) as { code?: unknown; data?: { originalError?: { code?: unknown } } }
  return code === 4902 || data?.originalError?.code === 4902
}

async function openSolana(id: string, expected: string): Promise<MoneyWallet> {
  const account = await connectSolana(id)
  if (`solana:${account.address}` !== expected) throw new OtherWallet('another account')
  const key = base58.decode(account.address)
  return {
    async deriveKey(place) {
      const text = spendKeyText(place)
      const bytes = new TextEncoder().encode(text)
      const once = await account.sign(text)
      const again = await account.sign(text)
      if (toHex(once.signature) !== toHex(again.signature)) return null
      return ed25519.verify(once.signature, bytes, key, { zip215: false }) ? spendKeyFrom(once.signature) : null
    },
    approve: async (setting, place) => toHex((await account.sign(keySettingText(setting, place))).signature),
    signTyped: null,
    send: null,
  }
}
