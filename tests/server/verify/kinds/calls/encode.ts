import { concat, encodeAbiParameters, encodeFunctionData, encodePacked, type Hex, pad, parseAbi, toHex } from 'viem'
import { entryPoint06Address, entryPoint07Address } from 'viem/account-abstraction'
import { accountTopics } from '#server/verify/kinds/calls/accountLogs.ts'
import type { RawLog } from '#server/verify/query.ts'

/** A call as somebody makes it. */
export type Plain = { to: Hex; value: bigint; data: Hex }

export const multicall3 = '0xca11bde05977b3631167028862be2a173976ca11'
export const multiSendCallOnly = '0x9641d764fc13c8b624c04430c7356c1c7c8102e2'
export const entryPoint6 = entryPoint06Address.toLowerCase() as Hex
export const entryPoint7 = entryPoint07Address.toLowerCase() as Hex

const abi = parseAbi([
  'struct Call { address target; bytes callData; }',
  'struct Call3 { address target; bool allowFailure; bytes callData; }',
  'struct Call3Value { address target; bool allowFailure; uint256 value; bytes callData; }',
  'struct Execution { address target; uint256 value; bytes data; }',
  'function multicall(bytes[] data)',
  'function multicall(uint256 deadline, bytes[] data)',
  'function multicall(bytes32 previousBlockhash, bytes[] data)',
  'function aggregate(Call[] calls)',
  'function tryAggregate(bool requireSuccess, Call[] calls)',
  'function aggregate3(Call3[] calls)',
  'function aggregate3Value(Call3Value[] calls)',
  'function multiSend(bytes transactions)',
  'function execTransaction(address to, uint256 value, bytes data, uint8 operation, uint256 safeTxGas, uint256 baseGas, uint256 gasPrice, address gasToken, address refundReceiver, bytes signatures)',
  'function executeUserOp(address to, uint256 value, bytes data, uint8 operation)',
  'function execute(address to, uint256 value, bytes data)',
  'function execute(address to, uint256 value, bytes data, uint8 operation)',
  'function execute(Execution execution)',
  'function executeBatch(address[] dest, bytes[] func)',
  'function executeBatch(address[] dest, uint256[] value, bytes[] func)',
  'function executeBatch(Execution[] calls)',
  'function execute(bytes32 mode, bytes executionCalldata)',
])

/** Encodes by whole signature, because several functions share a name. */
function encode(index: string, args: readonly unknown[]): Hex {
  const item = abi.find((one) => 'inputs' in one && `${one.name}(${one.inputs.map(({ type }) => type).join()})` === index)
  if (!item) throw new Error(`no ${index}`)
  return encodeFunctionData({ abi: [item], args } as never)
}

export const selfMulticall = {
  plain: (data: Hex[]) => encode('multicall(bytes[])', [data]),
  deadline: (data: Hex[]) => encode('multicall(uint256,bytes[])', [9_999_999_999n, data]),
  blockhash: (data: Hex[]) => encode('multicall(bytes32,bytes[])', [pad('0x01'), data]),
}

const pairs = (calls: readonly Plain[]) => calls.map(({ to, data }) => ({ target: to, callData: data }))
export const batch = {
  aggregate: (calls: readonly Plain[]) => encode('aggregate(tuple[])', [pairs(calls)]),
  tryAggregate: (calls: readonly Plain[], mayFail: boolean) => encode('tryAggregate(bool,tuple[])', [!mayFail, pairs(calls)]),
  aggregate3: (calls: readonly Plain[], mayFail: boolean) =>
    encode('aggregate3(tuple[])', [calls.map(({ to, data }) => ({ target: to, allowFailure: mayFail, callData: data }))]),
  aggregate3Value: (calls: readonly Plain[], mayFail: boolean) =>
    // Both `aggregate3` forms have the same list in short: this one by its name.
    encodeFunctionData({
      abi,
      functionName: 'aggregate3Value',
      args: [calls.map(({ to, value, data }) => ({ target: to, allowFailure: mayFail, value, callData: data }))],
    }),
  multiSend: (calls: readonly Plain[]) =>
    encode('multiSend(bytes)', [
      concat(
        calls.map(({ to, value, data }) =>
          encodePacked(['uint8', 'address', 'uint256', 'uint256', 'bytes'], [0, to, value, BigInt((data.length - 2) / 2), data]),
        ),
      ),
    ]),
}

const nobody = `0x${'0'.repeat(40)}` as const
export const safeExec = ({ to, value, data }: Plain, operation = 0): Hex =>
  encodeFunctionData({ abi, functionName: 'execTransaction', args: [to, value, data, operation, 0n, 0n, 0n, nobody, nobody, '0x'] })

