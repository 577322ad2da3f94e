import { look } from '../../looked.ts'
import type { Question } from '../warned.ts'
import { decided, foreseen } from './decide.ts'
import { forget, isPassed, keepPassed, keepQuiet, keepVisited, quietIn, settings, visitedIn } from './kept.ts'
import { note, stop } from './show.ts'

// A tab that is gone meanwhile is no fault.
const gone = (): void => undefined

/**
 * Before a page is shown: what is known good is neither looked at nor sent anywhere. For the rest this browser itself
 * foresees at once whether to stop, and the stop asks the server; everything else is asked while the page loads.
 */
async function beforeShown(tab: number, url: string): Promise<void> {
  const looked = look(url)
  if (looked === undefined) return
  const { href } = looked.address
  if (looked.standing === 'known-good') {
    await keepVisited(tab, { address: href, id: null, experience: 'nothing', told: undefined })
    return
  }
  const passed = await isPassed(href)
  const expected = await foreseen(href)
  await keepVisited(tab, expected)
  if (expected.experience === 'warning' && !passed) return stop(tab)
  if (passed) return note(tab, expected)
  const answer = await decided(href)
  if ((await visitedIn(tab))?.address !== href) return
  await keepVisited(tab, answer)
  if (answer.experience === 'warning') await stop(tab)
  else await note(tab, answer)
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

chrome.webNavigation.onCommitted.addListener(async ({ tabId, url, frameId }) => {
  if (frameId !== 0 || !/^https?:/.test(url)) return
  const last = await visitedIn(tabId)
  if (last === undefined || last.address !== url) return
  if (last.experience === 'warning') return
  await keepQuiet(tabId, url)
  await note(tabId, last).catch(gone)
})

chrome.tabs.onRemoved.addListener((tab) => {
  forget(tab).catch(gone)
})

chrome.runtime.onMessage.addListener((question: Question, _sender, respond) => {
  answerTo(question).then(respond, () => respond(undefined))
  // The answer comes later.
  return true
})
