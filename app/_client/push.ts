import { api } from './api.ts'

/** `unsupported`: this browser, or this installation, has no web push. `denied`: the person said no to the browser. */
export type PushState = 'unsupported' | 'denied' | 'off' | 'on'

const supported = () => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window

/** Where this browser stands; asks the person nothing. */
export async function readPushState(key: string | null): Promise<PushState> {
  if (key === null || !supported()) return 'unsupported'
  if (Notification.permission === 'denied') return 'denied'
  const registration = await navigator.serviceWorker.getRegistration()
  return (await registration?.pushManager.getSubscription()) ? 'on' : 'off'
}

/** Asks the person, subscribes at the browser's push service and tells the server. Throws what the service throws. */
export async function turnPushOn(key: string, locale: 'en' | 'ja'): Promise<PushState> {
  const permission = await Notification.requestPermission()
  if (permission !== 'granted') return permission === 'denied' ? 'denied' : 'off'
  const registration = await navigator.serviceWorker.ready
  const subscription = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
  const { endpoint, keys } = subscription.toJSON()
  if (!endpoint || !keys?.p256dh || !keys.auth) throw new Error('the subscription has no keys')
  await api.news.subscribe.mutate({ endpoint, publicKey: keys.p256dh, secret: keys.auth, locale })
  return 'on'
}

export async function turnPushOff(): Promise<PushState> {
  const registration = await navigator.serviceWorker.getRegistration()
  const subscription = await registration?.pushManager.getSubscription()
  if (!subscription) return 'off'
  await subscription.unsubscribe()
  await api.news.unsubscribe.mutate({ endpoint: subscription.endpoint })
  return 'off'
}
