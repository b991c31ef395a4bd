import { Skeleton } from '#app/_ui/base/Skeleton.tsx'

/** The shape below the tabs: what is counted, and two columns of figures. */
export default function Loading() {
  return (
    <>
      <Skeleton className="mb-8 h-40 rounded-card" />
      <div className="grid gap-6 lg:grid-cols-2">
        <Skeleton className="h-[38rem] rounded-card" />
        <div className="grid content-start gap-6">
          <Skeleton className="h-96 rounded-card" />
          <Skeleton className="h-72 rounded-card" />
        </div>
      </div>
    </>
  )
}
