import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { describeContribution } from '#server/reputation/formula/describe.ts'
import { publishFormula } from '#server/reputation/formula/formula.ts'
import { scoreAt } from '#server/reputation/formula/score.ts'
import { formulaV1 } from '#server/reputation/formula/v1.ts'
import { sybilV1 } from '#server/reputation/sybil/policy.ts'
import { hasher } from '#server/rollup/protocol/poseidon2.ts'
import { credential } from '#tests/support/reputationCases.ts'

const page = readFileSync(new URL('../../../docs/reputation.md', import.meta.url), 'utf8')

/** The rows of the page's first table. */
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(1)
  .map((line) => {
    const [quest = '', project = '', category = '', points = '', weight = '', issued = '', text = ''] = line
      .split('|')
      .slice(1)
      .map((cell) => cell.trim())
    return { quest, project, category, points: BigInt(points), weight: Math.round(Number(weight) * 100), issued: Number(issued), text }
  })

it('computes the worked example of docs/reputation.md', () => {
  const weights = [...new Set(rows.map(({ weight }) => weight))]
  const table = weights.map((weight) => ({ issuer: BigInt(weight), weight }))
  const formula = publishFormula(hasher, formulaV1, table)
  const names = [...new Set(rows.map(({ project }) => project))]
  const credentials = rows.map(({ quest, project, category, points, weight, issued }, id) => {
    // "Weekly check, third" and the like are one recurring quest.
    const family = rows.findIndex((row) => row.quest.split(',')[0] === quest.split(',')[0])
    const place = { quest: id, family, project: BigInt(names.indexOf(project)), category: formulaV1.categories.indexOf(category) }
    return credential(id, issued, { ...place, points, issuer: BigInt(weight), revoked: quest.includes('revoked') })
  })
  expect(credentials).toHaveLength(8)
  const answer = scoreAt(formula, credentials, 120)
  const lines = new Map(answer.contributions.map((line) => [line.credentialId, describeContribution(formula, line).en]))
  expect(rows.map((_, id) => lines.get(id))).toEqual(rows.map(({ text }) => text))
  expect(page).toContain(`Score: **${answer.score}** from ${answer.count} credentials.`)
  expect(page).toContain(`without anything new: **${scoreAt(formula, credentials, 152).score}**`)
})

it('states the numbers of version 1', () => {
  const { caps, decay, weeks, weights } = formulaV1
  const stated = [caps.family, caps.project, caps.category].map((points) => `**${points.toLocaleString('en')}**`)
  for (const text of [
    ...stated,
    `**${decay.halfLife} weeks**`,
    `week ${weeks.count - 1}`,
    `${(weights.max / weights.scale).toFixed(1)} at most`,
  ])
    expect(page).toContain(text)
  expect(new Date(weeks.epoch * 1000).toUTCString()).toBe('Mon, 01 Jan 2024 00:00:00 GMT')
  expect(page).toContain(`depth ${weights.depth} (${3 ** weights.depth - 1} issuers)`)
  expect(page).toContain(`strengths sum to ${sybilV1.data.link}`)
  expect(page).toContain(`more than ${sybilV1.data.funding.degree} addresses`)
})
