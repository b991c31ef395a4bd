import { router } from '#server/api/trpc.ts'
import { depositTerms } from './depositTerms.ts'
import { keyChallenge } from './keyChallenge.ts'
import { noteSend } from './noteSend.ts'
import { openAccount } from './openAccount.ts'
import { overview } from './overview.ts'
import { recipient } from './recipient.ts'
import { relayKey } from './relayKey.ts'

export const moneyRouter = router({ overview, openAccount, keyChallenge, relayKey, depositTerms, noteSend, recipient })
