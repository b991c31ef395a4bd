import ipaddr from 'ipaddr.js'

const globalUnicast = ipaddr.IPv6.parse('2000::')

/**
 * Whether an IP address belongs to a machine of the internet at large. Private, local, shared (CGNAT), reserved, multicast and documentation ranges do
 * not, and no IPv6 address that carries an IPv4 one (mapped, NAT64, 6to4, Teredo): where it ends up is decided elsewhere. Of IPv6, only the space
 * that IANA gives out for global unicast counts.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = ipaddr.parse(text)
  if (address.range() !== 'unicast') return false
  return address instanceof ipaddr.IPv4 || address.match(globalUnicast, 3)
}
