import { notFound } from 'next/navigation'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { clientTexts } from '#app/_data/clientTexts.ts'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { chainNames } from '#app/_data/site.ts'
import { spaceContracts } from '#app/_data/studio/contracts.ts'
import { spaceOf } from '#app/_data/studio/space.ts'
import { Empty } from '#app/_ui/base/Empty.tsx'
import { PageHead } from '#app/_ui/PageHead.tsx'
import { ContractCard } from './_parts/ContractCard.tsx'
import { ImportContract } from './_parts/ImportContract.tsx'

type Props = { params: Promise<{ space: string }> }

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations('contract')
  return { ...(await pageMetadata(`/studio/${(await params).space}/contracts`, t('title'))), robots: { index: false } }
}

/** Contracts whose functions and events this space writes rules about, and the way to bring one in by its address. */
export default async function ContractsPage({ params }: Props) {
  const { space: slug } = await params
  const space = await spaceOf(slug)
  if (!space?.rights.includes('read')) notFound()
  const [t, messages, names, contracts] = await Promise.all([
    getTranslations('contract'),
    getMessages(),
    chainNames(),
    spaceContracts(slug),
  ])
  const chains = Object.entries(names).flatMap(([id, name]) => (id.startsWith('eip155:') ? [{ id, name }] : []))
  const mayChange = space.rights.includes('author')
  return (
    <NextIntlClientProvider messages={clientTexts(messages, ['contract'])}>
      <PageHead title={t('title')} lead={t('lead')} />
      <div className="page grid grid-cols-[minmax(0,1fr)] items-start gap-x-12 gap-y-12 lg:grid-cols-[minmax(0,1fr)_24rem]">
        {mayChange && <ImportContract space={slug} chains={chains} />}
        <section aria-labelledby="imported" className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4">
          <h2 id="imported" className="text-section font-semibold">
            {t('imported')}
          </h2>
          {contracts.length === 0 ? (
            <Empty title={t('noneTitle')}>{t(mayChange ? 'noneText' : 'noneForYou')}</Empty>
          ) : (
            contracts.map((contract) => (
              <ContractCard
                key={`${contract.chain} ${contract.address}`}
                space={slug}
                contract={contract}
                names={names}
                mayChange={mayChange}
                now={Date.now()}
              />
            ))
          )}
        </section>
      </div>
    </NextIntlClientProvider>
  )
}
