/**
 * Hosts that are to be warned of, whatever a model says. A real list is fetched from whoever keeps one (Google Safe
 * Browsing, PhishTank, the Anti-Phishing Working Group) and has a lifetime of hours. These are the pages that their makers
 * keep up for trying such warnings, and whose address no person has a reason to visit otherwise.
 */
export const knownBadHosts: ReadonlySet<string> = new Set([
  // Google Safe Browsing: pages for testing, https://testsafebrowsing.appspot.com
  'testsafebrowsing.appspot.com',
  'malware.testing.google.test',
  'phishing.testing.google.test',
  // Microsoft Defender SmartScreen: demonstration pages, https://demo.smartscreen.msft.net
  'demo.smartscreen.msft.net',
  'nav.smartscreen.msft.net',
  // Web Identification of Comprehensive Attack Responses, https://wicar.org
  'malware.wicar.org',
  // The example that Mozilla keeps for its phishing warning, https://itisatrap.org/firefox/its-a-trap.html
  'itisatrap.org',
  'www.itisatrap.org',
])
