import { writeRegression } from '@holon/model-onnx'
import { seededRandom } from 'holon/stats'
import { featureNames, type Start, type ToastFeatures, toastFeatures } from './features.ts'
import { predicted, type RidgeModel, ridge } from './ridge.ts'
import { anyOccasion, type Course, courseOf, secondsTo } from './toasts.ts'

/** Same seed, same toasts, same model to the bit. */
export const seed = 'toasts of version 1'

/** Simulated toasts: those to learn from, and those held out. */
export const counts = { learning: 1_200, heldOut: 400 } as const

/** Darkenings whose seconds are learned from each toast. */
export const darkenings = [8, 12, 16, 20, 24, 28, 32, 36] as const

const penalty = 1
const longest = 360
const darkEnough = 42

/** One toast at one darkening. */
export interface Example {
  readonly course: Course
  readonly wanted: number
  readonly seconds: number
}

/** Makes toasts. Each draws from a generator of its own, so the first are the same however many there are. */
export function makeCourses(name: string, count: number): readonly Course[] {
  const random = seededRandom(`${seed}, ${name}`)
  return Array.from({ length: count }, (_, i) => courseOf(anyOccasion(random.fork(i)), longest, darkEnough))
}

/** The examples of toasts; a darkening that a toast never reached gives none. */
export function examplesOf(courses: readonly Course[]): readonly Example[] {
  return courses.flatMap((course) =>
    darkenings.flatMap((wanted) => {
      const seconds = secondsTo(course, wanted)
      return seconds === undefined ? [] : [{ course, wanted, seconds }]
    }),
  )
}

/** Learns seconds from toasts. */
export function fitToastingTime(examples: readonly Example[]): RidgeModel {
  return ridge(
    featureNames,
    examples.map(({ course, wanted }) => rowOf({ ...course.start, wanted })),
    examples.map(({ seconds }) => seconds),
    penalty,
  )
}

/** What a model says of a toast. */
export function secondsOf(model: RidgeModel, start: Start): number {
  return predicted(model, rowOf(start))
}

function rowOf(start: Start): readonly number[] {
  const features = toastFeatures(start)
  return featureNames.map((name) => Number(features[name]))
}

/** A golden slice of white bread, against which others are explained. */
export const reference: ToastFeatures = toastFeatures({
  ...{ bread: 'white', mass: 32, moisture: 0.38, wall: 21, power: 850, wanted: 22 },
})

/** The bytes of the model file. `card`: SHA-256 (hex) of the card without its part on the file. */
export function modelFile(model: RidgeModel, version: string, card: string): Uint8Array {
  return writeRegression(model, { name: 'toasting-time', version, reference, card })
}
