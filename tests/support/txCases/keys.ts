import { keyDelaySeconds } from '#server/rollup/protocol/constants.gen.ts'
import type { ActivateKeyTx } from '#server/rollup/protocol/tx/activateKey.ts'
import type { CancelKeyTx } from '#server/rollup/protocol/tx/cancelKey.ts'
import type { SetKeyTx } from '#server/rollup/protocol/tx/setKey.ts'
import type { InboxTx } from '#server/rollup/protocol/words.ts'
import { memberKey } from '../slotFixture.ts'
import { accepted, leafWith, noOp, replacement, SOLANA, type StateCase, T, type TxCase, town, townWith } from './case.ts'

type Fields = Readonly<Record<string, bigint>>
const key = memberKey(50)
const given = { keyX: key.x, keyY: key.y }
const later = { pendingKeyX: key.x, pendingKeyY: key.y, pendingAt: BigInt(T + keyDelaySeconds) }
const cleared = { pendingKeyX: 0n, pendingKeyY: 0n, pendingAt: 0n }
const activated = { ...cleared, keyX: replacement.x, keyY: replacement.y }

const set = (fields: Partial<SetKeyTx> = {}): SetKeyTx => ({
  ...{ kind: 'setKey', account: 9, authoriser: 0x1009n, keyX: key.x, keyY: key.y, identity: 0x1dn, second: 0n },
  ...fields,
})
/** By account 0, which has a key. */
const reset = (fields: Partial<SetKeyTx> = {}): SetKeyTx => set({ account: 0, authoriser: 0x1000n, identity: 0n, ...fields })
/** By account 11, which has links. */
const resetLinked = (fields: Partial<SetKeyTx> = {}): SetKeyTx => reset({ account: 11, authoriser: 0x100bn, ...fields })
const activate = (fields: Partial<ActivateKeyTx> = {}): ActivateKeyTx => ({
  ...{ kind: 'activateKey', account: 10, authoriser: 0xabcn },
  ...fields,
})
const cancel = (fields: Partial<CancelKeyTx> = {}): CancelKeyTx => ({
  ...{ kind: 'cancelKey', account: 10, authoriser: 0x100an, byLinked: false },
  ...fields,
})

const does = ([name, why, tx, fields, before = town]: readonly [string, string, InboxTx, Fields, StateCase?]): TxCase => ({
  name,
  why,
  before,
  batch: { inbox: [tx] },
  expect: accepted(before, { accounts: { [tx.account]: { ...before.accounts[tx.account], ...fields } } }),
})
const doesNot = ([what, why, tx, reason, before = town]: readonly [string, string, InboxTx, string, StateCase?]): TxCase => ({
  name: `refuses ${what}`,
  why,
  before,
  batch: { inbox: [tx] },
  expect: noOp(before, reason),
})

/** Account 10 waits for another key; these make the time come, and give it links. */
const pendingAt = (at: number): StateCase => townWith(leafWith('accounts', 10, { pendingAt: BigInt(at) }))
const linked: StateCase = townWith({ links: { 10: [0n, 0x2001n, 0n, 0n, 0n, 0n, 0n, 0n, SOLANA] } })

