/** Which network addresses other programs may be reached at: public ones, and only those. */
import { BlockList, isIP, isIPv4 } from 'node:net';

// One list each: a list that holds both would look at version 4 addresses as the version 6 ones that carry them.
const inside4 = new BlockList();
const inside6 = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  inside4.addSubnet(net, bits, 'ipv4');
// Only what is handed out as public (2000::/3) is outside; of that, what carries another address or documents is not.
for (const [net, bits] of [
  ['::', 3],
  ['4000::', 2],
  ['8000::', 1],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  inside6.addSubnet(net, bits, 'ipv6');

/** A numeric address, version 4 or 6; a version 4 one written as version 6 is looked at as what it is. */
export function isPublicAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const plain = mapped ?? address;
  if (isIP(plain) === 0) return false;
  return isIPv4(plain) ? !inside4.check(plain, 'ipv4') : !inside6.check(plain, 'ipv6');
}

/** Whether the host of an address may be tried at all: a number must be public, a name must not be one that means oneself. */
export function isPublicHost(hostname: string): boolean {
  const host = hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();
  if (isIP(host) !== 0) return isPublicAddress(host);
  return host.includes('.') && !/(^|\.)(localhost|local|internal|intranet|lan|home\.arpa)$/.test(host);
}
