/** The mark: three stones, the top one lit. */
export function Mark({ className = 'h-7' }: { className?: string }) {
  return (
    <svg viewBox="0 0 64 64" className={className} aria-hidden="true">
      <path d="M32 6l11 6.4v11L32 30l-11-6.6v-11z" className="fill-accent" />
      <path d="M32 17.6l11-5.2v11L32 30z" fill="#000" opacity={0.22} />
      <path d="M19 28l12 7v14l-12 7-12-7V35z" className="fill-ink" />
      <path d="M19 42l12-7v14l-12 7z" className="fill-paper" opacity={0.28} />
      <path d="M45 28l12 7v14l-12 7-12-7V35z" className="fill-ink" />
      <path d="M45 42l12-7v14l-12 7z" className="fill-paper" opacity={0.28} />
    </svg>
  )
}