export const setKeyCases: TxCase[] = [
  ...(
    [
      ['sets the first key and the identity', 'at once', set(), { ...given, identity: 0x1dn }],
      [
        'lets a Solana wallet set the first key',
        'w9 = solanaDigest + 2^248',
        set({ account: 1, authoriser: (1n << 248n) + 0x77n }),
        { ...given, identity: 0x1dn },
        townWith({ accounts: { 1: { solanaDigest: 0x77n } } }),
      ],
      ['does not ask who else signed for a first key', 'w4 says nothing', set({ second: 0x5555n }), { ...given, identity: 0x1dn }],
      ['asks for another key', 'pendingAt = t + 3 days; the identity stays', reset(), later],
      ['replaces the key at once with a linked wallet’s signature', 'w4 is at place 0', resetLinked({ second: 0x2001n }), given],
      ['replaces the key at once with a linked Solana wallet’s signature', 'w4 is at place 8', resetLinked({ second: SOLANA }), given],
      ['asks for another key though wallets are linked', 'w4 is 0', resetLinked(), later],
    ] as const
  ).map(does),
  ...(
    [
      ['an account that is not there', 'index = accountCount', set({ account: 13 }), 'setKey.unknown-account'],
      ['an account beyond the tree', 'index >= 3^16', set({ account: 2 ** 26 - 1 }), 'setKey.unknown-account'],
      ['a skipped account', 'its leaf is 0', set({ account: 4, authoriser: 0n }), 'setKey.unknown-account'],
      ['another wallet', 'wallet differs', set({ authoriser: 0x1000n }), 'setKey.not-wallet'],
      ['a linked wallet', 'only the primary one may', resetLinked({ authoriser: 0x2001n }), 'setKey.not-wallet'],
      ['a key that is not on the curve', 'y is off by one', set({ keyY: key.y + 1n }), 'setKey.bad-key'],
      ['the key zero', '(0, 0) is not on the curve', set({ keyX: 0n, keyY: 0n }), 'setKey.bad-key'],
      ['a first key without identity', 'identity 0', set({ identity: 0n }), 'setKey.no-identity'],
      ['another identity', 'w3 is not 0', reset({ identity: 5n }), 'setKey.identity-set'],
      ['a second replacement', 'pendingAt is not 0', reset({ account: 10, authoriser: 0x100an }), 'setKey.pending-key'],
      [
        'a replacement at once while one is under way',
        'pendingAt is not 0',
        reset({ account: 10, authoriser: 0x100an, second: 0x2001n }),
        'setKey.pending-key',
        linked,
      ],
      ['a wallet that is not linked', 'w4 is in no place', resetLinked({ second: 0x2002n }), 'setKey.not-linked'],
      ['a second wallet when none is linked', 'linksDigest is 0', reset({ second: 0x2001n }), 'setKey.not-linked'],
    ] as const
  ).map(doesNot),
]

export const activateKeyCases: TxCase[] = [
  ...(
    [
      ['activates the key in its second', 'pendingAt = t', activate(), activated, pendingAt(T)],
      ['activates the key later, for whoever asks', 'w9 says nothing', activate({ authoriser: 0n }), activated, pendingAt(T - 1000)],
    ] as const
  ).map(does),
  ...(
    [
      ['a key whose time has not come', 'pendingAt = t + 1', activate(), 'activateKey.too-early', pendingAt(T + 1)],
      ['an account without pending key', 'pendingAt 0', activate({ account: 0 }), 'activateKey.none-pending'],
      ['an account that is not there', 'index = accountCount', activate({ account: 13 }), 'activateKey.unknown-account'],
      ['an account beyond the tree', 'index >= 3^16', activate({ account: 3 ** 16 }), 'activateKey.unknown-account'],
      ['a skipped account', 'its leaf is 0', activate({ account: 4 }), 'activateKey.unknown-account'],
    ] as const
  ).map(doesNot),
]

export const cancelKeyCases: TxCase[] = [
  ...(
    [
      ['cancels for the primary wallet', 'w1 = 0', cancel(), cleared],
      ['cancels for a linked wallet', 'w1 = 1', cancel({ authoriser: 0x2001n, byLinked: true }), cleared, linked],
      ['cancels after the key could have been activated', 'nobody did', cancel(), cleared, pendingAt(T - 1000)],
    ] as const
  ).map(does),
  ...(
    [
      ['an account without pending key', 'pendingAt 0', cancel({ account: 0, authoriser: 0x1000n }), 'cancelKey.none-pending'],
      ['another wallet', 'not primary', cancel({ authoriser: 0x1000n }), 'cancelKey.not-wallet'],
      ['a linked wallet that says it is the primary one', 'w1 = 0', cancel({ authoriser: 0x2001n }), 'cancelKey.not-wallet', linked],
      ['the primary wallet that says it is a linked one', 'w1 = 1', cancel({ byLinked: true }), 'cancelKey.not-wallet', linked],
      ['a wallet that is not linked', 'w1 = 1', cancel({ authoriser: 0x2002n, byLinked: true }), 'cancelKey.not-wallet', linked],
      [
        'the word 0 as a linked wallet',
        'an empty place is nobody’s',
        cancel({ authoriser: 0n, byLinked: true }),
        'cancelKey.not-wallet',
        linked,
      ],
      ['an account that is not there', 'index = accountCount', cancel({ account: 13 }), 'cancelKey.unknown-account'],
      ['a skipped account', 'its leaf is 0', cancel({ account: 4, authoriser: 0n }), 'cancelKey.unknown-account'],
    ] as const
  ).map(doesNot),
]
