'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type QuestTx, sendQuestTxs } from '#app/_client/money/questTxs.ts'
import { isCalm, moneyError } from '#app/_client/money/saySlotError.ts'
import { SlotRefusal } from '#app/_client/money/slotRpc.ts'
import { codeOf, fieldOf, sayError } from '#app/_client/sayError.ts'
import { isBusy, isRefusal } from '#app/_client/wallets/refusal.ts'
import { useMoney } from '#app/_ui/money/moneyContext.ts'
import type { Hex } from '#server/shared/bytes.ts'

export type SignedProblem = { words: string; calm: boolean; code: string | null; field: string | null }

/** Signs txs for quests with the unlocked key and hands them over; keeps what went wrong, in words. */
export function useSigned() {
  const t = useTranslations('money.error')
  const tError = useTranslations('errors')
  const { view, spendKey } = useMoney()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<SignedProblem | null>(null)

  const sayProblem = (error: unknown): SignedProblem => {
    if (error instanceof SlotRefusal || isRefusal(error) || isBusy(error)) {
      const name = moneyError(error)
      return { words: t(name), calm: isCalm(name), code: null, field: null }
    }
    return { words: sayError(error, tError), calm: false, code: codeOf(error), field: fieldOf(error) }
  }
  /** `read`: the txs, asked for when the button was pressed. True when all of it was taken. */
  const sign = async (read: () => Promise<readonly QuestTx[]>, send: (signed: Hex[][]) => Promise<unknown>): Promise<boolean> => {
    const { account, slot } = view
    if (spendKey === null || account.index === null) return false
    setBusy(true)
    setProblem(null)
    try {
      const { chainId, rollup } = slot
      await sendQuestTxs(await read(), { chainId, rollup, account: account.index, secret: spendKey.secret }, send)
      return true
    } catch (error) {
      setProblem(sayProblem(error))
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, problem, sign }
}
