import { expect, test } from 'vitest'
import en from '#app/_ui/messages/en/tx.json' with { type: 'json' }
import ja from '#app/_ui/messages/ja/tx.json' with { type: 'json' }
import { inboxKinds } from '#server/rollup/protocol/tx/inboxTx.ts'
import { ledgerKinds } from '#server/rollup/protocol/tx/ledgerTx.ts'

const kinds = ['mint', 'openAccount', ...ledgerKinds, ...inboxKinds].sort()

test.each([
  ['en', en],
  ['ja', ja],
] as const)('every kind of tx has its name and its words (%s)', (_, texts) => {
  expect(Object.keys(texts.kind).sort()).toEqual(kinds)
  expect(Object.keys(texts.did).sort()).toEqual(kinds)
})
