import { encodeFunctionData, type Hex } from 'viem'
import type { Member } from '../contractChain.ts'
import { batch, multicall3, type Plain } from '../kinds/calls/encode.ts'
import { mintFunction } from './liquidity.ts'
import { byUnlinked, early, failed, notYours } from './says.ts'
import type { Table } from './table.ts'
import type { RealWorld } from './world.ts'

const eth = 10n ** 18n
const another = 'called another function of this contract'
const failedInside = 'this call failed inside its transaction'
const tooLittle = 'wrapped 0.50 ETH, 1 needed'

/** Wrapping and unwrapping as calls that somebody else is handed. */
const callsOf = ({ weth }: RealWorld) => ({
  deposit: (value: bigint): Plain => ({
    to: weth.address,
    value,
    data: encodeFunctionData({ abi: weth.abi, functionName: 'deposit', args: [] }),
  }),
  withdraw: (wad: bigint): Plain => ({
    to: weth.address,
    value: 0n,
    data: encodeFunctionData({ abi: weth.abi, functionName: 'withdraw', args: [wad] }),
  }),
})

const wrapped = ({ weth }: RealWorld) => ({
  kind: 'evm.transaction',
  params: {
    to: [weth.address],
    function: 'function deposit() payable',
    value: { op: 'gte', value: String(eth) },
    action: { en: 'wrapped', ja: 'ラップ' },
  },
})

