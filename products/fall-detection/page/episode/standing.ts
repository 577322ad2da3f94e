import type { EpisodeDocument } from 'holon'
import type { AlarmId } from '../holon.ts'

/** How an episode ended, from the wearer's side. */
export type End = 'fine' | 'coming' | 'called off' | 'quiet'

/** Where an episode stands. `id` is the latest step, `first` the one that began it, `due` when the next one is taken. */
export type Standing =
  | { readonly is: 'asking' | 'calling'; readonly id: AlarmId; readonly first: AlarmId; readonly due: number }
  | { readonly is: 'emergency'; readonly id: AlarmId; readonly first: AlarmId }
  | { readonly is: 'over'; readonly how: End; readonly id: AlarmId; readonly first: AlarmId }

const ends: Readonly<Record<string, End>> = {
  fine: 'fine',
  going: 'coming',
  helped: 'coming',
  falseAlarm: 'called off',
}

/** Reads where an episode stands; undefined for one without a step. */
export function standingOf({ steps, next, ended }: EpisodeDocument): Standing | undefined {
  const [begin] = steps
  const latest = steps.findLast(({ record }) => record.experience !== 'nothing')?.record
  if (begin === undefined || latest === undefined) return undefined
  const ids = { id: latest.id as AlarmId, first: begin.record.id as AlarmId }
  if (ended !== undefined) return { is: 'over', how: ends[ended.by] ?? 'quiet', ...ids }
  if (latest.experience === 'emergency') return { is: 'emergency', ...ids }
  if (next === undefined) return { is: 'over', how: 'quiet', ...ids }
  return { is: latest.experience === 'ask' ? 'asking' : 'calling', ...ids, due: next.due }
}
