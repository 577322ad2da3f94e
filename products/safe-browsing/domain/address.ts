import { parse } from 'tldts'
import { decodeLabel } from './punycode.ts'

/** A web address, taken apart the way a browser does. */
export interface Address {
  /** As a browser writes it. */
  readonly href: string
  /** Host name in lower case; international names in their `xn--` form. */
  readonly host: string
  /** The host as it may be shown: international names in their own letters. */
  readonly shownHost: string
  /** The registrable domain, what somebody owns: `example.co.uk`. The host itself where there is none (a bare number). */
  readonly site: string
  /** The label that was chosen by its owner, in its own letters: `example` of `example.co.uk`. */
  readonly name: string
  /** The public suffix: `co.uk`, `github.io`. */
  readonly suffix: string
  /** Labels before the site, without a leading `www`. */
  readonly subdomains: readonly string[]
  /** Is the host a number? */
  readonly bare: boolean
  /** Can anybody get a site under this suffix from its operator (the private part of the public suffix list)? */
  readonly hosted: boolean
  /** Is there something before an `@` in front of the host? */
  readonly userinfo: boolean
  readonly port: string
  /** Path with its leading slash. */
  readonly path: string
  /** Query without its question mark. */
  readonly query: string
}

/** Longer texts than this are not taken for addresses. */
export const longest = 4_096

/**
 * Takes a web address apart; `http` is assumed where a scheme is missing. Undefined for what no browser would open as a
 * web page. Registrable domains come from the public suffix list.
 *
 * @example
 * ```ts
 * addressOf('login.example.co.uk/a')?.site // 'example.co.uk'
 * ```
 */
export function addressOf(text: string): Address | undefined {
  const url = urlOf(text.trim())
  if (url === undefined) return undefined
  const host = url.hostname.toLowerCase().replace(/\.$/, '')
  const { domain, publicSuffix, isPrivate, isIp, subdomain } = parse(host, { allowPrivateDomains: true })
  const site = domain ?? host
  const suffix = isIp === true ? '' : (publicSuffix ?? '')
  const labels = (subdomain ?? '').split('.').filter((label) => label !== '')
  return {
    href: url.href,
    host,
    shownHost: host.split('.').map(decodeLabel).join('.'),
    site,
    name: isIp === true ? '' : decodeLabel(site.slice(0, site.length - suffix.length).replace(/\.$/, '')),
    suffix,
    subdomains: (labels[0] === 'www' ? labels.slice(1) : labels).map(decodeLabel),
    bare: isIp === true,
    hosted: isPrivate === true,
    userinfo: url.username !== '' || url.password !== '',
    port: url.port,
    path: url.pathname,
    query: url.search.slice(1),
  }
}

/** The part of the shown host that is the site. */
export function shownSite({ site, shownHost }: Pick<Address, 'site' | 'shownHost'>): string {
  return shownHost.split('.').slice(-site.split('.').length).join('.')
}

/** Does an address end with its host? */
export function isFrontPage({ path, query }: Pick<Address, 'path' | 'query'>): boolean {
  return path === '/' && query === ''
}

function urlOf(text: string): URL | undefined {
  if (text === '' || text.length > longest) return undefined
  // `host:8080/path` has a port, not a scheme.
  const schemed = /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(text) ? text : `http://${text}`
  try {
    const url = new URL(schemed)
    return (url.protocol === 'http:' || url.protocol === 'https:') && isHost(url.hostname) ? url : undefined
  } catch {
    return undefined
  }
}

function isHost(host: string): boolean {
  return host.includes('.') || host.startsWith('[') || host === 'localhost'
}
