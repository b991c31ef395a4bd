import { Skeleton, SkeletonStone } from '#app/_ui/base/Skeleton.tsx'

/** The shape of the page: name and numbers beside the pile, then its stones. */
export default function Loading() {
  return (
    <>
      <div className="border-b border-line bg-sunken">
        <div className="page grid items-end gap-x-12 gap-y-10 py-12 md:grid-cols-[minmax(0,1fr)_minmax(0,24rem)]">
          <div>
            <Skeleton className="h-11 w-56" />
            <Skeleton className="mt-3 h-5 w-44" />
            <div className="mt-8 flex gap-10">
              <Skeleton className="h-16 w-20" />
              <Skeleton className="h-16 w-20" />
            </div>
            <Skeleton className="mt-8 h-6 w-64 max-w-full" />
          </div>
          <div className="mx-auto grid w-full max-w-60 justify-items-center">
            <SkeletonStone className="h-24" />
            <div className="-mt-3 flex">
              <SkeletonStone className="h-24" />
              <SkeletonStone className="h-24" />
            </div>
          </div>
        </div>
      </div>
      <div className="page pt-12">
        <Skeleton className="mb-5 h-6 w-40" />
        <ul className="grid gap-3 md:grid-cols-2">
          {['a', 'b', 'c', 'd'].map((key) => (
            <li key={key} className="slab flex h-28 items-center gap-5 p-4">
              <SkeletonStone className="h-20" />
              <div className="grid flex-1 gap-2.5">
                <Skeleton className="h-5 w-2/3" />
                <Skeleton className="h-4 w-1/3" />
              </div>
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}
