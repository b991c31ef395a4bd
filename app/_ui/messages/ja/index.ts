import charts from './charts.json'
import collection from './collection.json'
import cover from './cover.json'
import credential from './credential.json'
import draw from './draw.json'
import errors from './errors.json'
import explorer from './explorer.json'
import home from './home.json'
import inbox from './inbox.json'
import me from './me.json'
import money from './money.json'
import news from './news.json'
import person from './person.json'
import quest from './quest.json'
import quests from './quests.json'
import reputation from './reputation.json'
import rule from './rule.json'
import search from './search.json'
import season from './season.json'
import share from './share.json'
import signer from './signer.json'
import site from './site.json'
import slot from './slot.json'
import space from './space.json'
import state from './state.json'
import studio from './studio.json'
import tx from './tx.json'
import verify from './verify.json'
import wallet from './wallet.json'
import wallets from './wallets.json'
import workbench from './workbench.json'

export const messages = {
  charts,
  collection,
  cover,
  credential,
  draw,
  errors,
  explorer,
  home,
  inbox,
  me,
  money,
  news,
  person,
  quest,
  quests,
  reputation,
  rule,
  search,
  season,
  share,
  signer,
  site,
  slot,
  space,
  state,
  studio,
  tx,
  verify,
  wallet,
  wallets,
  workbench,
}
