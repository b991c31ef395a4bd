import { Icon } from '#app/_ui/base/Icon.tsx'

/** What went differently. A refusal is calm: the person knows what they did. */
export function Notice({ tone, children }: { tone: 'calm' | 'bad'; children: string }) {
  return (
    <p
      role={tone === 'bad' ? 'alert' : 'status'}
      className={`flex gap-2.5 rounded-xl px-4 py-3 text-[0.9375rem] ${tone === 'bad' ? 'bg-bad-soft text-bad' : 'bg-sunken text-muted'}`}
    >
      {tone === 'bad' && <Icon name="warning" className="mt-0.5 size-4" />}
      <span>{children}</span>
    </p>
  )
}
