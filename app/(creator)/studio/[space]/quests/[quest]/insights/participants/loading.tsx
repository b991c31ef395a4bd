import { Skeleton } from '#app/_ui/base/Skeleton.tsx'

/** The shape of a list of people below its filters. */
export default function Loading() {
  return (
    <>
      <Skeleton className="h-7 w-48" />
      <Skeleton className="mt-2 mb-5 h-6 w-full max-w-xl" />
      <Skeleton className="mb-6 h-40 rounded-card" />
      <Skeleton className="h-[36rem] rounded-card" />
    </>
  )
}
