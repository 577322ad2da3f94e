import { expect, it } from 'vitest'
import { sections } from '../../domain/interview.ts'
import { addressOf, type Route, routeOf } from './route.ts'

const base = '/products/tax-filing/'
const routes: Route[] = [
  { view: 'start' },
  { view: 'result' },
  { view: 'filed' },
  ...sections.map(({ id }): Route => ({ view: 'interview', section: id })),
  { view: 'interview', section: 'work', question: 'spouseWages' },
]

it.each(routes)('finds %o again from its address', (route) => {
  const { pathname, hash } = new URL(addressOf(base, route), 'http://page.test')
  expect(routeOf(base, pathname, hash)).toEqual(route)
})

it.each(['interview', 'interview/nowhere', 'elsewhere', 'interview/__proto__'])(
  'takes %s for the start',
  (path) => {
    expect(routeOf(base, base + path)).toEqual({ view: 'start' })
  },
)
