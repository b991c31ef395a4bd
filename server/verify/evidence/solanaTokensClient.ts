import { associatedTokenAddress } from '#chains/adapters/solana/derivedAddress.ts'
import { programs } from '#chains/adapters/solana/programs.ts'
import { tokenAccount, tokenAccountBytes } from '#chains/adapters/solana/readAccounts.ts'
import type { Head, SolanaReader, TokenAccount } from '#chains/reader.ts'
import { fromHex } from '#server/shared/bytes.ts'
import type { BlockRef, SolanaTokenRecord, SolanaTokensQuery } from '../query.ts'
import { itemOf, type Part, problemItem, problemOf } from './items.ts'
import { atOf, createHeadCache } from './solanaStateClient.ts'

/**
 * Holdings of many wallets. A node lists the accounts of one wallet at a time, so first the usual account of each wallet is read, with those of a hundred
 * others; only wallets whose usual account does not hold `enough` by itself are asked for all that they have. Kept for the head they were read at.
 */
export function createTokensPart(reader: SolanaReader): Part<'solana.tokens'> {
  const usual = createHeadCache<TokenAccount | null>()
  const listed = createHeadCache<Promise<SolanaTokenRecord[]>>()
  const mintPrograms = new Map<string, string>()

  /** Under which program a mint lives. One that is not there for good, or is no mint, is left to the node's own word on it. */
  async function learnMints(queries: readonly SolanaTokensQuery[], head: Head) {
    const unknown = [...new Set(queries.map(({ mint }) => mint))].filter((mint) => !mintPrograms.has(mint))
    if (unknown.length === 0) return
    const found = await reader.accounts(unknown, 0, atOf('finalized', head).at)
    for (const [index, mint] of unknown.entries()) {
      const program = found[index]?.owner
      if (program === programs.token || program === programs.token2022) mintPrograms.set(mint, program)
    }
  }

  async function readUsual(queries: readonly SolanaTokensQuery[], head: Head) {
    const missing = queries.filter((query) => query.enough !== undefined && !usual.has(keyOf(query)))
    await learnMints(missing, head)
    const groups = Map.groupBy(new Map(missing.map((query) => [keyOf(query), query])).values(), ({ at }) => at)
    await Promise.all(
      [...groups].map(async ([tag, group]) => {
        const places = group.flatMap((query) => {
          const program = mintPrograms.get(query.mint)
          const address = program === undefined ? null : associatedTokenAddress(query.wallet, query.mint, program)
          return address === null ? [] : [{ query, address }]
        })
        const addresses = places.map(({ address }) => address)
        const found = await reader.accounts(addresses, tokenAccountBytes, atOf(tag, head).at)
        for (const [index, { query, address }] of places.entries()) {
          const account = found[index]
          usual.set(keyOf(query), account ? tokenAccount(address, account.owner, fromHex(account.data) ?? new Uint8Array()) : null)
        }
      }),
    )
  }

  async function list({ wallet, mint, at: tag }: SolanaTokensQuery, head: Head) {
    const { at, block } = atOf(tag, head)
    const accounts = await reader.tokenAccounts(wallet, mint, at)
    return accounts.map((account) => recordOf(account, block)).toSorted((a, b) => (a.account < b.account ? -1 : 1))
  }

  async function holdings(query: SolanaTokensQuery, head: Head) {
    const key = keyOf(query)
    const account = usual.get(key)
    if (account && holdsEnough(account, query)) return [recordOf(account, atOf(query.at, head).block)]
    const reading = listed.get(key) ?? list(query, head)
    listed.set(key, reading)
    return reading
  }

  return {
    clear() {
      usual.clear()
      listed.clear()
      mintPrograms.clear()
    },
    async read(queries, head) {
      usual.turnTo(head)
      listed.turnTo(head)
      await readUsual(queries, head)
      return Promise.all(
        queries.map(async (query) => {
          try {
            const records = await holdings(query, head)
            return { query, item: itemOf<'solana.tokens'>({ query, records, upTo: head.latest.number }, reader, head) }
          } catch (error) {
            // One wallet that cannot be read says so and is asked again; the others are answered.
            listed.delete(keyOf(query))
            return { query, item: problemItem(query, problemOf(error)) }
          }
        }),
      )
    },
  }
}

const keyOf = ({ at, wallet, mint }: SolanaTokensQuery) => `${at}|${wallet}|${mint}`

/** The owner of an account may have been changed after it was opened. */
const holdsEnough = ({ owner, mint, frozen, amount }: TokenAccount, query: SolanaTokensQuery) =>
  owner === query.wallet && mint === query.mint && !frozen && query.enough !== undefined && amount >= BigInt(query.enough)

const recordOf = ({ address, amount, ...account }: TokenAccount, block: BlockRef): SolanaTokenRecord => ({
  account: address,
  ...account,
  amount: amount.toString(),
  block,
})
