import { Skeleton } from '#app/_ui/base/Skeleton.tsx'

/** The shape of a heading with cards below it. */
export function CardsLoading() {
  return (
    <>
      <Skeleton className="h-7 w-48" />
      <Skeleton className="mt-2 mb-5 h-6 w-full max-w-xl" />
      <div className="grid gap-4">
        <Skeleton className="h-48 rounded-card" />
        <Skeleton className="h-48 rounded-card" />
      </div>
    </>
  )
}
