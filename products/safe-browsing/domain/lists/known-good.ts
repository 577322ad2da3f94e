import { brands } from './brands.ts'

/**
 * Registrable domains that are known to be what they seem: those of the imitated names, and public services that nearly
 * everybody uses. From general knowledge; each is named as the organisation's own on its Wikipedia page.
 */
export const knownGoodSites: ReadonlySet<string> = new Set([
  ...brands.flatMap(({ sites }) => sites),
  ...`wikipedia.org wikimedia.org wiktionary.org wikidata.org mozilla.org mozilla.com firefox.com archive.org
  w3.org ietf.org iana.org icann.org ieee.org acm.org arxiv.org nature.com python.org nodejs.org npmjs.com debian.org
  ubuntu.com kernel.org gnu.org apache.org rust-lang.org php.net stackoverflow.com stackexchange.com superuser.com
  youtube.com bing.com duckduckgo.com ecosia.org startpage.com proton.me reddit.com pinterest.com tumblr.com
  twitch.tv discord.com zoom.us slack.com notion.so atlassian.com gitlab.com bitbucket.org cloudflare.com
  bbc.co.uk bbc.com theguardian.com nytimes.com washingtonpost.com reuters.com apnews.com cnn.com npr.org
  lemonde.fr spiegel.de zeit.de tagesschau.de elpais.com corriere.it asahi.com globo.com
  europa.eu un.org who.int worldbank.org nasa.gov nih.gov cdc.gov usa.gov loc.gov canada.ca admin.ch bund.de
  mit.edu stanford.edu harvard.edu berkeley.edu cmu.edu ox.ac.uk cam.ac.uk ethz.ch tum.de
  imdb.com etsy.com walmart.com target.com ikea.com bestbuy.com homedepot.com otto.de zalando.de
  intel.com nvidia.com ibm.com oracle.com sap.com salesforce.com samsung.com sony.com dell.com hp.com lenovo.com
  openstreetmap.org weather.gov wolframalpha.com khanacademy.org coursera.org duolingo.com`
    .split(/\s+/)
    .filter((site) => site !== ''),
])

/** Hosts of known good sites on which strangers publish pages: being there says nothing. */
export const openHosts: ReadonlySet<string> = new Set([
  'docs.google.com',
  'drive.google.com',
  'sites.google.com',
  'forms.office.com',
  'sway.office.com',
  'web.archive.org',
  'groups.google.com',
])

/** Whole sites that are made of pages of strangers although their owner is known good. */
export const openSites: ReadonlySet<string> = new Set([
  'amazonaws.com',
  'azure.com',
  'dropboxusercontent.com',
  'githubusercontent.com',
  'googleapis.com',
  'googleusercontent.com',
  'notion.so',
  'sharepoint.com',
  'windows.net',
])
