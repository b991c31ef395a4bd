import {
  type AccountMeta,
  AccountRole,
  type AccountSignerMeta,
  type Address,
  address,
  getAddressEncoder,
  getProgramDerivedAddress,
  getU16Encoder,
  getU32Encoder,
  getU64Encoder,
  getUtf8Encoder,
  type Instruction,
  type ReadonlyUint8Array,
  type TransactionSigner,
} from '@solana/kit'

/** Instructions of programs whose clients we do not depend on, byte by byte as their programs read them. */
export const programIds = {
  system: address('11111111111111111111111111111111'),
  memo: address('MemoSq4gqABAXKb96qnH8TysNcWxMyWCqXgDLGmfcHr'),
  memoV1: address('Memo1UhkJRfHyvLMcVucJwxXeuD728EqVDDwQDxFMNo'),
  stake: address('Stake11111111111111111111111111111111111111'),
  vote: address('Vote111111111111111111111111111111111111111'),
  lookupTable: address('AddressLookupTab1e1111111111111111111111111'),
  token2022: address('TokenzQdBNbLqP5VEhdkAS6EPFLC1PHnBqCXEpPxuEb'),
} as const

const sysvar = {
  rent: address('SysvarRent111111111111111111111111111111111'),
  clock: address('SysvarC1ock11111111111111111111111111111111'),
  stakeHistory: address('SysvarStakeHistory1111111111111111111111111'),
  stakeConfig: address('StakeConfig11111111111111111111111111111111'),
}

const [u16, u32, u64, key] = [getU16Encoder(), getU32Encoder(), getU64Encoder(), getAddressEncoder()]
const bytes = (...parts: (ReadonlyUint8Array | number[])[]) => Uint8Array.from(parts.flatMap((part) => [...part]))
const reads = (at: Address): AccountMeta => ({ address: at, role: AccountRole.READONLY })
const writes = (at: Address): AccountMeta => ({ address: at, role: AccountRole.WRITABLE })
const signs = (signer: TransactionSigner): AccountSignerMeta => ({ address: signer.address, role: AccountRole.READONLY_SIGNER, signer })
const pays = (signer: TransactionSigner): AccountSignerMeta => ({ address: signer.address, role: AccountRole.WRITABLE_SIGNER, signer })

export function memo(text: string, options: { signers?: TransactionSigner[]; program?: Address } = {}): Instruction {
  const { signers = [], program = programIds.memo } = options
  return { programAddress: program, accounts: signers.map(signs), data: getUtf8Encoder().encode(text) }
}

/** `TransferWithSeed` (11) of the System program. */
export function transferWithSeed(
  base: TransactionSigner,
  from: Address,
  { to, amount, seed }: { to: Address; amount: bigint; seed: string },
) {
  const text = getUtf8Encoder().encode(seed)
  const data = bytes(u32.encode(11), u64.encode(amount), u64.encode(BigInt(text.length)), text, key.encode(programIds.system))
  return { programAddress: programIds.system, accounts: [writes(from), signs(base), writes(to)], data }
}

export const voteSpace = 3762n
export const stakeSpace = 200n

/** A validator's vote account: who votes and who may take its rewards, commission 0. */
export function initializeVote(account: Address, node: TransactionSigner): Instruction {
  const data = bytes(u32.encode(0), key.encode(node.address), key.encode(node.address), key.encode(node.address), [0])
  return { programAddress: programIds.vote, accounts: [writes(account), reads(sysvar.rent), reads(sysvar.clock), signs(node)], data }
}

/** A stake account whose staker and withdrawer are one wallet, without lockup. */
export function initializeStake(account: Address, staker: Address): Instruction {
  const lockup = bytes(u64.encode(0n), u64.encode(0n), key.encode(programIds.system))
  const data = bytes(u32.encode(0), key.encode(staker), key.encode(staker), lockup)
  return { programAddress: programIds.stake, accounts: [writes(account), reads(sysvar.rent)], data }
}

export function delegateStake(account: Address, vote: Address, staker: TransactionSigner): Instruction {
  const others = [reads(vote), reads(sysvar.clock), reads(sysvar.stakeHistory), reads(sysvar.stakeConfig)]
  return { programAddress: programIds.stake, accounts: [writes(account), ...others, signs(staker)], data: bytes(u32.encode(2)) }
}

/** A new lookup table and the instruction that makes it; `slot` is a recent one. */
export async function createLookupTable(owner: TransactionSigner, slot: bigint) {
  const seeds = [key.encode(owner.address), u64.encode(slot)]
  const [table, bump] = await getProgramDerivedAddress({ programAddress: programIds.lookupTable, seeds })
  const data = bytes(u32.encode(0), u64.encode(slot), [bump])
  const accounts = [writes(table), signs(owner), pays(owner), reads(programIds.system)]
  return { table, instruction: { programAddress: programIds.lookupTable, accounts, data } satisfies Instruction }
}

export function extendLookupTable(table: Address, owner: TransactionSigner, addresses: readonly Address[]): Instruction {
  const data = bytes(u32.encode(2), u64.encode(BigInt(addresses.length)), ...addresses.map((one) => key.encode(one)))
  const accounts = [writes(table), signs(owner), pays(owner), reads(programIds.system)]
  return { programAddress: programIds.lookupTable, accounts, data }
}

/** Bytes of a Token-2022 mint with a transfer fee. */
export const feeMintSpace = 278n

/** `InitializeTransferFeeConfig`: what the mint keeps of each transfer, in hundredths of a percent and at most so much. Nobody may change it. */
export function initializeTransferFee(mint: Address, { basisPoints, most }: { basisPoints: number; most: bigint }): Instruction {
  return {
    programAddress: programIds.token2022,
    accounts: [writes(mint)],
    data: bytes([26, 0, 0, 0], u16.encode(basisPoints), u64.encode(most)),
  }
}

type FeeTransfer = { source: Address; mint: Address; destination: Address; amount: bigint; decimals: number; fee: bigint }

export function transferCheckedWithFee(
  owner: TransactionSigner,
  { source, mint, destination, amount, decimals, fee }: FeeTransfer,
): Instruction {
  const data = bytes([26, 1], u64.encode(amount), [decimals], u64.encode(fee))
  return { programAddress: programIds.token2022, accounts: [writes(source), reads(mint), writes(destination), signs(owner)], data }
}
