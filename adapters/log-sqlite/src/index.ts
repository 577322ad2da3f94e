export { type SqliteLogOptions, sqliteLog } from './log.ts'
export { sqliteLogReader } from './log-reader.ts'
