import type { AccountFunction } from './accounts.ts'

/**
 * Smart accounts whose code we know: what each of these functions is given, it calls, and it reverts when a call fails. They stand at addresses that follow from
 * their code (CREATE2, or the first contract of such a factory). `proxied`: its proxies change their code in no other way than with an `Upgraded` log. Accounts
 * that run foreign code in their own place (Kernel) can change it without a trace; they are believed only as delegates of EIP-7702, where they cannot.
 */
type Implementation = { functions: readonly AccountFunction[]; proxied: boolean; nested?: true }

const simple6: Implementation = { functions: ['execute', 'executeBatchData'], proxied: true }
const simple7: Implementation = { functions: ['execute', 'executeBatchLists'], proxied: true }
const simple8: Implementation = { functions: ['execute', 'executeBatchTuples'], proxied: true }
const coinbase: Implementation = { functions: ['execute', 'executeBatchTuples'], proxied: true }
const light2: Implementation = { functions: ['execute', 'executeBatchData', 'executeBatchLists'], proxied: true }
const simple7702: Implementation = { functions: ['execute', 'executeBatchTuples'], proxied: false }
const kernel3: Implementation = { functions: ['erc7579'], proxied: false, nested: true }
const metamask: Implementation = { functions: ['executeTuple', 'erc7579'], proxied: false }

export const implementations: Readonly<Record<string, Implementation>> = {
  // SimpleAccount of @account-abstraction/contracts 0.6, 0.7 and 0.8: first contract of the factories that permissionless 0.4.1 names.
  '0x8abb13360b87be5eeb1b98647a016add927a136c': simple6,
  '0x68641de71cfea5a5d0d29712449ee254bb1400c2': simple7,
  '0x28426d752372d68d34340bd94390950dce3c9ec3': simple8,
  // Coinbase Smart Wallet 1 and 1.1.
  '0x000100abaad02f1cfc8bbe32bd5a564817339e72': coinbase,
  '0x00000110dcdedc9581cb5ecb8467282f2926534d': coinbase,
  // Light Account 2. Source: @account-kit/smart-contracts 4.88.5.
  '0x8e8e658e22b12ada97b402ff0b044d6a325013c7': light2,
  // Simple7702Account. Source: permissionless 0.4.1.
  '0xe6cae83bde06e4c305530e199d7217f42808555b': simple7702,
  // Kernel 3.3. Source: @zerodev/sdk 5.5.10.
  '0xd6cedde84be40893d153be9d467cd6ad37875b28': kernel3,
  // EIP7702StatelessDeleGator. Source: @metamask/delegation-deployments 2.0.0.
  '0x63c0c19a282a1b52b07dd5a65b58948a07dae32b': metamask,
}

/** keccak-256 of the code of proxies that run what the ERC-1967 slot names. Made by the factories of @account-abstraction/contracts 0.6, 0.7, 0.8. */
export const erc1967Proxies: readonly string[] = [
  '0x0acbd632c56f6f227951f6c832b36177319145deddb8df3a12c3bcc91fbf49b3',
  '0x0cf33e42b59cd30ce43a3d95a9c4de2589047c5e0968708337764f9776097210',
  '0x41ee894da413cc99e8dec0a1784470eceb736845ad1591e06ff0ecdf0aca26c9',
  // Solady's ERC-1967 proxy (Coinbase, Light Account 2).
  '0xaaa52c8cc8a0e3fd27ce756cc6b4e70c51423e9b597b11f32d3e49f8b1fc890d',
]

/** keccak-256 of the code of Safe proxies 1.3.0 and 1.4.1. They run what slot 0 names. Source: artifacts of those releases. */
export const safeProxies: readonly string[] = [
  '0xb89c1b3bdf2cf8827818646bce9a8f6e372885f8c55e5c07acbd307cb133b000',
  '0xd7d408ebcd99b2b70be43e20253d6d92a8ea8fab29bd3be7f55b10032331fb4c',
]

/** Safe and SafeL2. Source: @safe-global/safe-deployments 1.37.56 (canonical and eip155 deployments). */
export const safeSingletons: readonly string[] = [
  // 1.3.0
  '0xd9db270c1b5e3bd161e8c8503c55ceabee709552',
  '0x69f4d1788e39c87893c980c06edf4b7f686e2938',
  '0x3e5c63644e683549055b9be8653de26e0b4cd36e',
  '0xfb1bffc9d739b8d520daf37df666da4c687191ea',
  // 1.4.1
  '0x41675c099f32341bf84bfc5382af534df5c7461a',
  '0x29fcb43b46531bca003ddc8fcb67ffe91900c762',
  // 1.5.0
  '0xff51a5898e281db6dfc7855790607438df2ca44b',
  '0xedd160febbd92e350d4d398fb636302fccd67c7e',
]

/** Safe's ERC-4337 module 0.2.0 and 0.3.0. Source: @safe-global/safe-modules-deployments 3.0.10. */
export const safe4337Modules: readonly string[] = [
  '0xa581c4a4db7175302464ff3c06380bc3270b4037',
  '0x75cf11467937ce3f2f357ce24ffc3dbf8fd5c226',
]
