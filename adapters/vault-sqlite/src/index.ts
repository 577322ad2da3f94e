export { type SqliteVaultOptions, sqliteVault } from './vault.ts'
