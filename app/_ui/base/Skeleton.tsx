/** A still shape of what is coming; it breathes unless motion is reduced. */
export function Skeleton({ className = '' }: { className?: string }) {
  return <div className={`animate-breathe rounded-md bg-line/70 ${className}`} data-skeleton="" aria-hidden="true" />
}

export function SkeletonStone({ className = '' }: { className?: string }) {
  return (
    <svg viewBox="-92 -106 184 212" className={`animate-breathe text-line ${className}`} fill="currentColor" aria-hidden="true">
      <path d="M0 -100L86.6 -50V50L0 100L-86.6 50V-50Z" />
    </svg>
  )
}
