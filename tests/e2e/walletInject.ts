import { ed25519 } from '@noble/curves/ed25519.js'
import { base58 } from '@scure/base'
import { createSignInMessage } from '@solana/wallet-standard-util'
import { type Hex, hexToBytes, type TypedDataDefinition } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'

/**
 * Two wallets as extensions would inject them: EIP-6963 for EVM, wallet standard for Solana. They sign with the keys in `window.cairnTestWallets`.
 * Bundled by `bundleWallets` and given to the page before its own scripts.
 */
export type TestWallets = {
  /** `chains`: endpoints of other chains that the wallet can be moved to, by id. `fickle`: no two signatures of typed data are the same, as with a passkey. */
  evm?: { key: Hex; rpc: string; chainId: number; chains?: Record<number, string>; name?: string; icon?: string; fickle?: boolean }
  solana?: { seed: Hex; name?: string; withoutSignIn?: boolean }
}

declare global {
  interface Window {
    cairnTestWallets: TestWallets
    /** Tells the test each method and feature that the page called. */
    cairnNoteCall(name: string): void
    /** Names of methods that the owner refuses. */
    cairnRefuses: string[]
    /** Acts as the owner switching to another chain in the wallet. */
    cairnSwitchChain(chainId: number): void
    /** Acts as the owner switching to another account in the EVM wallet. */
    cairnSwitchAccount(key: Hex): void
  }
}

const blank =
  'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="%23376"/></svg>'

function noteCall(name: string) {
  window.cairnNoteCall(name)
  if (window.cairnRefuses.includes(name)) throw Object.assign(new Error('User rejected the request.'), { code: 4001 })
}

type Listener = (value: unknown) => void

const chainNamed = (params: unknown[] = []) => Number((params[0] as { chainId: Hex }).chainId)

/** Typed data as wallets get it, with its domain's type beside the others: viem adds that one itself. */
function readTypedData(text: string) {
  const { types, ...data } = JSON.parse(text) as TypedDataDefinition & { types: Record<string, unknown> }
  const { EIP712Domain: _, ...own } = types
  return { ...data, types: own } as Parameters<ReturnType<typeof privateKeyToAccount>['signTypedData']>[0]
}

function injectEvm({
  key,
  rpc,
  chainId,
  chains = {},
  name = 'Test Wallet',
  icon = blank,
  fickle = false,
}: NonNullable<TestWallets['evm']>) {
  let account = privateKeyToAccount(key)
  const listeners = new Map<string, Set<Listener>>()
  const emit = (event: string, value: unknown) => {
    for (const listener of listeners.get(event) ?? []) listener(value)
  }
  let chain = chainId
  let connected = false
  const forward = async (method: string, params: unknown) => {
    const response = await fetch(chain === chainId ? rpc : (chains[chain] ?? rpc), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params: params ?? [] }),
    })
    const { result, error } = (await response.json()) as { result?: unknown; error?: { message: string; code: number } }
    if (error) throw Object.assign(new Error(error.message), { code: error.code })
    return result
  }
  const known = new Set([chainId])
  const unknownChain = () => Object.assign(new Error('Unrecognized chain ID.'), { code: 4902 })
  /** Fills in what the page left out, signs and sends, as a wallet does after its owner said yes. */
  const send = async ({ to, data, value }: { to: Hex; data?: Hex; value?: Hex }) => {
    const [nonce, gasPrice, gas] = await Promise.all([
      forward('eth_getTransactionCount', [account.address, 'pending']),
      forward('eth_gasPrice', []),
      forward('eth_estimateGas', [{ from: account.address, to, data, value }]),
    ])
    const raw = await account.signTransaction({
      ...{ to, data: data ?? '0x', value: BigInt(value ?? 0), nonce: Number(nonce), gasPrice: BigInt(String(gasPrice)) * 2n },
      ...{ gas: (BigInt(String(gas)) * 3n) / 2n, chainId: chain },
    })
    return forward('eth_sendRawTransaction', [raw])
  }
  let signed = 0
  const provider = {
    on(event: string, listener: Listener) {
      listeners.set(event, (listeners.get(event) ?? new Set()).add(listener))
      return provider
    },
    removeListener(event: string, listener: Listener) {
      listeners.get(event)?.delete(listener)
      return provider
    },
    async request({ method, params }: { method: string; params?: unknown[] }): Promise<unknown> {
      noteCall(method)
      switch (method) {
        case 'eth_requestAccounts':
          connected = true
          emit('accountsChanged', [account.address])
          return [account.address]
        case 'eth_accounts':
          return connected ? [account.address] : []
        case 'eth_chainId':
          return `0x${chain.toString(16)}`
        case 'wallet_requestPermissions':
          connected = true
          return [{ parentCapability: 'eth_accounts', caveats: [{ type: 'restrictReturnedAccounts', value: [account.address] }] }]
        case 'wallet_revokePermissions':
          connected = false
          return null
        case 'personal_sign':
          return account.signMessage({ message: { raw: params?.[0] as Hex } })
        case 'wallet_switchEthereumChain': {
          const wanted = chainNamed(params)
          if (!known.has(wanted)) throw unknownChain()
          window.cairnSwitchChain(wanted)
          return null
        }
        case 'wallet_addEthereumChain':
          known.add(chainNamed(params))
          return null
        case 'eth_signTypedData_v4': {
          const data = readTypedData(String(params?.[1]))
          // Real wallets refuse data of a chain that they are not on.
          if (Number(data.domain?.chainId) !== chain) throw new Error('Provided chainId does not match the active chain.')
          return fickle ? `0x${(++signed).toString(16).padStart(256, '0')}` : account.signTypedData(data)
        }
        case 'eth_sendTransaction':
          return send(params?.[0] as { to: Hex; data?: Hex; value?: Hex })
        default:
          return forward(method, params)
      }
    },
  }
  window.cairnSwitchChain = (next) => {
    chain = next
    emit('chainChanged', `0x${next.toString(16)}`)
  }
  window.cairnSwitchAccount = (next) => {
    account = privateKeyToAccount(next)
    if (connected) emit('accountsChanged', [account.address])
  }
  const info = Object.freeze({ uuid: '7d0c9a7e-31c2-4c1b-9a51-5a2f0b6a7c11', name, icon, rdns: 'test.cairn.wallet' })
  const announce = () => window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail: Object.freeze({ info, provider }) }))
  window.addEventListener('eip6963:requestProvider', announce)
  announce()
}

