export { Action, type ActionProps } from './action.tsx'
export { type Annotated, Annotation, type AnnotationProps } from './annotation.tsx'
export { AuditPrompt, type AuditPromptProps } from './audit-prompt.tsx'
export {
  type Correction,
  CorrectionEditor,
  type CorrectionEditorProps,
  type CorrectionWords,
} from './correction-editor.tsx'
export { Countdown, type CountdownProps, type CountdownWords } from './countdown.tsx'
export { type ClientPart, createHooks, type Feedback, type Hooks } from './create-hooks.ts'
export { diffWords, type Stretch } from './diff-words.ts'
export { HolonReactError } from './error.ts'
export type { Field, FieldStatus } from './field.ts'
export { FullPageWarning, type FullPageWarningProps, type WarningWords } from './full-page-warning.tsx'
export { Prompt, type PromptProps } from './prompt.tsx'
export { type RankedItem, RankedList, type RankedListProps, type RankedListWords } from './ranked-list.tsx'
export { Receipt, type ReceiptProps, type ReceiptWords } from './receipt.tsx'
export { type Report, ReportForm, type ReportFormProps, type ReportWords } from './report-form.tsx'
export { Stars, type StarsProps } from './stars.tsx'
export type { TextFormWords } from './text-form.tsx'
export { Thumbs, type ThumbsProps, type ThumbsWords } from './thumbs.tsx'
export { type CountdownState, useCountdown } from './use-countdown.ts'
export type { DecisionState } from './use-decision.ts'
export { type Answered, useExposure } from './use-exposure.ts'
export { Why, type WhyProps, type WhyWords } from './why.tsx'
