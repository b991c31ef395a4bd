import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type Account,
  type Chain,
  createPublicClient,
  createWalletClient,
  defineChain,
  http,
  numberToHex,
  type PublicClient,
  parseEther,
  type Transport,
  type WalletClient,
} from 'viem'
import { privateKeyToAccount, privateKeyToAddress } from 'viem/accounts'
import { inboxAbi } from '#contracts/abi/inbox.gen.ts'
import { testDollarAbi, testDollarBytecode } from '#contracts/abi/testDollar.gen.ts'
import type { Database } from '#drizzle/client.ts'
import { deployments } from '#drizzle/schema/rollup.ts'
import { localChainIds } from '#server/rollup/protocol/constants.gen.ts'
import { readArtefact } from '#server/rollup/prover/circuitArtefact.ts'
import { type Crs, ensureCrs } from '#server/rollup/prover/crs.ts'
import { ensureVerificationKey } from '#server/rollup/prover/verificationKey.ts'
import { deploySlot } from '#server/rollup/settlement/deploy.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { genesisRoot } from '#server/rollup/state/slotState.ts'
import { type Hex, toHex, toHex32 } from '#server/shared/bytes.ts'
import { CairnError } from '#server/shared/errors.ts'
import { jsonRpc } from './jsonRpc.ts'
import type { ProcessContext } from './processes.ts'
import { smallVerifierBytecode } from './smallVerifier.ts'

/** Makes the reference string ready; says which it is, because proofs under the development one prove nothing. */
export async function prepareCrs({ env, layout }: ProcessContext): Promise<Crs> {
  return ensureCrs({ ...env, CAIRN_HOME: layout.home })
}

/** The slot's contracts on L2, deployed once per database. Throws when the database names a slot that this L2 does not have. */
export async function ensureSlot(context: ProcessContext, db: Database, crs: Crs): Promise<string> {
  const rows = await db.select().from(deployments)
  const known = rows.find(({ name }) => name === 'rollup')
  if (known) {
    await requireCode(context.env.CAIRN_L2_RPC, known.address)
    return 'there'
  }
  const slot = await deploy(context, crs)
  const { blockNumber, ...addresses } = slot
  const chainId = context.env.CAIRN_L2_CHAIN_ID
  await db
    .insert(deployments)
    .values(Object.entries(addresses).map(([name, address]) => ({ name, chainId, address, blockNumber: Number(blockNumber) })))
  return 'deployed'
}

async function deploy({ env, layout, secrets }: ProcessContext, crs: Crs) {
  const account = privateKeyToAccount(secrets.deployerKey as Hex)
  const chain = defineChain({
    id: env.CAIRN_L2_CHAIN_ID,
    name: 'L2',
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: [env.CAIRN_L2_RPC] } },
  })
  const local = (localChainIds as readonly number[]).includes(chain.id)
  if (local) await jsonRpc(env.CAIRN_L2_RPC, 'anvil_setBalance', [account.address, numberToHex(parseEther('1000'))])
  const key = await ensureVerificationKey(readArtefact('small'), crs, {
    threads: env.CAIRN_PROVER_THREADS,
    folder: join(layout.cache, 'keys'),
  })
  const transport = http(env.CAIRN_L2_RPC)
  const publicClient = createPublicClient({ chain, transport, cacheTime: 0 })
  const slot = await deploySlot(
    { walletClient: createWalletClient({ account, chain, transport }), publicClient },
    {
      proposer: privateKeyToAddress(secrets.CAIRN_PUBLISHER_KEY as Hex),
      genesisRoot: toHex32(genesisRoot(fastHasher)),
      verifiers: [{ circuit: 'small', bytecode: await smallVerifierBytecode(crs), verifyingKey: toHex(await readFile(key.path)) }],
      // One lane is built: the contract itself refuses a threshold of 1 outside of local chains.
      threshold: local ? 1 : 2,
      dataSource: env.CAIRN_DATA_SOURCE,
    },
  )
  if (!local) return slot
  const proposer = privateKeyToAccount(secrets.CAIRN_PUBLISHER_KEY as Hex)
  const listing = { proposer: createWalletClient({ account: proposer, chain, transport }), publicClient }
  return { ...slot, 'l2.usd': await listTestDollar(listing, slot.inbox) }
}

type Listing = { proposer: WalletClient<Transport, Chain, Account>; publicClient: PublicClient<Transport, Chain> }

/** A token to try deposits with. Who proposes lists tokens. */
async function listTestDollar({ proposer, publicClient }: Listing, inbox: Hex): Promise<Hex> {
  const deployed = await proposer.deployContract({ abi: testDollarAbi, bytecode: testDollarBytecode })
  const { contractAddress } = await publicClient.waitForTransactionReceipt({ hash: deployed })
  if (!contractAddress) throw new CairnError('internal', 'The test dollar was not deployed.')
  const listed = await proposer.writeContract({ address: inbox, abi: inboxAbi, functionName: 'listToken', args: [contractAddress] })
  const { status } = await publicClient.waitForTransactionReceipt({ hash: listed })
  if (status !== 'success') throw new CairnError('internal', 'The slot did not list the test dollar.')
  return contractAddress
}

async function requireCode(url: string, address: string) {
  if ((await jsonRpc(url, 'eth_getCode', [address, 'latest'])) !== '0x') return
  throw new CairnError('config.invalid', 'The database knows a slot that this L2 does not have. ./cairn reset starts both anew.', {
    meta: { field: 'CAIRN_L2_RPC', found: 'no code', expected: `the rollup at ${address}` },
  })
}
