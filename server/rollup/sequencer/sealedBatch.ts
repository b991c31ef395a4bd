import { protocol } from '#server/rollup/protocol/constants.gen.ts'
import type { BuiltBatch } from '#server/rollup/state/draft.ts'
import { toHex32 } from '#server/shared/bytes.ts'
import type { SealedBatch } from './ports.ts'
import type { Drafted } from './sealNext.ts'

type QuestItem = { quest: number; applied: boolean; reason?: string }

/** What other rooms learn of a sealed batch. */
export function sealedBatch(built: BuiltBatch, { pick, groups, draft }: Drafted): SealedBatch & { questItems: QuestItem[] } {
  const questItems = draft.inbox.flatMap(({ words }, position): QuestItem[] => {
    const outcome = built.positions.inbox[position]
    if (!outcome || kindOf(words) !== protocol.kinds.openQuest) return []
    return [{ quest: questOf(words), applied: outcome.applied, ...(outcome.reason === undefined ? {} : { reason: outcome.reason }) }]
  })
  return {
    number: built.number,
    accounts: pick.opens.map(({ wallet, accountId }, position) => ({
      wallet,
      index: built.positions.opens[position] ?? -1,
      ...(accountId === undefined ? {} : { accountId }),
    })),
    mints: built.positions.credentials.map(({ group, member, account, index, serial }) => ({
      credentialId: groups[group]?.mints[member]?.payload.credentialId ?? '',
      accountId: groups[group]?.mints[member]?.payload.accountId ?? '',
      account,
      index,
      serial,
      issuedAt: built.timestamp,
      evidenceRoot: toHex32(draft.groups[group]?.evidenceRoot ?? 0n),
      position: member,
    })),
    questsOpened: questItems.filter(({ applied }) => applied).map(({ quest }) => quest),
    questItems,
  }
}

/** First payload fields of an inbox item (rollup README, Batch). */
const kindOf = (words: readonly bigint[]) => Number((words[0] ?? 0n) & 0xffn)
const questOf = (words: readonly bigint[]) => Number((words[1] ?? 0n) & ((1n << BigInt(protocol.bits.quest)) - 1n))
