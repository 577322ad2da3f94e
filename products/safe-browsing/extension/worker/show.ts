import type { Visited } from '../warned.ts'

/** Address of the page that stands in the way. */
function warningPage(tab: number): string {
  return `${chrome.runtime.getURL('warning.html')}?tab=${tab}`
}

/** Puts the warning in the place of the page a tab is about to show. */
export async function stop(tab: number): Promise<void> {
  await chrome.tabs.update(tab, { url: warningPage(tab) })
}

/** The note beside the address bar: a mark on the button, and what a click would say. */
export async function note(tab: number, { experience, told }: Visited): Promise<void> {
  const noted = experience !== 'nothing'
  await Promise.all([
    chrome.action.setBadgeText({ tabId: tab, text: noted ? '!' : '' }),
    chrome.action.setBadgeBackgroundColor({ tabId: tab, color: '#8a4b00' }),
    chrome.action.setBadgeTextColor({ tabId: tab, color: '#ffffff' }),
    chrome.action.setTitle({
      tabId: tab,
      title: noted && told !== undefined ? `Look twice at ${told.site}` : 'Look twice',
    }),
  ])
}
