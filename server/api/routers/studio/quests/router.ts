import { router } from '#server/api/trpc.ts'
import { approve } from './approve.ts'
import { archive } from './archive.ts'
import { clone } from './clone.ts'
import { diff } from './diff.ts'
import { end } from './end.ts'
import { get } from './get.ts'
import { launch } from './launch.ts'
import { list } from './list.ts'
import { make } from './make.ts'
import { pause } from './pause.ts'
import { preview } from './preview.ts'
import { resume } from './resume.ts'
import { save } from './save.ts'
import { runSaved, saveAddress, savedAddresses } from './savedAddresses.ts'
import { sendBack } from './sendBack.ts'
import { submit } from './submit.ts'
import { backtest, tryAll, tryStep } from './tryStep.ts'
import { versions } from './versions.ts'

export const studioQuestsRouter = router({
  list,
  get,
  preview,
  make,
  clone,
  save,
  submit,
  approve,
  sendBack,
  launch,
  pause,
  resume,
  end,
  archive,
  versions,
  diff,
  try: tryStep,
  tryAll,
  backtest,
  savedAddresses,
  saveAddress,
  runSaved,
})