/** Who acts through what: the account counts, not who sends for it. */
export const accounts: Table = {
  'wrap by a Safe': (world) => {
    const { newSafe } = world.accounts
    const { deposit, withdraw } = callsOf(world)
    const by =
      (...call: Parameters<Awaited<ReturnType<typeof newSafe>>['exec']>) =>
      async () => {
        const safe = await newSafe()
        return { ...(await safe.exec(...call)), wallets: [safe] }
      }
    return {
      rule: wrapped(world),
      right: by(deposit(eth)),
      nearMisses: [
        { what: 'too little', does: by(deposit(eth / 2n)), says: tooLittle },
        { what: 'another function', does: by(withdraw(0n)), says: another },
        { what: 'a call that fails inside', does: by(deposit(20n * eth), { safeTxGas: 100_000n }), says: failedInside },
        { what: 'by who sends for it', does: async (me) => (await newSafe()).exec(deposit(eth), { by: me }), says: byUnlinked },
        { what: 'before the quest', does: by(deposit(eth)), ...early },
      ],
    }
  },

  'wrap by an ERC-4337 account': (world) => {
    const { newAccount, bundle, bundleBy } = world.accounts
    const { deposit, withdraw } = callsOf(world)
    const by = (call: Plain) => async () => {
      const account = await newAccount()
      return { ...(await bundle(await account.operation([call]))), wallets: [account] }
    }
    return {
      rule: wrapped(world),
      right: by(deposit(eth)),
      nearMisses: [
        { what: 'too little', does: by(deposit(eth / 2n)), says: tooLittle },
        { what: 'another function', does: by(withdraw(0n)), says: another },
        { what: 'an operation that fails', does: by(deposit(20n * eth)), says: failedInside },
        {
          what: 'by the bundler',
          does: async (me) => bundleBy(me, await (await newAccount()).operation([deposit(eth)])),
          says: byUnlinked,
        },
        { what: 'by the neighbour in the bundle', does: neighbour(world, deposit(eth)), pasted: true, says: another },
      ],
    }
  },

  'wrap as a smart account, told by the log': (world) => {
    const { newSafe, newAccount, bundle, bundleBy } = world.accounts
    const { deposit } = callsOf(world)
    return {
      rule: {
        kind: 'evm.event',
        params: {
          addresses: [world.weth.address],
          event: 'event Deposit(address indexed dst, uint256 wad)',
          where: [{ arg: 'wad', op: 'gte', value: String(eth) }],
          units: { wad: { decimals: 18, symbol: 'WETH' } },
          action: { en: 'wrapped', ja: 'ラップ' },
        },
      },
      right: async () => {
        const account = await newAccount()
        return { ...(await bundle(await account.operation([deposit(eth)]))), wallets: [account] }
      },
      nearMisses: [
        {
          what: 'too little, by a Safe',
          does: async () => {
            const safe = await newSafe()
            return { ...(await safe.exec(deposit(eth / 2n))), wallets: [safe] }
          },
          says: 'wrapped 0.50 WETH, 1 needed',
        },
        { what: 'by who sends for a Safe', does: async (me) => (await newSafe()).exec(deposit(eth), { by: me }), says: byUnlinked },
        {
          what: 'by the bundler',
          does: async (me) => bundleBy(me, await (await newAccount()).operation([deposit(eth)])),
          says: byUnlinked,
        },
      ],
    }
  },

  'wrap through Multicall3': (world) => {
    const { chain, friend } = world
    const { deposit, withdraw } = callsOf(world)
    const send =
      (data: Hex, value = 0n) =>
      (me: Member) =>
        chain.pay(me, multicall3, value, data)
    return {
      rule: wrapped(world),
      right: send(batch.aggregate3Value([deposit(eth)], false), eth),
      nearMisses: [
        { what: 'too little', does: send(batch.aggregate3Value([deposit(eth / 2n)], false), eth / 2n), says: tooLittle },
        {
          what: 'a call that may fail',
          does: send(batch.aggregate3Value([deposit(eth)], true), eth),
          says: 'this call was allowed to fail, and nothing shows that it did not',
        },
        { what: 'another function', does: send(batch.aggregate([withdraw(0n)])), says: another },
        { what: 'reverted', does: send(batch.aggregate3Value([deposit(eth), withdraw(2n * eth)], false), eth), says: failedInside },
        {
          what: 'sent by somebody else',
          does: () => send(batch.aggregate3Value([deposit(eth)], false), eth)(friend),
          pasted: true,
          says: notYours,
        },
      ],
    }
  },

  'open a position by a multicall of the position manager': ({ v3, chain, weth }) => {
    const inside =
      (amount: bigint, { least = 0n, functionName = 'mint' } = {}) =>
      async (me: Member) => {
        await v3.ready(me.account, amount)
        const position = v3.positionOf({ weth: amount, recipient: me.address, least })
        const data = encodeFunctionData({ abi: v3.positions.abi, functionName, args: functionName === 'mint' ? [position] : [] })
        return chain.call(v3.positions, 'multicall', [[data]], { account: me.account })
      }
    const desired = `params.${v3.names.weth}Desired`
    return {
      rule: {
        kind: 'evm.transaction',
        params: {
          to: [v3.positions.address],
          function: mintFunction,
          where: [{ arg: desired, op: 'gte', value: String(eth) }],
          units: { [desired]: { decimals: 18, symbol: weth.symbol } },
          action: { en: 'provided', ja: '提供' },
        },
      },
      right: inside(eth),
      nearMisses: [
        { what: 'too little', does: inside(eth / 2n), says: 'provided 0.50 WETH, 1 needed' },
        { what: 'another function', does: inside(eth, { functionName: 'refundETH' }), says: another },
        { what: 'reverted', does: inside(eth, { least: 10n ** 40n }), says: failedInside },
        { what: 'before the quest', does: inside(eth), ...early },
      ],
    }
  },

  'deploy a contract': ({ chain, wrap, v2, goods, stone }) => {
    const deploy = (bytecode: Hex) => async (me: Member) =>
      chain.mined(await me.wallet.deployContract({ abi: [], bytecode, gas: 200_000n }))
    return {
      rule: { kind: 'evm.transaction', params: { created: true } },
      // Stores one byte of code.
      right: deploy('0x600160005360016000f3'),
      nearMisses: [
        { what: 'code that reverts', does: deploy('0x60006000fd'), says: failed },
        { what: 'a call', does: (me) => wrap(me, eth), pasted: true, says: 'deployed no contract' },
        {
          what: 'by somebody else',
          does: async () => deploy('0x600160005360016000f3')(await chain.member()),
          pasted: true,
          says: notYours,
        },
        {
          what: 'by a factory, which the sender only calls',
          does: (me) => chain.call(v2.factory, 'createPair', [goods.address, stone.address], { account: me.account }),
          pasted: true,
          says: 'deployed no contract',
        },
        { what: 'before the quest', does: deploy('0x600160005360016000f3'), ...early },
      ],
    }
  },
}

/** Two accounts in one bundle: the linked one does something else. */
function neighbour({ accounts: { newAccount, bundle }, weth }: RealWorld, right: Plain) {
  const nothing: Plain = { to: weth.address, value: 0n, data: encodeFunctionData({ abi: weth.abi, functionName: 'withdraw', args: [0n] }) }
  return async () => {
    const [linked, other] = [await newAccount(), await newAccount()]
    const receipt = await bundle(await linked.operation([nothing]), await other.operation([right]))
    return { ...receipt, wallets: [linked] }
  }
}
