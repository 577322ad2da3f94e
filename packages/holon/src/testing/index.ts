export { decisionLogSuite, type LogSubject } from './conformance/log.ts'
export { backEntry, decisionEntry, decisionId, eventEntry, randomEntries } from './entries.ts'
export type { Runner, TestContext } from './runner.ts'