const executions = (calls: readonly Plain[]) => calls.map(({ to, value, data }) => ({ target: to, value, data }))
export const account = {
  execute: (calls: readonly Plain[]) => one(calls, ({ to, value, data }) => encode('execute(address,uint256,bytes)', [to, value, data])),
  operation: (calls: readonly Plain[]) =>
    one(calls, ({ to, value, data }) => encode('execute(address,uint256,bytes,uint8)', [to, value, data, 0])),
  tuple: (calls: readonly Plain[]) => one(calls, (call) => encode('execute(tuple)', [executions([call])[0]])),
  data: (calls: readonly Plain[]) => encode('executeBatch(address[],bytes[])', [calls.map(({ to }) => to), calls.map(({ data }) => data)]),
  lists: (calls: readonly Plain[]) =>
    encode('executeBatch(address[],uint256[],bytes[])', [
      calls.map(({ to }) => to),
      calls.map(({ value }) => value),
      calls.map(({ data }) => data),
    ]),
  tuples: (calls: readonly Plain[]) => encode('executeBatch(tuple[])', [executions(calls)]),
  single: (calls: readonly Plain[], mayFail = false) =>
    one(calls, ({ to, value, data }) =>
      encode('execute(bytes32,bytes)', [mode('00', mayFail), encodePacked(['address', 'uint256', 'bytes'], [to, value, data])]),
    ),
  batch: (calls: readonly Plain[], mayFail = false) =>
    encode('execute(bytes32,bytes)', [
      mode('01', mayFail),
      encodeAbiParameters(
        [
          {
            type: 'tuple[]',
            components: [
              { name: 'target', type: 'address' },
              { name: 'value', type: 'uint256' },
              { name: 'data', type: 'bytes' },
            ],
          },
        ],
        [executions(calls)],
      ),
    ]),
}

const mode = (type: string, mayFail: boolean): Hex => `0x${type}${mayFail ? '01' : '00'}${'0'.repeat(60)}`

function one(calls: readonly Plain[], make: (call: Plain) => Hex): Hex {
  const [call] = calls
  if (!call || calls.length !== 1) throw new Error('exactly one call')
  return make(call)
}

export type Operation = { sender: Hex; nonce: bigint; data: Hex }

export const handleOps = {
  six: (operations: readonly Operation[]): Hex =>
    encodeFunctionData({
      abi: parseAbi([
        'struct Operation6 { address sender; uint256 nonce; bytes initCode; bytes callData; uint256 callGasLimit; uint256 verificationGasLimit; uint256 preVerificationGas; uint256 maxFeePerGas; uint256 maxPriorityFeePerGas; bytes paymasterAndData; bytes signature; }',
        'function handleOps(Operation6[] ops, address beneficiary)',
      ]),
      args: [
        operations.map(({ sender, nonce, data }) => ({
          sender,
          nonce,
          initCode: '0x' as const,
          callData: data,
          callGasLimit: 1n,
          verificationGasLimit: 2n,
          preVerificationGas: 3n,
          maxFeePerGas: 4n,
          maxPriorityFeePerGas: 5n,
          paymasterAndData: '0x' as const,
          signature: '0x1234' as const,
        })),
        nobody,
      ],
    }),
  seven: (operations: readonly Operation[]): Hex =>
    encodeFunctionData({
      abi: parseAbi([
        'struct Operation7 { address sender; uint256 nonce; bytes initCode; bytes callData; bytes32 accountGasLimits; uint256 preVerificationGas; bytes32 gasFees; bytes paymasterAndData; bytes signature; }',
        'function handleOps(Operation7[] ops, address beneficiary)',
      ]),
      args: [
        operations.map(({ sender, nonce, data }) => ({
          sender,
          nonce,
          initCode: '0xabcd' as const,
          callData: data,
          accountGasLimits: pad('0x01'),
          preVerificationGas: 3n,
          gasFees: pad('0x02'),
          paymasterAndData: '0x' as const,
          signature: '0x' as const,
        })),
        nobody,
      ],
    }),
}

export function operationLog(
  entryPoint: Hex,
  { sender, nonce }: Pick<Operation, 'sender' | 'nonce'>,
  success: boolean,
  logIndex = 0,
): RawLog {
  const data = encodeAbiParameters(
    [{ type: 'uint256' }, { type: 'bool' }, { type: 'uint256' }, { type: 'uint256' }],
    [nonce, success, 1n, 2n],
  )
  return {
    logIndex,
    address: entryPoint,
    topics: [accountTopics.userOperation, toHex(logIndex, { size: 32 }), pad(sender), pad('0x')],
    data,
  }
}

export function safeLog(safe: Hex, success: boolean, logIndex = 0): RawLog {
  const topic0 = success ? accountTopics.safeSuccess : accountTopics.safeFailure
  return { logIndex, address: safe, topics: [topic0, toHex(logIndex, { size: 32 })], data: pad('0x') }
}

type BlockLog = RawLog & { txHash: string }

/** What a Safe logs of what it ran: by its owners, or by a module. */
export function runLog(safe: Hex, txHash: string, module?: string): BlockLog {
  const { topics } = safeLog(safe, true)
  const byModule = [accountTopics.moduleSuccess, pad((module ?? '0x') as Hex)]
  return { logIndex: 9, address: safe, topics: module === undefined ? topics : byModule, data: '0x', txHash }
}

export function upgradeLog(account: Hex, implementation: string, txHash: string): BlockLog {
  return { logIndex: 9, address: account, topics: [accountTopics.upgraded, pad(implementation as Hex)], data: '0x', txHash }
}
