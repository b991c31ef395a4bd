import { useLocale, useTranslations } from 'next-intl'
import type { CredentialRecord } from '#app/_data/views.ts'
import { Hash } from '#app/_ui/base/Hash.tsx'
import { SaveEvidence } from '#app/_ui/credential/SaveEvidence.tsx'
import { Rows, Section } from '#app/_ui/explorer/Section.tsx'
import { say } from '#app/_ui/say.ts'

/** What the verdicts rest on: digests for everyone, the file for the holder. */
export function EvidenceDigests({ record, mine }: { record: Pick<CredentialRecord, 'evidence' | 'rules' | 'quest'>; mine: boolean }) {
  const t = useTranslations('credential.evidence')
  const locale = useLocale()
  const { digest, root, position } = record.evidence
  const hash = (value: string | null) => (value === null ? t('notYet') : <Hash value={value} head={10} tail={8} />)
  return (
    <Section id="evidence" title={t('title')} lead={t('lead')}>
      <Rows
        rows={[
          [t('digest'), hash(digest)],
          [t('root'), hash(root)],
          [t('position'), position === null ? t('notYet') : String(position)],
          ...record.rules.steps.map((step) =>
            step.digest === null ? null : ([t('step', { title: say(step.title, locale) }), hash(step.digest)] as const),
          ),
        ]}
      />
      {mine && (
        <div className="mt-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-line pt-4">
          <p className="max-w-md text-[0.9375rem] text-muted">{t('yours')}</p>
          <SaveEvidence slug={record.quest.slug} />
        </div>
      )}
    </Section>
  )
}
