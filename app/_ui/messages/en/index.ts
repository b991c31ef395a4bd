import audit from './audit.json'
import charts from './charts.json'
import collection from './collection.json'
import contract from './contract.json'
import cover from './cover.json'
import credential from './credential.json'
import drafts from './drafts.json'
import draw from './draw.json'
import editor from './editor.json'
import errors from './errors.json'
import explorer from './explorer.json'
import funds from './funds.json'
import home from './home.json'
import inbox from './inbox.json'
import insights from './insights.json'
import keys from './keys.json'
import list from './list.json'
import me from './me.json'
import money from './money.json'
import news from './news.json'
import person from './person.json'
import platform from './platform.json'
import quest from './quest.json'
import quests from './quests.json'
import reference from './reference.json'
import report from './report.json'
import reputation from './reputation.json'
import revocation from './revocation.json'
import rule from './rule.json'
import search from './search.json'
import season from './season.json'
import settings from './settings.json'
import share from './share.json'
import signer from './signer.json'
import site from './site.json'
import slot from './slot.json'
import space from './space.json'
import state from './state.json'
import studio from './studio.json'
import team from './team.json'
import tx from './tx.json'
import verify from './verify.json'
import wallet from './wallet.json'
import wallets from './wallets.json'
import webhook from './webhook.json'
import workbench from './workbench.json'

export const messages = {
  audit,
  charts,
  collection,
  contract,
  cover,
  credential,
  drafts,
  draw,
  editor,
  errors,
  explorer,
  funds,
  home,
  inbox,
  list,
  insights,
  keys,
  me,
  money,
  news,
  person,
  platform,
  quest,
  quests,
  report,
  reference,
  reputation,
  revocation,
  rule,
  search,
  season,
  settings,
  share,
  signer,
  site,
  slot,
  space,
  state,
  studio,
  team,
  tx,
  verify,
  wallet,
  wallets,
  webhook,
  workbench,
}
