import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { renew } from './renew.ts'

/** A page that shows what a server answers when it is told to, as it was when it was asked. */
function showing() {
  const client = new QueryClient()
  const server = { state: 'old', answers: [] as (() => void)[] }
  const observer = new QueryObserver(client, {
    queryKey: ['flights', 'library'],
    queryFn: () => {
      const { state } = server
      return new Promise<string>((resolve) => server.answers.push(() => resolve(state)))
    },
  })
  const leave = observer.subscribe(() => undefined)
  return { client, server, shown: () => observer.getCurrentResult().data, leave }
}

test('what happens while something is read for the first time is read after that', async () => {
  const { client, server, shown, leave } = showing()
  server.state = 'new'
  const renewed = renew(client, ['flights', 'library'])
  server.answers[0]?.()
  await expect.poll(() => server.answers.length).toBe(2)
  server.answers[1]?.()
  await renewed
  expect(shown()).toBe('new')
  leave()
})

test('readings under way are shown, however much happens, and followed by one more', async () => {
  const { client, server, shown, leave } = showing()
  server.answers[0]?.()
  await expect.poll(shown).toBe('old')
  const renewed = [1, 2, 3].map(() => renew(client, ['flights', 'library']))
  expect(server.answers).toHaveLength(2)
  server.state = 'new'
  server.answers[1]?.()
  await expect.poll(() => server.answers.length).toBe(3)
  expect(shown()).toBe('old')
  server.answers[2]?.()
  await Promise.all(renewed)
  expect(shown()).toBe('new')
  expect(server.answers).toHaveLength(3)
  leave()
})
