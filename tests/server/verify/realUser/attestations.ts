import { shortHex } from '#server/verify/kinds/wording.ts'
import { early, failed, notYours } from './says.ts'
import type { Table } from './table.ts'

const fields = { fields: 'string trail, uint8 stars', where: [{ arg: 'stars', op: 'gte', value: '4' }] }
const few = (did: string) => `${did} an attestation, but stars was 3; needed: stars ≥ 4`

export const attestations: Table = {
  'receive an attestation (EAS)': ({ chain, eas, friend }) => ({
    rule: {
      kind: 'attestation',
      params: { type: 'eas', contract: eas.address, schema: eas.schema, member: 'recipient', attesters: [eas.notary.address], ...fields },
    },
    right: (me) => eas.attest(me.address),
    nearMisses: [
      { what: 'too few stars', does: (me) => eas.attest(me.address, { stars: 3 }), says: few('received') },
      {
        what: 'by somebody else',
        does: (me) => eas.attest(me.address, { by: friend }),
        says: `received an attestation, but from ${shortHex(friend.address)}`,
      },
      { what: 'by oneself', does: (me) => eas.attest(me.address, { by: me }), says: 'received an attestation, but from yourself' },
      {
        what: 'revoked',
        does: async (me) => eas.revoke(eas.notary, await eas.uidOf(eas.attest(me.address))),
        says: 'this attestation was revoked',
      },
      {
        what: 'expired',
        does: async (me) => {
          const { timestamp } = await chain.control.getBlock()
          const done = await eas.attest(me.address, { expires: timestamp + 1000n })
          await chain.control.increaseTime({ seconds: 2000 })
          return done
        },
        says: 'this attestation has expired',
      },
      {
        what: 'with other data',
        does: (me) => eas.attest(me.address, { data: '0x1234' }),
        says: 'the data of this attestation do not fit the schema',
      },
    ],
  }),

  'make an attestation (EAS)': ({ eas, friend }) => ({
    rule: {
      kind: 'attestation',
      params: { type: 'eas', contract: eas.address, schema: eas.schema, member: 'attester', ...fields },
    },
    right: (me) => eas.attest(friend.address, { by: me }),
    nearMisses: [
      { what: 'too few stars', does: (me) => eas.attest(friend.address, { by: me, stars: 3 }), says: few('made') },
      {
        what: 'taken back',
        does: async (me) => eas.revoke(me, await eas.uidOf(eas.attest(friend.address, { by: me }))),
        says: 'this attestation was revoked',
      },
      { what: 'received instead', does: (me) => eas.attest(me.address), pasted: true, says: notYours },
      { what: 'reverted', does: (me) => eas.attest(friend.address, { by: me, expires: 1n }), pasted: true, says: failed },
      { what: 'before the quest', does: (me) => eas.attest(friend.address, { by: me }), ...early },
    ],
  }),
}
