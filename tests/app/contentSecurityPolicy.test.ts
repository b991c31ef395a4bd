import { expect, test } from 'vitest'
import { contentSecurityPolicy } from '#app/_data/contentSecurityPolicy.ts'

const directives = (development: boolean) =>
  new Map(
    contentSecurityPolicy({ nonce: 'abc', l2Origin: 'https://l2.example', development })
      .split('; ')
      .map((part) => [part.split(' ')[0] ?? '', part.split(' ').slice(1)]),
  )

test('scripts run by nonce only, nothing is framed, nothing else is reached than us and L2', () => {
  const policy = directives(false)
  expect(policy.get('script-src')).toEqual(["'self'", "'nonce-abc'", "'strict-dynamic'"])
  expect(policy.get('style-src')).toEqual(["'self'", "'nonce-abc'"])
  expect(policy.get('connect-src')).toEqual(["'self'", 'https://l2.example'])
  expect(policy.get('worker-src')).toEqual(["'self'"])
  for (const name of ['frame-ancestors', 'object-src', 'base-uri']) expect(policy.get(name)).toEqual(["'none'"])
})

test('what fast refresh needs is for the development server alone', () => {
  expect(directives(true).get('script-src')).toContain("'unsafe-eval'")
  expect(directives(false).get('script-src')).not.toContain("'unsafe-eval'")
})