function injectSolana({ seed, name = 'Test Solana Wallet', withoutSignIn = false }: NonNullable<TestWallets['solana']>) {
  const secret = hexToBytes(seed)
  const publicKey = ed25519.getPublicKey(secret)
  const address = base58.encode(publicKey)
  const chains = ['solana:mainnet', 'solana:devnet', 'solana:localnet'] as const
  const account = { address, publicKey, chains, features: ['solana:signIn', 'solana:signMessage'] as const }
  const sign = (message: Uint8Array) => ed25519.sign(message, secret)
  let accounts: (typeof account)[] = []
  const listeners = new Set<(change: { accounts: typeof accounts }) => void>()
  const connect = async () => {
    accounts = [account]
    for (const listener of listeners) listener({ accounts })
    return { accounts }
  }
  type SignInInput = Parameters<typeof createSignInMessage>[0]
  const features = {
    'standard:connect': {
      version: '1.0.0',
      connect: async () => {
        noteCall('standard:connect')
        return connect()
      },
    },
    'standard:events': {
      version: '1.0.0',
      on: (_event: string, listener: (change: { accounts: typeof accounts }) => void) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    'solana:signMessage': {
      version: '1.1.0',
      signMessage: async (...inputs: { message: Uint8Array }[]) => {
        noteCall('solana:signMessage')
        return inputs.map(({ message }) => ({ signedMessage: message, signature: sign(message) }))
      },
    },
    ...(withoutSignIn
      ? {}
      : {
          'solana:signIn': {
            version: '1.0.0',
            signIn: async (...inputs: Partial<SignInInput>[]) => {
              noteCall('solana:signIn')
              await connect()
              return inputs.map((input) => {
                const signedMessage = createSignInMessage({ ...input, domain: input.domain ?? window.location.host, address })
                return { account, signedMessage, signature: sign(signedMessage), signatureType: 'ed25519' }
              })
            },
          },
        }),
  }
  const wallet = {
    version: '1.0.0',
    name,
    icon: blank,
    chains,
    features,
    get accounts() {
      return accounts
    },
  }
  const callback = ({ register }: { register: (wallet: unknown) => void }) => register(wallet)
  window.addEventListener('wallet-standard:app-ready', (event) => callback((event as CustomEvent).detail))
  window.dispatchEvent(new CustomEvent('wallet-standard:register-wallet', { detail: callback }))
}

// Frames and insecure pages get no wallet, as with real extensions.
if (window.isSecureContext && window.top === window) {
  window.cairnRefuses ??= []
  const { evm, solana } = window.cairnTestWallets
  if (evm) injectEvm(evm)
  if (solana) injectSolana(solana)
}
