import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common'
import type pg from 'pg'
import { createClient } from './data-source.js'

type Channel = 'program' | 'kick' | 'beside'
type Heard = (payload: string) => void

const RETRY_MS = 250
/** A connection that was merely cut is back sooner; a database that is not is away. */
const AWAY_AFTER_MS = 500
/** How long a living connection may take to say so. */
const PROOF_MS = 1500

/** Where to listen; given by whoever starts the program. */
export abstract class DatabaseAddress {
  abstract readonly url: string
}

/**
 * One connection that LISTENs for the whole instance. It is the fast path only: whoever relies on it also catches
 * up when it comes back (`onBack`), since what was told meanwhile is gone.
 */
@Injectable()
export class Notifications implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('notifications')
  private readonly heard = new Map<Channel, Heard[]>()
  private readonly back: (() => void)[] = []
  private readonly gone: (() => void)[] = []
  private missed: NodeJS.Timeout | undefined
  private isAway = false
  private client: pg.Client | undefined
  private retry: NodeJS.Timeout | undefined
  private stopped = false
  private listening = false

  constructor(private readonly address: DatabaseAddress) {}

  /** Whether news arrives at this moment. Caches that news must clear hold nothing while it does not. */
  get connected(): boolean {
    return this.listening
  }

  /** Whether the database is away, and not only a connection of ours. */
  get away(): boolean {
    return this.isAway
  }

  on(channel: Channel, heard: Heard): void {
    this.heard.set(channel, [...(this.heard.get(channel) ?? []), heard])
  }

  onBack(back: () => void): void {
    this.back.push(back)
  }

  onAway(gone: () => void): void {
    this.gone.push(gone)
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.connect()
  }

  /** Asks the connection whether it still lives; one that went without a word is replaced. */
  async prove(): Promise<void> {
    const { client } = this
    if (!client || !this.listening) return
    const silent = setTimeout(() => this.lost(client), PROOF_MS)
    await client.query('SELECT 1').catch(() => this.lost(client))
    clearTimeout(silent)
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true
    clearTimeout(this.retry)
    clearTimeout(this.missed)
    await this.client?.end().catch(() => {})
  }

  private async connect(): Promise<void> {
    const client = createClient(this.address.url, 'doithoai-listens')
    client.on('error', () => this.lost(client))
    client.on('end', () => this.lost(client))
    client.on('notification', ({ channel, payload }) => {
      for (const hear of this.heard.get(channel as Channel) ?? []) hear(payload ?? '')
    })
    this.client = client
    try {
      await client.connect()
      await client.query('LISTEN program; LISTEN kick; LISTEN beside')
      this.listening = true
      this.isAway = false
      clearTimeout(this.missed)
      for (const back of this.back) back()
    } catch {
      this.lost(client)
    }
  }

  private lost(client: pg.Client): void {
    if (client !== this.client || this.stopped) return
    if (this.listening) {
      this.log.warn('the connection that listens was lost; connecting again')
      this.missed = setTimeout(() => this.miss(), AWAY_AFTER_MS)
    }
    this.listening = false
    this.client = undefined
    client.end().catch(() => {})
    this.retry = setTimeout(() => void this.connect(), RETRY_MS)
  }
  private miss(): void {
    this.isAway = true
    for (const tell of this.gone) tell()
  }
}
