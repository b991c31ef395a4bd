import { claimRewardCases } from './txCases/claimReward.ts'
import { closeQuestCases } from './txCases/closeQuest.ts'
import { depositCases } from './txCases/deposit.ts'
import { forcedWithdrawCases } from './txCases/forcedWithdraw.ts'
import { fundQuestCases } from './txCases/fundQuest.ts'
import { activateKeyCases, cancelKeyCases, setKeyCases } from './txCases/keys.ts'
import { ledgerOpenQuestCases } from './txCases/ledgerOpenQuest.ts'
import { linkWalletCases } from './txCases/linkWallet.ts'
import { mergeIntoCases } from './txCases/mergeInto.ts'
import { mintCases } from './txCases/mint.ts'
import { openAccountCases } from './txCases/openAccount.ts'
import { openQuestCases } from './txCases/openQuest.ts'
import { revokeCases } from './txCases/revoke.ts'
import { setIssuerCases } from './txCases/setIssuer.ts'
import { transferCases } from './txCases/transfer.ts'
import { unlinkWalletCases } from './txCases/unlinkWallet.ts'
import { withdrawCases } from './txCases/withdraw.ts'

/** The hand-written cases of every tx. */
export const txCases = {
  openAccount: openAccountCases,
  mint: mintCases,
  deposit: depositCases,
  openQuest: openQuestCases,
  setKey: setKeyCases,
  activateKey: activateKeyCases,
  cancelKey: cancelKeyCases,
  forcedWithdraw: forcedWithdrawCases,
  transfer: transferCases,
  withdraw: withdrawCases,
  ledgerOpenQuest: ledgerOpenQuestCases,
  fundQuest: fundQuestCases,
  closeQuest: closeQuestCases,
  setIssuer: setIssuerCases,
  revoke: revokeCases,
  claimReward: claimRewardCases,
  linkWallet: linkWalletCases,
  unlinkWallet: unlinkWalletCases,
  mergeInto: mergeIntoCases,
}
