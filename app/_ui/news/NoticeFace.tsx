import type { NoticeView } from '#app/_data/views.ts'
import { Cube } from '#app/_ui/credential/Cube.tsx'
import { isCategory } from '#app/_ui/credential/mineral.ts'
import { FaceIcon } from '#app/_ui/search/HitFace.tsx'
import { noticeIcon } from './noticeWords.ts'

export function NoticeFace({ notice }: { notice: NoticeView }) {
  const { quest, kind } = notice
  if (!quest) return <FaceIcon name={noticeIcon(notice)} />
  const category = isCategory(quest.category) ? quest.category : 'infrastructure'
  return <Cube quest={quest.slug} category={category} holder="" solidity={kind === 'cube.final' ? 1 : 0.3} className="h-10 w-8 shrink-0" />
}
