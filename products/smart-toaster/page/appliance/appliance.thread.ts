import { systemRandom } from 'holon/memory'
import { plugIn } from './appliance.ts'
import type { Command, Told } from './messages.ts'

// The toaster has a thread of its own, so that drawing never holds up its control loop, and a page in the background
// does not either.
const real = { period: 20, telling: 100 } as const
/** Most seconds of its time that are made up for at once, after the machine slept for example. */
const most = 3

const tell = (told: Told): void => postMessage(told)
const appliance = await plugIn(systemRandom())
let times = 1
/** Between the press and the start nobody hurries: deciding takes its own time, and a hand holds the lift only so long. */
let deciding = false
let [before, owed, told] = [performance.now(), 0, 0]

/** Lets as much time pass as has passed outside, times the speed. */
async function run(): Promise<void> {
  for (;;) {
    const now = performance.now()
    owed = Math.min(most, owed + ((now - before) / 1000) * (deciding ? 1 : times))
    before = now
    const whole = Math.floor(owed * 50) / 50
    owed -= whole
    await appliance.pass(whole)
    if (now - told >= real.telling) {
      told = now
      tell({ tell: 'state', state: appliance.state })
    }
    await new Promise((resolve) => setTimeout(resolve, real.period))
  }
}

async function obey(command: Command): Promise<void> {
  if (command.do === 'put') deciding = true
  if (command.do === 'start' || command.do === 'stop') deciding = false
  if (command.do === 'put') {
    tell({ tell: 'measured', ask: command.ask, measured: appliance.put(command.slice, command.loaf) })
  } else if (command.do === 'decide') {
    tell({ tell: 'decided', ask: command.ask, decision: await appliance.decide(command.context) })
  } else if (command.do === 'start') appliance.start(command.seconds)
  else if (command.do === 'stop') appliance.stop()
  else if (command.do === 'speed') times = command.times
  else if (command.do === 'sabotage') appliance.sabotage(command.sabotage)
  else if (command.do === 'reset latch') await appliance.resetLatch(command.by, command.reason)
  else appliance.replace()
  tell({ tell: 'state', state: appliance.state })
}

addEventListener('message', ({ data }: MessageEvent<Command>) => void obey(data))
void run()
