import { longGraph } from './long.fixture.ts'
import { parse } from './parse.ts'
import { openSession } from './session.ts'

/** A program that ends, with code 7, while its model runs. */
const session = await openSession(parse(longGraph), longGraph, ['x'], undefined)
session.predict({ x: 0.001 }).catch(() => {})
setTimeout(() => {
  console.log(`at work in ${session.thread === 'own' ? 'its own thread' : 'this thread'}`)
  process.exit(7)
}, 5)
