import type { QuestLeaf } from '#server/rollup/protocol/circuitInputs.ts'
import { newAccount, trees } from '#server/rollup/protocol/constants.gen.ts'
import { isToken } from './apply/vaults.ts'
import type { EntryTx } from './applyTx.ts'
import type { SlotState } from './slotState.ts'

type Vault = { account: number; token: number }

/** Parts of the state that an entry is about, by index: what its kind touches and what there is. The rest is left out. */
export type EntryParts = {
  account?: number
  other?: number
  native?: Vault
  own?: Vault
  others?: Vault
  quest?: number
  credential?: number
}

/** The README's table of what a kind's witness holds. Reads the credential and the quest, because they say which quest and token. */
export function entryParts(state: SlotState, tx: EntryTx): EntryParts {
  const { account, other, native, token, othersToken, quest, credential } = touchedBy(state, tx)
  const opening = tx.kind === 'deposit' && tx.account === newAccount
  const has = (index: number | undefined): index is number => index !== undefined && index < state.accountCount
  const own = opening ? freshAccount(state) : has(account) ? account : undefined
  return {
    ...(own === undefined ? {} : { account: own }),
    ...(has(other) ? { other } : {}),
    ...(own !== undefined && native ? { native: { account: own, token: 0 } } : {}),
    ...(own !== undefined && token !== undefined && isToken(token) ? { own: { account: own, token } } : {}),
    ...(has(other) && othersToken !== undefined && isToken(othersToken) ? { others: { account: other, token: othersToken } } : {}),
    ...(quest !== undefined && quest < trees.quests.capacity ? { quest } : {}),
    ...(credential === undefined ? {} : { credential }),
  }
}

type Touched = Omit<EntryParts, 'native' | 'own' | 'others'> & { native?: boolean; token?: number | undefined; othersToken?: number }

function touchedBy(state: SlotState, tx: EntryTx): Touched {
  switch (tx.kind) {
    case 'deposit':
    case 'forcedWithdraw':
      return { account: tx.account, token: tx.token }
    case 'setKey':
    case 'activateKey':
    case 'cancelKey':
      return { account: tx.account }
    case 'openQuest':
    case 'ledgerOpenQuest':
      return { account: tx.account, native: true, token: tx.rewardToken, quest: tx.quest }
    case 'transfer':
      return { account: tx.account, other: tx.to, native: true, token: tx.token, othersToken: tx.token }
    case 'withdraw':
      return { account: tx.account, native: true, token: tx.token }
    case 'fundQuest':
    case 'closeQuest':
      return { account: tx.account, native: true, token: rewardToken(state.quest(tx.quest)), quest: tx.quest }
    case 'setIssuer':
      return { account: tx.account, native: true, quest: tx.quest }
    case 'revoke':
      return awarded(state, tx.credential)
    case 'claimReward': {
      const about = awarded(state, tx.credential)
      const token = about.quest === undefined ? undefined : rewardToken(state.quest(about.quest))
      return { account: tx.account, native: true, token, ...about }
    }
    case 'linkWallet':
    case 'unlinkWallet':
      return { account: tx.account, native: true }
    case 'mergeInto':
      return { account: tx.account, other: tx.target, native: true, othersToken: 0 }
    default:
      return tx satisfies never
  }
}

const freshAccount = (state: SlotState): number | undefined =>
  state.accountCount < trees.accounts.capacity ? state.accountCount : undefined

const rewardToken = (quest: QuestLeaf | null): number | undefined => (quest === null ? undefined : Number(quest.rewardToken))

function awarded(state: SlotState, index: number): Pick<EntryParts, 'credential' | 'quest'> {
  const credential = index < state.credentialCount ? state.credential(index) : null
  return credential === null ? {} : { credential: index, quest: Number(credential.quest) }
}
