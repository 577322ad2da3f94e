import type { Inside } from '../inside.ts'

/** Puts to work what was learned here or by another process. */
export async function followLessons(inside: Inside): Promise<void> {
  if ((await inside.lessons?.load()) === true) await inside.rearrange()
}
