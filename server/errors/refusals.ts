import { Injectable, Logger } from '@nestjs/common'
import type { ErrorCode } from '#protocol/errors.js'
import { Metrics, type Tally } from '../metrics/metrics.js'
import { ERROR_STATUS } from './error-status.js'
import { kindOf } from './fault-kind.js'

/** Where something was asked: a request, an event on a socket, a socket's handshake, its upgrade. */
type Channel = 'http' | 'socket' | 'handshake' | 'upgrade'

export type Refused = {
  channel: Channel
  code: ErrorCode
  /** What the asker is told too, so that both can be laid side by side; an upgrade is told nothing. */
  requestId?: string
  /** The pattern of what was asked, never its address. */
  route?: string
  /** The id of the account or screen that asked, once it is known. */
  by?: string | undefined
  fault: unknown
}

/** Somebody tried what is not theirs: it is written down wherever faults are. */
const SUSPECT: ReadonlySet<ErrorCode> = new Set(['access.not_allowed', 'access.wrong_login'])

/** Every refusal is counted and written down here: one line, with its code and without what was asked. */
@Injectable()
export class Refusals {
  private readonly log = new Logger('refusals')
  private readonly tallies = new Map<string, Tally>()
  private readonly counted

  constructor(metrics: Metrics) {
    this.counted = metrics.family(
      'doithoai_refusals_total',
      'Requests, socket events, handshakes and upgrades that were refused, by where and by stable code.',
      ['channel', 'code'],
    )
  }

  tell({ channel, code, requestId, route, by, fault }: Refused): void {
    this.tallyOf(channel, code).inc()
    const line = { requestId, channel, route, status: ERROR_STATUS[code], code }
    // The fault itself stays here: it may hold SQL or what somebody typed, so only its kind is written down.
    if (code === 'server.failed') this.log.error({ ...line, fault: kindOf(fault) })
    else if (code === 'database.unavailable') this.log.warn({ ...line, fault: kindOf(fault) })
    else if (SUSPECT.has(code)) this.log.warn({ ...line, by })
    // A flood is refused in floods.
    else if (code === 'access.too_many') this.log.debug(line)
    else this.log.log(line)
  }

  private tallyOf(channel: Channel, code: ErrorCode): Tally {
    const key = `${channel} ${code}`
    const known = this.tallies.get(key) ?? this.counted.labels(channel, code)
    this.tallies.set(key, known)
    return known
  }
}
