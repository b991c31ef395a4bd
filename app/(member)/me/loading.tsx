import { Skeleton } from '#app/_ui/base/Skeleton.tsx'

/** The shape of the page: head with its buttons, wallets, handle, sessions. */
export default function Loading() {
  return (
    <div className="page pt-10 sm:pt-14">
      <div className="flex flex-wrap items-end justify-between gap-5">
        <div>
          <Skeleton className="h-11 w-64" />
          <Skeleton className="mt-4 h-6 w-72 max-w-full" />
        </div>
        <Skeleton className="h-10 w-72 max-w-full" />
      </div>
      <div className="mt-8 grid gap-12">
        {[0, 1, 2].map((row) => (
          <div key={row} className="max-w-2xl">
            <Skeleton className="h-6 w-32" />
            <Skeleton className="mt-3 h-4 w-60" />
            <Skeleton className="mt-4 h-16 rounded-card" />
          </div>
        ))}
      </div>
    </div>
  )
}
