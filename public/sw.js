// Shows a notice of our own while the network is away. It keeps no page: what was on a page an hour ago may not be true any more.
const kept = 'cairn-offline-1'
const notice = '/offline'

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(kept)
      .then((cache) => cache.add(new Request(notice, { cache: 'reload' })))
      .then(() => self.skipWaiting()),
  )
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== kept).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  )
})

self.addEventListener('fetch', (event) => {
  if (event.request.mode !== 'navigate') return
  event.respondWith(
    fetch(event.request).catch(async (error) => {
      const page = await caches.match(notice, { ignoreVary: true })
      if (page) return page
      throw error
    }),
  )
})

// A pushed notice (server/news/push/pushMessage.ts).
self.addEventListener('push', (event) => {
  if (!event.data) return
  const { title, body, url, tag } = event.data.json()
  event.waitUntil(self.registration.showNotification(title, { body, tag, data: { url }, icon: '/icons/192.png', badge: '/icons/192.png' }))
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  // Only ever a path of this site, whatever the message said.
  const target = new URL(event.notification.data?.url ?? '/', self.location.origin)
  if (target.origin === self.location.origin) event.waitUntil(show(target.href))
})

async function show(address) {
  const [open] = await self.clients.matchAll({ type: 'window' })
  if (!open) return self.clients.openWindow(address)
  await open.focus()
  return open.navigate(address)
}
