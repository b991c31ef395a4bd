'use client'

import { useTranslations } from 'next-intl'
import { Bilingual } from '../fields/Bilingual.tsx'
import { MarkdownField } from '../fields/MarkdownField.tsx'
import { Section } from '../fields/Section.tsx'
import { CoverPart } from './CoverPart.tsx'

const paths = ['definition.title', 'definition.summary', 'definition.description', 'definition.cover'] as const

/** What people read of the quest, in both languages of the site. */
export function Words() {
  const t = useTranslations('editor.words')
  return (
    <Section title={t('title')} lead={t('lead')} paths={paths}>
      <div className="grid gap-6">
        <Bilingual path="definition.title" label={t('name')} hint={t('nameHint')} />
        <Bilingual path="definition.summary" label={t('summary')} hint={t('summaryHint')} rows={3} />
        <MarkdownField path="definition.description" label={t('description')} rows={9} />
        <CoverPart />
      </div>
    </Section>
  )
}
