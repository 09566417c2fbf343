import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

function createMetrics() {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  return {
    registry,
    screens: new Gauge({
      name: 'caseboard_screens_connected',
      help: 'Displays connected to this process',
      registers,
    }),
    remotes: new Gauge({
      name: 'caseboard_remotes_connected',
      help: 'Remotes connected to this process',
      registers,
    }),
    streams: new Gauge({
      name: 'caseboard_streams_open',
      help: 'Event streams of walls open in this process',
      registers,
    }),
    followers: new Gauge({
      name: 'caseboard_change_streams_open',
      help: 'Streams open in this process that tell browsers of changed cases',
      registers,
    }),
    commands: new Counter({
      name: 'caseboard_commands_total',
      help: 'Commands to walls, by kind and whether they were obeyed, refused or failed',
      labelNames: ['kind', 'result'] as const,
      registers,
    }),
    commandSeconds: new Histogram({
      name: 'caseboard_command_seconds',
      help: 'From a command read to the state changed',
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 3],
      registers,
    }),
    pairings: new Counter({
      name: 'caseboard_pairing_attempts_total',
      help: 'Attempts to pair: paired, wrong, locked or failed',
      labelNames: ['result'] as const,
      registers,
    }),
    setAside: new Gauge({
      name: 'caseboard_case_set_aside',
      help: 'Records of a case that were set aside',
      labelNames: ['case'] as const,
      registers,
    }),
    limit: new Gauge({
      name: 'caseboard_limit',
      help: 'Every limit of lib/limits.ts; streams as this process may have them',
      labelNames: ['name'] as const,
      registers,
    }),
    release: new Gauge({
      name: 'caseboard_release_info',
      help: 'The release that runs',
      labelNames: ['version'] as const,
      registers,
    }),
  }
}

export type Metrics = ReturnType<typeof createMetrics>

declare global {
  // Route handlers are bundled apart, and what they count has to come out at one address.
  var caseboardMetrics: Metrics | undefined
}

/** What this process counts of itself; `/metrics` writes it. */
export function metrics(): Metrics {
  globalThis.caseboardMetrics ??= createMetrics()
  return globalThis.caseboardMetrics
}
