import type { EvmReader } from '#chains/reader.ts'
import { requireWalletId, type WalletId } from '#server/auth/walletId.ts'
import { CairnError } from '#server/shared/errors.ts'
import type { SpaceRight } from '#server/spaces/role.ts'
import { type Backtest, backtest, mostBlocks } from '#server/verify/authoring/backtest.ts'
import { dryRun, mostWallets } from '#server/verify/authoring/dryRun.ts'
import { type ChainWarning, lintOnChain } from '#server/verify/authoring/lintOnChain.ts'
import { lintRule, type RuleWarning } from '#server/verify/lint.ts'
import { chainsOf, parseRule, type Rule } from '#server/verify/rule.ts'
import { describeRule, type EvidenceReader, type Verified } from '#server/verify/run.ts'
import type { Text } from '#server/verify/verdict.ts'
import { refuseHeavy } from './definition.ts'
import { refuseForeignRule, refuseUnreadChains } from './foreignRule.ts'
import { spaceOf } from './ownSpace.ts'
import type { QuestDeps } from './questWork.ts'

export type AuthoringPort = {
  evidence: EvidenceReader
  /** Null for a chain that is no EVM chain or is not read here. */
  evmReader(chain: string): EvmReader | null
}
type Deps = QuestDeps & { authoring: AuthoringPort }

/** A rule as its author has it now, in a space of theirs. `right`: what the caller must have there. */
type Tried = { accountId: string; space?: string | undefined; rule: unknown; right?: SpaceRight }

/** The rule in words, and what is weak or wrong about it, also as far as the chains tell. Throws `quest.malformed`, `auth.forbidden`, `conflict`. */
export async function checkRule(deps: Deps, input: Tried): Promise<{ sentence: Text; warnings: (RuleWarning | ChainWarning)[] }> {
  const { rule } = await ownRule(deps, input)
  const onChain = await lintOnChain(deps.authoring, rule, new Date(deps.now()).toISOString())
  return { sentence: describeRule(rule), warnings: [...lintRule(rule), ...onChain] }
}

type Self = { wallets: readonly string[]; handle: string | null }

export type DryRunInput = Tried & {
  /** Wallet ids or CAIP-10 ids, whoever they belong to; absent = the author themselves, with all that only members have. */
  wallets?: readonly string[] | undefined
  self: Self
  /** Texts of files of CUBEs of other slots, as the member would add them. */
  documents?: readonly string[] | undefined
  /** From when actions count; default 30 days ago, as if the quest had begun then. ISO 8601. */
  questStart?: string | undefined
}

export type DryRunAnswer = Pick<Verified, 'verdict' | 'digest'> & { requests: number }

/** What a rule says about somebody now, with its whole trace. Nothing is kept. Throws as `checkRule` does, `input.invalid` for a wallet, `credential.invalid` for a file. */
export async function tryRule(deps: Deps, input: DryRunInput): Promise<DryRunAnswer> {
  const { rule, spaceId } = await ownRule(deps, input)
  const { wallets, accountId, self } = input
  const whom =
    wallets === undefined
      ? { accountId, wallets: [...self.wallets], ...(self.handle === null ? {} : { handle: self.handle }) }
      : { wallets: readWallets(wallets) }
  const documents = Object.fromEntries(
    (input.documents ?? []).map((text) => deps.readCubeFile(text)).map(({ id, document }) => [id, document]),
  )
  const questStart = input.questStart ?? new Date(deps.now() - 30 * dayMs).toISOString()
  let requests = 0
  const spent = (more: number) => {
    requests += more
  }
  const { verdict, digest } = await dryRun({ evidence: deps.authoring.evidence, spent }, rule, {
    ...whom,
    questStart,
    space: spaceId,
    ...(input.documents ? { documents } : {}),
  })
  return { verdict, digest, requests }
}

const dayMs = 24 * 3_600_000

function readWallets(wallets: readonly string[]): WalletId[] {
  if (wallets.length === 0 || wallets.length > mostWallets)
    throw new CairnError('input.invalid', 'Some wallets are expected.', {
      meta: { field: 'wallets', found: wallets.length, expected: `1 to ${mostWallets}` },
    })
  return wallets.map((wallet, i) => requireWalletId(wallet, `wallets.${i}`))
}

export type BacktestInput = Tried & {
  /** One of the rule's EVM chains; default the first. */
  chain?: string | undefined
  /** So many of the newest blocks; at most 10,000. */
  blocks: number
}

/** `spanSeconds`: how long the blocks took, by their own clocks. */
export type BacktestAnswer = Backtest & { chain: string; fromBlock: string; toBlock: string; spanSeconds: number }

/** Who of those that touched the rule's contracts in the newest blocks would pass, and how cheaply. Throws as `checkRule` does, and chain errors. */
export async function backtestRule(deps: Deps, input: BacktestInput): Promise<BacktestAnswer> {
  const { rule } = await ownRule(deps, input)
  const chain = input.chain ?? chainsOf(rule).find((id) => id.startsWith('eip155:'))
  const reader = chain === undefined || !chainsOf(rule).includes(chain) ? null : deps.authoring.evmReader(chain)
  if (chain === undefined || !reader)
    throw new CairnError('input.invalid', 'History is looked through on EVM chains that the rule reads.', {
      meta: {
        field: 'chain',
        found: input.chain ?? 'nothing',
        expected: chainsOf(rule)
          .filter((id) => id.startsWith('eip155:'))
          .join(', '),
      },
    })
  if (!Number.isSafeInteger(input.blocks) || input.blocks < 1 || BigInt(input.blocks) > mostBlocks)
    throw new CairnError('input.invalid', 'The range does not hold.', {
      meta: { field: 'blocks', found: input.blocks, expected: `1 to ${mostBlocks}` },
    })
  const { number: toBlock } = (await reader.head()).latest
  const first = toBlock - BigInt(input.blocks) + 1n
  const fromBlock = first < 0n ? 0n : first
  const { evidence } = deps.authoring
  const found = await backtest({ evidence, reader: () => reader }, rule, { chain, fromBlock, toBlock, most: 500 })
  const [oldest, newest] = await Promise.all([reader.block(fromBlock), reader.block(toBlock)])
  const spanSeconds = oldest && newest ? Math.max(0, newest.time - oldest.time) : 0
  return { ...found, chain, fromBlock: String(fromBlock), toBlock: String(toBlock), spanSeconds }
}

/** The rule, when it is well-formed and the author may ask what it asks. */
async function ownRule(deps: Deps, input: Tried): Promise<{ rule: Rule; spaceId: string }> {
  refuseHeavy(input.rule, 'rule')
  const rule = parseRule(input.rule)
  refuseUnreadChains(deps, rule, 'rule')
  return deps.transact(async (work) => {
    const { id: spaceId } = await spaceOf(work, input, input.right ?? 'author')
    await refuseForeignRule(deps, work, rule, { at: 'rule', spaceId })
    return { rule, spaceId }
  })
}
