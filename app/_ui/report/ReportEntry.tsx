import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import { ConnectButton } from '../wallet/ConnectButton.tsx'
import { ReportButton, type ReportedSubject } from './ReportButton.tsx'

/** The way to say something against a quest or space; signed in, so that nobody says it a hundred times. */
export async function ReportEntry({ subject, signedIn }: { subject: ReportedSubject; signedIn: boolean }) {
  const { report, errors, wallet } = await getMessages()
  if (!signedIn) return <ConnectButton look="plain" size="small" words={report.signIn} />
  return (
    <NextIntlClientProvider messages={{ report, errors, wallet }}>
      <ReportButton subject={subject} />
    </NextIntlClientProvider>
  )
}
