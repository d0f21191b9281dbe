import { ConsoleLogger, type LogLevel } from '@nestjs/common'
import { kindOf } from './fault-kind.js'

type Told = { context: string; logLevel: LogLevel; errorStack?: unknown; error?: Error }

const LEVELS: LogLevel[] = ['fatal', 'error', 'warn', 'log', 'debug']

/** The log: one JSON line for each event. Of a fault only its kind: what it says may hold SQL or what somebody typed. */
export class JsonLog extends ConsoleLogger {
  /** Writes down what is at least as grave as `least`. */
  constructor(least: 'error' | 'warn' | 'log' | 'debug') {
    super({ json: true, logLevels: LEVELS.slice(0, LEVELS.indexOf(least) + 1) })
  }

  protected override getJsonLogObject(message: unknown, { errorStack, error, ...told }: Told) {
    const fault = message instanceof Error ? message : error
    const isFault = fault !== undefined || errorStack !== undefined
    return super.getJsonLogObject(isFault ? { fault: kindOf(fault) } : message, told)
  }
}
