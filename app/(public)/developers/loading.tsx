import { Skeleton } from '#app/_ui/base/Skeleton.tsx'

/** The shape of the page: head, contents beside, parts below each other. */
export default function Loading() {
  return (
    <div className="page pt-10 sm:pt-14">
      <Skeleton className="h-11 w-72 max-w-full" />
      <Skeleton className="mt-4 h-6 w-xl max-w-full" />
      <div className="mt-10 grid gap-14 lg:grid-cols-[15rem_minmax(0,1fr)]">
        <Skeleton className="h-9 lg:h-[36rem]" />
        <div className="grid gap-8">
          {[0, 1, 2, 3].map((row) => (
            <Skeleton key={row} className="h-40 rounded-card" />
          ))}
        </div>
      </div>
    </div>
  )
}
