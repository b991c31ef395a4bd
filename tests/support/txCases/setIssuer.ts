import type { SetIssuerTx } from '#server/rollup/protocol/tx/setIssuer.ts'
import { memberKey } from '../slotFixture.ts'
import { pays, quests, refuses, signed, type TxCase } from './case.ts'

const key = memberKey(50)
const replace = (fields: Partial<SetIssuerTx> = {}): SetIssuerTx => ({
  ...{ kind: 'setIssuer', account: 0, nonce: 3, fee: 0n, quest: 3, keyX: key.x, keyY: key.y },
  ...fields,
})

export const setIssuerCases: TxCase[] = [
  pays(
    { name: 'replaces the issuer’s key', why: 'nothing else of the quest changes', tx: signed(replace({ fee: 9n })), fee: 9n },
    { quests: { 3: { ...quests[3], issuerKeyX: key.x, issuerKeyY: key.y } }, vaults: { 0: 991n } },
  ),
  refuses({ name: 'a quest that nobody opened', why: 'quest absent', tx: signed(replace({ quest: 4 })) }, 'setIssuer.no-quest'),
  refuses({ name: 'a quest beyond the tree', why: 'quest >= 3^13', tx: signed(replace({ quest: 3 ** 13 })) }, 'setIssuer.no-quest'),
  refuses(
    { name: 'who is not the owner', why: 'the owner is account 0', tx: signed(replace({ account: 1, nonce: 0 })) },
    'setIssuer.not-owner',
  ),
  refuses(
    { name: 'a key that is not on the curve', why: 'y is off by one', tx: signed(replace({ keyY: key.y + 1n })) },
    'setIssuer.bad-key',
  ),
  refuses({ name: 'the key zero', why: '(0, 0) is not on the curve', tx: signed(replace({ keyX: 0n, keyY: 0n })) }, 'setIssuer.bad-key'),
  refuses(
    { name: 'another key than signed', why: 'w2, w3', tx: { ...signed(replace()), keyX: memberKey(51).x, keyY: memberKey(51).y } },
    'ledger.bad-signature',
  ),
]
