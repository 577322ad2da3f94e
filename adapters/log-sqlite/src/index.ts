export { type SqliteLogOptions, sqliteLog } from './log.ts'
