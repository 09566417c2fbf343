import { DatabaseError, Pool, type QueryConfig, type QueryResultRow } from 'pg'
import { limits } from '@/lib/limits'
import { noteError } from '@/lib/server/health'

/** The database that `CASEBOARD_DATABASE_URL` names does not answer, or none is named. What is not in it still works. */
export class DatabaseAway extends Error {
  override readonly name = 'DatabaseAway'
}

/** The address of the database; null where none is named. */
export function databaseSetting(): string | null {
  const named = process.env.CASEBOARD_DATABASE_URL?.trim() ?? ''
  return named === '' ? null : named
}

export interface DatabaseState {
  /** Null until it was first asked. */
  reachable: boolean | null
}

interface Connection {
  pool: Pool
  state: DatabaseState
  /** When it last did not answer, ms as `performance.now()` has them. */
  failedAt: number
}

declare global {
  // Route handlers are bundled apart, and share the connections of the process.
  var caseboardDatabase: Connection | undefined
}

function connect(url: string): Connection {
  const { connections, connectMs, statementMs } = limits.database
  const pool = new Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: connectMs,
    idleTimeoutMillis: 60_000,
    // The database ends what takes longer, and where it does not answer at all the connection is given up.
    statement_timeout: statementMs,
    query_timeout: statementMs + 1000,
    application_name: 'caseboard',
    keepAlive: true,
    allowExitOnIdle: true,
  })
  const connection: Connection = { pool, state: { reachable: null }, failedAt: Number.NEGATIVE_INFINITY }
  // A connection that waits was cut: the next who asks gets another.
  pool.on('error', () => {})
  return connection
}

/** How the database is, for `/healthz`; null where none is named. */
export function databaseState(): DatabaseState | null {
  if (databaseSetting() === null) return null
  return globalThis.caseboardDatabase?.state ?? { reachable: null }
}

/** Whether an error says that the database, and not what it was asked, is at fault: it ends, starts, or is full. */
function isAway(error: unknown): boolean {
  return !(error instanceof DatabaseError) || /^(08|57P|53)/.test(error.code ?? '')
}

function fail(connection: Connection, error: unknown): never {
  connection.failedAt = performance.now()
  if (connection.state.reachable !== false)
    noteError('The database of CASEBOARD_DATABASE_URL cannot be reached; it is tried again, the rest works', error)
  connection.state.reachable = false
  throw new DatabaseAway('the database cannot be reached', { cause: error })
}

/**
 * Asks the database, over one of a few connections. Values stand beside the statement, never in it. Throws a DatabaseAway
 * where it cannot be reached, at once where it just could not, and where no connection becomes free; and a DatabaseError
 * for what it refuses or gives up.
 */
export async function ask<Row extends QueryResultRow>(text: string, values: unknown[]): Promise<Row[]> {
  const url = databaseSetting()
  if (url === null) throw new DatabaseAway('CASEBOARD_DATABASE_URL names no database')
  globalThis.caseboardDatabase ??= connect(url)
  const connection = globalThis.caseboardDatabase
  if (performance.now() - connection.failedAt < limits.database.retryMs && connection.state.reachable === false)
    throw new DatabaseAway('the database could not be reached a moment ago')
  const query: QueryConfig = { text, values }
  try {
    const { rows } = await connection.pool.query<Row>(query)
    if (connection.state.reachable === false) console.warn('The database of CASEBOARD_DATABASE_URL is reached again')
    connection.state.reachable = true
    return rows
  } catch (error) {
    if (!isAway(error)) throw error
    const { idleCount, totalCount, options } = connection.pool
    const isBusy = idleCount === 0 && totalCount >= options.max
    if (isBusy && connection.state.reachable === true)
      throw new DatabaseAway('no connection to the database became free', { cause: error })
    fail(connection, error)
  }
}

/** Ends all connections; the next who asks begins anew. */
export async function closeDatabase(): Promise<void> {
  const { pool } = globalThis.caseboardDatabase ?? {}
  globalThis.caseboardDatabase = undefined
  await pool?.end()
}
