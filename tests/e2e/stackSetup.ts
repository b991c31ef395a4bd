import type { TestProject } from 'vitest/node'
import { startLocalOAuth } from '#tests/support/localOAuth.ts'
import { type StackPlace, startStack } from '#tests/support/stack.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The suite's stack. */
    stack: StackPlace
    /** The stand-in for GitHub that it connects accounts at. */
    oauthOrigin: string
  }
}

/** One stack for all browser tests, whose members can connect accounts at a local stand-in for GitHub. */
export default async function setup(project: TestProject) {
  const oauth = await startLocalOAuth()
  const stack = await startStack({
    ...{ CAIRN_GITHUB_ID: 'github', CAIRN_GITHUB_SECRET: 'github-secret' },
    ...{ CAIRN_GITHUB_WEB: `${oauth.origin}/github`, CAIRN_GITHUB_API: `${oauth.origin}/github` },
    CAIRN_LOCAL_ENDPOINTS: oauth.origin,
  })
  project.provide('stack', { home: stack.home, env: { ...stack.env } })
  project.provide('oauthOrigin', oauth.origin)
  return async () => {
    await stack.stop()
    await oauth.stop()
  }
}
