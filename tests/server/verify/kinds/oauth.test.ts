import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kindOf } from '#server/verify/kinds/index.ts'
import { oauthServices } from '#server/verify/kinds/oauthFacts.ts'
import { type Case, expectEveryByteCounts, expectNeverWrong, expectVerdict, judgeForeign, refusedAt } from './properties.ts'

const at = '2027-01-15T08:00:00Z'
const said = (value: string) => ({ records: [{ account: 'octocat', value, at }] })
const oauth = (params: object) => ({ kind: 'oauth', params })
const age = oauth({ provider: 'github', fact: 'accountAge', least: 365 })
const star = oauth({ provider: 'github', fact: 'starred', args: { repo: 'cairn/cairn' } })
const pulls = oauth({ provider: 'github', fact: 'mergedPulls', args: { repo: 'cairn/cairn' }, least: 3 })
const role = oauth({ provider: 'discord', fact: 'guildRole', args: { guild: '112233445566778899', role: '998877665544332211' } })
const follows = oauth({ provider: 'x', fact: 'follows', args: { user: 'cairn' } })

const cases: Case[] = [
  ['old enough to the day', age, said('2026-01-15T08:00:00Z'), 'pass', 'octocat: 365 days old, 365 needed'],
  ['a second too young', age, said('2026-01-15T08:00:01Z'), 'fail', 'octocat: 364 days old, 365 needed'],
  ['no date', age, said('long ago'), 'error'],
  ['starred', star, said('true'), 'pass'],
  ['not starred', star, said('false'), 'fail', 'octocat: not yet'],
  ['another word', star, said('yes'), 'fail'],
  ['enough pull requests', pulls, said('3'), 'pass', 'octocat: 3, 3 needed'],
  ['one short', pulls, said('2'), 'fail', 'octocat: 2, 3 needed'],
  ['a role', role, said('true'), 'pass'],
  ['a follower', follows, said('true'), 'pass'],
  ['not connected', follows, { problem: { reason: 'unlinked', retryable: false, detail: 'X' } }, 'fail'],
  ['no answer', follows, { problem: { reason: 'unreachable', retryable: true, detail: '' } }, 'error'],
  ['nothing said', follows, {}, 'fail'],
]

describe('oauth', () => {
  it.each(cases)('%s', (_name, leaf, given, status, seen) => expectVerdict(leaf, given, status, seen))

  it('never passes on arbitrary words', () => {
    const value = fc.string().filter((text) => text !== 'true' && !/^\d+$/.test(text) && Number.isNaN(Date.parse(text)))
    for (const leaf of [age, star, pulls, role]) expectNeverWrong(leaf, fc.record({ account: fc.string(), value, at: fc.string() }))
  })

  it('binds every byte', () => expectEveryByteCounts(star, said('true')))

  it('takes no answer about another thing', () => {
    expect(judgeForeign(star, said('true'), (query) => ({ ...query, args: { repo: 'other/repo' } }) as typeof query)).toBe('error')
    expect(judgeForeign(star, said('true'), (query) => ({ ...query, fact: 'follows' }) as typeof query)).toBe('error')
  })

  it.each([
    [oauth({ provider: 'gitlab', fact: 'starred' }), 'params.provider'],
    [oauth({ provider: 'github', fact: 'isRich' }), 'params.fact'],
    [oauth({ provider: 'github', fact: 'constructor' }), 'params.fact'],
    [oauth({ provider: 'github', fact: 'starred' }), 'params.args.repo'],
    [oauth({ provider: 'github', fact: 'starred', args: { repo: '../../user' } }), 'params.args.repo'],
    [oauth({ provider: 'github', fact: 'starred', args: { repo: 'a/b?x=1' } }), 'params.args.repo'],
    [oauth({ provider: 'github', fact: 'accountAge', args: { user: 'x' }, least: 1 }), 'params.args.user'],
    [oauth({ provider: 'github', fact: 'accountAge' }), 'params.least'],
    [oauth({ provider: 'x', fact: 'follows', args: { user: 'cairn' }, least: 1 }), 'params.least'],
  ])('refuses %#', (leaf, field) => expect(refusedAt(leaf)).toBe(field))

  it('documents what is asked for every fact, and says it in both languages', () => {
    for (const { facts } of Object.values(oauthServices))
      for (const fact of Object.values(facts)) {
        expect(fact.request).toMatch(/^GET \/.* → /)
        const { en, ja } = (fact.wanted as (args: Record<string, string>) => { en: string; ja: string })({})
        expect(en).not.toBe('')
        expect(/[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u.test(ja)).toBe(true)
      }
    expect(
      kindOf('oauth')
        .lint({ provider: 'github', fact: 'follows', args: { user: 'a' } })
        .map(({ code }) => code),
    ).toEqual(['cheap-account'])
  })
})
