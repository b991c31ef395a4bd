import { useTranslations } from 'next-intl'

/** In the place of a chart that would say nothing: how many values there are so far. */
export function TooFew({ title, children }: { title: string; children: string }) {
  return (
    <div className="slab grid min-w-0 content-start gap-1 border-dashed p-5 sm:p-6">
      <h3 className="font-semibold">{title}</h3>
      <p className="text-[0.9375rem] text-muted">{children}</p>
    </div>
  )
}

/** The same for charts of batches, which need two. */
export function TooFewBatches({ title, count }: { title: string; count: number }) {
  const t = useTranslations('charts')
  return <TooFew title={title}>{t('few', { count })}</TooFew>
}
