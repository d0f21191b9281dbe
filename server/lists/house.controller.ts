import { Controller, Get, Injectable, Module, Param } from '@nestjs/common'
import { HouseList } from '#protocol/program.js'
import { SignedIn } from '../access/allow.js'
import { Database } from '../database/database.js'
import { DomainError } from '../errors/domain-error.js'
import { presentEntry } from '../programs/program.presenter.js'
import type { HouseEntry } from './house-entry.entity.js'

/** The house's lists, from which a new programme's are copied. */
@Injectable()
export class HouseLists {
  constructor(private readonly database: Database) {}

  async list(list: HouseList) {
    const entries = await this.database.query<HouseEntry>(
      { text: 'SELECT * FROM house_entry WHERE list = $1 ORDER BY position' },
      [list],
    )
    return entries.map(entry => ({
      ...presentEntry(entry),
      ...(list === 'places' && { former: entry.former }),
    }))
  }
}

@Controller('api/house')
export class HouseController {
  constructor(private readonly house: HouseLists) {}

  @Get(':list')
  @SignedIn()
  async list(@Param('list') name: string) {
    const list = HouseList.safeParse(name)
    if (!list.success) throw new DomainError('list.not_found')
    return { [list.data]: await this.house.list(list.data) }
  }
}

@Module({ controllers: [HouseController], providers: [HouseLists] })
export class HouseModule {}
