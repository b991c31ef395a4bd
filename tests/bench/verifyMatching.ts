/** How fast new blocks are matched against what open steps watch: no chain, only the index. */
import type { Log, TransactionAccounts } from '#chains/reader.ts'
import { createBlockIndex } from '#server/verify/follower/blockIndex.ts'
import { emptyWatch } from '#server/verify/follower/watch.ts'
import { rates, summarise } from './report.ts'

const address = (n: number) => `0x${n.toString(16).padStart(40, '0')}`
const word = (n: number) => `0x${n.toString(16).padStart(64, '0')}`

/** Each member on five rules; three logs of four are of contracts that are watched, one of a hundred names a member who is open on it. */
export function measureMatching({ rules, members }: { rules: number; members: number }) {
  const index = createBlockIndex()
  const eventOf = (rule: number) => `${address(0xc0000 + (rule % 50))}|${word(0xe0000 + (rule % 10))}`
  for (let member = 0; member < members; member++)
    for (let turn = 0; turn < 5; turn++)
      index.add(`${member}|${turn}`, {
        ...emptyWatch(),
        logs: new Set([eventOf((member * 7 + turn * 101) % rules)]),
        wallets: new Set([address(0xa0000000 + member)]),
      })
  const logs = Array.from({ length: 100_000 }, (_, n): Log => {
    const named = n % 100 === 0 ? 0xa0000000 + (n % members) : 0xb0000000 + n
    return {
      block: { number: 1n, hash: '0x1' },
      txHash: word(n),
      index: n,
      address: address(n % 4 === 3 ? 0xd0000 + n : 0xc0000 + (n % 50)),
      topics: [word(0xe0000 + (n % 10)), word(0xf0000000 + n), word(named)],
      data: `${word(n * 1000)}${word(n).slice(2)}`,
    }
  })
  const calls = logs.map(({ txHash }, n) => ({ hash: txHash, from: address(0xb1000000 + n), to: address(0xc0000 + (n % 50)) }))
  let found = 0
  const samples = rates(logs.length, 10, () => {
    found = index.match({ calls, logs, named: [] }).size
  })
  if (found === 0) throw new Error('nothing was matched')
  return summarise(`logs matched against ${rules} rules of ${members} members`, 'per second', samples, 'more')
}

/** The same for Solana: each member on five of the programs, transactions of 25 accounts, one of a hundred signed by a member. */
export function measureSolanaMatching({ programs, members }: { programs: number; members: number }) {
  const index = createBlockIndex()
  const key = (kind: string, n: number) => `${kind}${n}`.padEnd(44, '1')
  for (let member = 0; member < members; member++)
    for (let turn = 0; turn < 5; turn++) {
      const [wallet, program] = [key('Wa', member), key('Pr', (member * 7 + turn * 101) % programs)]
      index.add(`${member}|${turn}`, { ...emptyWatch(), wallets: new Set([wallet]), names: new Set([`${wallet}|${program}`]) })
    }
  const named = Array.from({ length: 20_000 }, (_, n): TransactionAccounts => {
    const signer = n % 100 === 0 ? key('Wa', n % members) : key('So', n)
    const others = Array.from({ length: 23 }, (_, at) => key('Ac', (n * 31 + at * 977) % 100_000))
    const holdings = Array.from({ length: 6 }, (_, at) => ({ owner: key('So', n + at), mint: key('Mi', at) }))
    return { signers: [signer], accounts: [signer, ...others, key('Pr', (n * 7) % programs)], holdings }
  })
  let found = 0
  const samples = rates(named.length, 10, () => {
    found = index.match({ calls: [], logs: [], named }).size
  })
  if (found === 0) throw new Error('nothing was matched')
  return summarise(`Solana transactions matched against ${programs} programs of ${members} members`, 'per second', samples, 'more')
}
