import { getLocale, getTranslations } from 'next-intl/server'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { apiReference } from '#app/_data/reference.ts'
import { buttonClass } from '#app/_ui/base/Button.tsx'
import { PageHead } from '#app/_ui/PageHead.tsx'
import { Basics } from './_parts/Basics.tsx'
import { OperationArticle } from './_parts/OperationArticle.tsx'
import { Problems } from './_parts/Problems.tsx'
import { ReferenceNav } from './_parts/ReferenceNav.tsx'
import { Types } from './_parts/Types.tsx'
import { WebhookMessages } from './_parts/WebhookMessages.tsx'

export async function generateMetadata() {
  const t = await getTranslations('reference')
  return pageMetadata('/developers', t('title'), t('lead'))
}

/** The reference of the REST API: the same document that programs read, for people. */
export default async function DevelopersPage() {
  const [t, locale] = await Promise.all([getTranslations('reference'), getLocale()])
  const reference = apiReference()
  const { origin, groups, messages, types, problems } = reference
  const names = types.map(({ name }) => name)
  const sections = [
    {
      title: t('basics.title'),
      entries: (['keys', 'answers', 'problems', 'limits', 'sdk'] as const).map((id) => ({
        id,
        words: t(`basics.${id}.title`),
        method: null,
      })),
    },
    ...groups.map(({ tag, operations }) => ({
      title: t(`tag.${tag}`),
      entries: operations.map(({ id, summary, method, path, scope }) => ({
        id,
        words: summary,
        method,
        also: `${id} ${path} ${scope ?? ''}`,
      })),
    })),
    {
      title: t('messages.title'),
      entries: messages.map(({ type, summary }) => ({ id: `message-${type}`, words: type, method: null, also: summary })),
    },
    {
      title: t('more'),
      entries: [
        { id: 'types', words: t('types.title'), method: null, also: names.join(' ') },
        { id: 'problems-table', words: t('codes.title'), method: null, also: problems.map(({ code }) => code).join(' ') },
      ],
    },
  ]
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        aside={
          <a href={`${origin}/v1/openapi.json`} className={buttonClass('quiet')}>
            OpenAPI 3.1
          </a>
        }
      />
      <div className="page grid grid-cols-[minmax(0,1fr)] items-start gap-x-14 gap-y-10 lg:grid-cols-[15rem_minmax(0,1fr)]">
        <ReferenceNav sections={sections} texts={{ label: t('nav'), search: t('search'), none: t('none') }} foreign={locale !== 'en'} />
        <div className="grid min-w-0 gap-20">
          <Basics origin={origin} />
          {groups.map(({ tag, words, operations }) => (
            <section key={tag} aria-labelledby={`tag-${tag}`}>
              <h2 id={`tag-${tag}`} className="text-section font-semibold">
                {t(`tag.${tag}`)}
              </h2>
              <p lang="en" className="mt-1 text-muted">
                {words}
              </p>
              {operations.map((operation) => (
                <OperationArticle key={operation.id} operation={operation} names={names} />
              ))}
            </section>
          ))}
          <WebhookMessages messages={messages} names={names} />
          <Types types={types} names={names} />
          <Problems problems={problems} />
        </div>
      </div>
    </>
  )
}
