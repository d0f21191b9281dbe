import { Injectable } from '@nestjs/common'
import { v4 as newId } from 'uuid'
import type { HouseList } from '#protocol/program.js'
import { SENTENCES } from '#protocol/sentences.js'
import { Database } from '../database/database.js'
import { HOUSE_AGENCIES, HOUSE_MESSAGES, HOUSE_REASONS, HOUSE_TOPICS } from './founding-programme.js'
import places from './places.json' with { type: 'json' }

type Entry = { code?: string; name: string; former?: string[] }

/** Fills a house's lists that are still empty. */
@Injectable()
export class HouseListsSeed {
  constructor(private readonly database: Database) {}

  /** What no house can do without: the reasons for a rejection, and what is read out to callers. */
  async necessary(): Promise<void> {
    await this.fill('reasons', [...HOUSE_REASONS])
    await this.fill(
      'sentences',
      Object.entries(SENTENCES).map(([code, name]) => ({ code, name })),
    )
  }

  /** The lists of the demo: of Cần Thơ after the reorganisations of 2025. */
  async demo(): Promise<void> {
    await this.necessary()
    await this.fill(
      'topics',
      HOUSE_TOPICS.map(name => ({ name })),
    )
    await this.fill(
      'agencies',
      HOUSE_AGENCIES.map(name => ({ name })),
    )
    await this.fill(
      'messages',
      HOUSE_MESSAGES.map(name => ({ name })),
    )
    await this.fill(
      'places',
      places.map(({ code, fullName, former }) => ({ code, name: fullName, former })),
    )
  }

  private async fill(list: HouseList, entries: Entry[]): Promise<void> {
    const rows = entries.map((entry, position) => ({ ...entry, id: newId(), position }))
    await this.database.query(
      {
        text: `INSERT INTO house_entry (id, list, position, code, name, former)
          SELECT id, $1, position, code, name, coalesce(former, '{}')
          FROM jsonb_to_recordset($2::jsonb) AS e(id uuid, position int, code text, name text, former text[])
          WHERE NOT EXISTS (SELECT 1 FROM house_entry WHERE list = $1)`,
      },
      [list, JSON.stringify(rows)],
    )
  }
}
