import { look } from '../../looked.ts'
import type { Question, Visited } from '../warned.ts'
import { decided, foreseen } from './decide.ts'
import { forget, isPassed, keepPassed, keepQuiet, keepVisited, quietIn, settings, visitedIn } from './kept.ts'
import { note, stop } from './show.ts'

// A tab that is gone meanwhile is no fault.
const gone = (): void => undefined

/** What each tab is being asked about, so that a redirect is told from the page that was asked about already. */
const asking = new Map<number, string>()

/**
 * Before a page is shown: what is known good is neither looked at nor sent anywhere. For the rest this browser itself
 * foresees at once whether to stop, and the stop asks the server; everything else is asked while the page loads.
 */
async function beforeShown(tab: number, url: string): Promise<void> {
  asking.set(tab, url)
  const looked = look(url)
  if (looked === undefined) return
  const { href } = looked.address
  if (looked.standing === 'known-good') return shown(tab, silence(href))
  const passed = await isPassed(href)
  const expected = await foreseen(href)
  await keepVisited(tab, expected)
  if (passed) return shown(tab, expected)
  if (expected.experience === 'warning') return stop(tab)
  const answer = await decided(href)
  if (asking.get(tab) !== url) return
  await keepVisited(tab, answer)
  if (answer.experience === 'warning') await stop(tab)
  else await shown(tab, answer)
}

const silence = (address: string): Visited => ({ address, id: null, experience: 'nothing', told: undefined })

/** A page that is not stopped: the tab can go back to it, and the button may bear a mark. */
async function shown(tab: number, visited: Visited): Promise<void> {
  await keepVisited(tab, visited)
  await keepQuiet(tab, visited.address)
  await note(tab, visited)
}

/** A redirect is asked about once it is known where it leads; a mark set before the page came is set again. */
async function committed(tab: number, url: string): Promise<void> {
  if (asking.get(tab) !== url) return beforeShown(tab, url)
  const last = await visitedIn(tab)
  if (last?.experience === 'note') await note(tab, last)
}

/** The stop asks the server; what it says counts, also when it finds no reason to stop. */
async function visitedNow(tab: number) {
  const last = await visitedIn(tab)
  if (last === undefined || last.id !== null) return last
  const answer = await decided(last.address)
  await keepVisited(tab, answer)
  return answer
}

async function answerTo(question: Question): Promise<unknown> {
  switch (question.ask) {
    case 'settings':
      return settings()
    case 'visited':
      return visitedNow(question.tab)
    case 'seen':
      return visitedIn(question.tab)
    case 'before':
      return quietIn(question.tab)
    case 'pass': {
      const last = await visitedIn(question.tab)
      if (last !== undefined) await keepPassed(last.address)
      return last?.address
    }
  }
}

chrome.webNavigation.onBeforeNavigate.addListener(({ tabId, url, frameId }) => {
  if (frameId === 0 && /^https?:/.test(url)) beforeShown(tabId, url).catch(gone)
})

chrome.webNavigation.onCommitted.addListener(({ tabId, url, frameId }) => {
  if (frameId === 0 && /^https?:/.test(url)) committed(tabId, url).catch(gone)
})

chrome.tabs.onRemoved.addListener((tab) => {
  asking.delete(tab)
  forget(tab).catch(gone)
})

chrome.runtime.onMessage.addListener((question: Question, _sender, respond) => {
  answerTo(question).then(respond, () => respond(undefined))
  // The answer comes later.
  return true
})
