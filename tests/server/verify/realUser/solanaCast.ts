import { type Address, generateKeyPairSigner, type Instruction, type KeyPairSigner } from '@solana/kit'
import { getInitializeAccount3Instruction, getTransferCheckedInstruction } from '@solana-program/token'
import { shortHex } from '#server/verify/kinds/wording.ts'
import { createLookupTable, extendLookupTable, initializeVote, programIds, voteSpace } from '#tests/support/solanaInstructions.ts'
import { type Sending, type SolanaWorld, sol } from '../solanaWorld.ts'
import type { Act } from './solanaTable.ts'

export type Mint = Awaited<ReturnType<SolanaWorld['createMint']>>
/** What the one who acts puts into a transaction. */
export type Making = (me: KeyPairSigner) => Instruction[] | Promise<Instruction[]>

/** Everyone and everything that the members of the table deal with. Symbols are the authors' word: `copy` goes by the same as `usdx` and `feex`. */
export async function gatherCast(world: SolanaWorld) {
  const [issuer, friend] = await Promise.all([world.member(), world.member()])
  const [shop, decoy, newcomer] = await Promise.all([stranger(), stranger(), stranger()])
  const [usdx, copy, feex] = await Promise.all([
    world.createMint(issuer),
    world.createMint(issuer),
    world.createMint(issuer, { fee: { basisPoints: 100, most: 5_000_000n } }),
  ])
  const [art, otherArt] = await Promise.all([world.createMint(issuer, { decimals: 0 }), world.createMint(issuer, { decimals: 0 })])
  const [validator, otherValidator] = await Promise.all([createValidator(world, issuer), createValidator(world, issuer)])
  const lookup = await createLookupTable(issuer, await world.rpc.getSlot({ commitment: 'finalized' }).send())
  await world.send(issuer, [lookup.instruction, extendLookupTable(lookup.table, issuer, [decoy, shop])])
  for (const mint of [usdx, copy, feex]) {
    const rich = [issuer, friend].map(({ address }) => mint.give(address, 1_000_000_000n))
    await Promise.all([...rich, mint.give(shop, 0n), mint.give(decoy, 0n)])
  }
  return {
    world,
    issuer,
    friend,
    shop,
    decoy,
    newcomer,
    mints: { usdx, copy, feex, art, otherArt },
    validator,
    otherValidator,
    tables: { [lookup.table]: [decoy, shop] },
    ...actsOf(world, friend),
  }
}

export type Cast = Awaited<ReturnType<typeof gatherCast>>

const stranger = async () => (await generateKeyPairSigner()).address
/** As sentences write it. */
export const short = shortHex

/** A rule's window, and what its trace says where nothing in it fits. */
export const window = (opened: bigint) => ({ from: { block: String(opened) } })
export const since = (opened: bigint) => `No such transaction of your wallets was found. Those from slot ${opened} on count.`

export const feeToken = ({ mints }: Pick<Cast, 'mints'>) => ({ address: mints.feex.address, decimals: 6, symbol: 'FEEX' })

async function createValidator(world: SolanaWorld, owner: KeyPairSigner): Promise<Address> {
  const { account, instruction } = await world.createAccount(owner, voteSpace, { owner: programIds.vote })
  await world.send(owner, [instruction, initializeVote(account.address, owner)])
  return account.address
}

/** Ways of sending what somebody makes: the member himself, in a transaction that fails, at a friend's expense, or a friend at the member's expense. */
function actsOf(world: SolanaWorld, friend: KeyPairSigner) {
  const sends = (make: Making, options: Sending = {}): Act => {
    return async (me) => world.send(me, await make(me), options)
  }
  const fails = (make: Making, options: Sending = {}): Act => {
    const more = (me: KeyPairSigner) => world.pay(me, friend.address, 1000n * sol)
    return async (me) => world.send(me, [...(await make(me)), more(me)], { ...options, mayFail: true })
  }
  const isTreated = (make: Making): Act => {
    return async (me) => world.send(friend, await make(me))
  }
  const treats = (make: Making, options: Sending = {}): Act => {
    return async (me) => world.send(me, await make(friend), options)
  }
  /** The mint's issuer gives the member so much first. */
  const having = (mint: Mint, amount: bigint, act: Act): Act => {
    return async (me) => {
      await mint.give(me.address, amount)
      return act(me)
    }
  }
  const inTurn = (...acts: Act[]): Act => {
    return async (me) => {
      let last = ''
      for (const act of acts) last = await act(me)
      return last
    }
  }
  return { sends, fails, isTreated, treats, having, inTurn }
}

/** A transfer of a mint with six decimals between the usual accounts, which exist. */
export async function transferOf(mint: Mint, from: KeyPairSigner, to: Address, amount: bigint) {
  return getTransferCheckedInstruction(
    {
      source: await mint.accountOf(from.address),
      mint: mint.address,
      destination: await mint.accountOf(to),
      authority: from,
      amount,
      decimals: mint.decimals,
    },
    { programAddress: mint.program },
  )
}

/** Opens an account of a classic mint beside the member's usual one. */
export async function openBeside({ world }: Pick<Cast, 'world'>, me: KeyPairSigner, mint: Mint) {
  const { account, instruction } = await world.createAccount(me, 165n, { owner: mint.program })
  const open = getInitializeAccount3Instruction({ account: account.address, mint: mint.address, owner: me.address })
  await world.send(me, [instruction, open])
  return account.address
}
