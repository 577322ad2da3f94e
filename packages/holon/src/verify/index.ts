export type { Breach, Ending } from './ending.ts'
export type { Saying, Story, StoryRequest, StoryStep } from './story.ts'
export { tell } from './tell.ts'
export {
  type AnswerMoment,
  defineVerification,
  type Invariant,
  type Plant,
  type PlantRequest,
  type PlantSurroundings,
  type Verification,
  type VerificationInit,
} from './verification.ts'
export { type VerifyOptions, type VerifyReport, type Violation, verify } from './verify.ts'
