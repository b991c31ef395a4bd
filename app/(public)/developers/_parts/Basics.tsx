import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { Snippet } from './Snippet.tsx'

const install = (origin: string) => `import { all, createCairn } from '@cairn/sdk'

const cairn = createCairn({ origin: '${origin}' })

for await (const quest of all(cairn.listQuests, { state: 'open' })) console.log(quest.slug)`

/** What holds for every route, in the reader's language. */
export function Basics({ origin }: { origin: string }) {
  const t = useTranslations('reference.basics')
  const code = { code: (chunks: ReactNode) => <code className="font-mono text-[0.875em] text-ink">{chunks}</code> }
  const parts = [
    [
      'keys',
      t.rich('keys.text', {
        ...code,
        studio: (chunks) => (
          <SiteLink href="/studio" className="underline underline-offset-4">
            {chunks}
          </SiteLink>
        ),
      }),
    ],
    ['answers', t.rich('answers.text', code)],
    [
      'problems',
      t.rich('problems.text', {
        ...code,
        table: (chunks) => (
          <a href="#problems-table" className="underline underline-offset-4">
            {chunks}
          </a>
        ),
      }),
    ],
    ['limits', t.rich('limits.text', code)],
    ['sdk', t.rich('sdk.text', code)],
  ] as const
  return (
    <section aria-labelledby="basics" className="grid max-w-3xl gap-8">
      <h2 id="basics" className="text-section font-semibold">
        {t('title')}
      </h2>
      {parts.map(([id, words]) => (
        <div key={id} id={id}>
          <h3 className="text-lg font-semibold">{t(`${id}.title`)}</h3>
          <p className="mt-1.5 text-muted">{words}</p>
          {id === 'keys' && (
            <div className="mt-4">
              <Snippet title="curl" code={`curl ${origin}/v1/spaces/granite/quests \\\n  -H "authorization: Bearer $CAIRN_KEY"`} />
            </div>
          )}
          {id === 'sdk' && (
            <div className="mt-4">
              <Snippet title="TypeScript" code={install(origin)} />
            </div>
          )}
        </div>
      ))}
    </section>
  )
}
