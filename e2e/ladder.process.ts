import { openWatch } from './ladder-watch.ts'

/**
 * A process that begins a ladder, and kills itself at one of the calls that make it durable:
 * `node ladder.process.ts <folder> <call> [fine]`. With `fine` the person answers at once.
 */
const [folder = '', call = '', fine] = process.argv.slice(2)
const kill = (number: number) => {
  if (number === Number(call)) process.kill(process.pid, 'SIGKILL')
}
const { running, close } = await openWatch(folder, kill, fine === undefined ? '100 milliseconds' : '1 hour')
const { id } = await running.decide('fall', { place: 'stairs' }, { subject: 'p', episode: 'e' })
if (fine !== undefined) await running.feedback(id, 'fine', true)
const done = (await running.episode('e')).ended !== undefined
// Steps follow by themselves until one of their calls is the last.
if (done) await close()
