import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kindOf } from '#server/verify/kinds/index.ts'
import { type Case, expectEveryByteCounts, expectNeverWrong, expectVerdict, refusedAt } from './properties.ts'

const visit = (more: object = {}) => ({ kind: 'visit', params: { url: 'https://docs.example.org/start', ...more } })
const opened = (answers: Record<string, string>) => ({ records: [{ answers, submittedAt: '2027-01-15T08:00:00Z', attempt: 1 }] })
const at = '2027-01-15T08:00:00Z'

const cases: Case[] = [
  ['opened', visit(), opened({ opened: at }), 'pass', 'the link was opened'],
  [
    'opened and back in time',
    visit({ dwellSeconds: 30 }),
    opened({ opened: at, seconds: '30' }),
    'pass',
    'came back after 30 seconds, 30 needed',
  ],
  ['not opened', visit(), {}, 'fail'],
  ['nothing said', visit(), opened({}), 'fail'],
  [
    'back a second early',
    visit({ dwellSeconds: 30 }),
    opened({ opened: at, seconds: '29' }),
    'fail',
    'came back after 29 seconds, 30 needed',
  ],
  ['opened, not yet back', visit({ dwellSeconds: 30 }), opened({ opened: at }), 'pending', 'the link was opened'],
  ['a time that is no number', visit({ dwellSeconds: 30 }), opened({ opened: at, seconds: '1e9' }), 'pending'],
  ['a time without an opening', visit({ dwellSeconds: 30 }), opened({ seconds: '99' }), 'fail'],
]

describe('visit', () => {
  it.each(cases)('%s', (_name, leaf, given, status, seen) => expectVerdict(leaf, given, status, seen))

  it('never passes without an opening', () => {
    const answers = fc.dictionary(
      fc.string().filter((word) => word !== 'opened'),
      fc.string(),
    )
    expectNeverWrong(visit(), fc.record({ answers, submittedAt: fc.string(), attempt: fc.integer() }))
  })

  it('binds every byte', () => expectEveryByteCounts(visit({ dwellSeconds: 30 }), opened({ opened: at, seconds: '30' })))

  it.each(['http://example.org/', 'javascript:alert(1)', 'https://a:b@example.org/', '/inner', 'data:text/html,x'])('refuses %s', (url) =>
    expect(refusedAt(visit({ url }))).toBe('params.url'),
  )

  it('says that it proves little', () => {
    const warnings = kindOf('visit').lint({ url: 'https://docs.example.org/', dwellSeconds: 30 })
    expect(warnings.map(({ code }) => code)).toEqual(['proves-little', 'dwell-is-waiting'])
    expect(warnings[0]?.message.en).toContain('only that the link was opened')
  })
})
