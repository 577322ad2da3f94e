/**
 * Suffixes under which anybody gets a site for nothing at once, beside those in the private part of the public suffix
 * list. Known from what these services say about themselves.
 */
export const freeHosts: ReadonlySet<string> = new Set([
  '000webhostapp.com',
  'altervista.org',
  'atwebpages.com',
  'byethost.com',
  'esy.es',
  'freehosting.com',
  'freewebhostingarea.com',
  'hol.es',
  'jimdo.com',
  'jimdosite.com',
  'tripod.com',
  'ucoz.net',
  'webcindario.com',
  'webs.com',
  'weebly.com',
  'wix.com',
  'wapka.mobi',
  'wixsite.com',
  'yolasite.com',
])
