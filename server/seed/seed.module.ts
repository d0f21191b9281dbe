import { Inject, Injectable, Module } from '@nestjs/common'
import { ProgramsModule } from '../programs/programs.module.js'
import { SETTINGS } from '../settings/settings.token.js'
import type { Settings } from '../settings/settings.js'
import { DemoProgramme } from './demo-programme.js'
import { FirstAccounts, type ToldPassword } from './first-accounts.js'
import { HouseListsSeed } from './house-lists.js'
import { SamplesController } from './samples.controller.js'

/** What a database needs before its first use. */
@Injectable()
export class Seed {
  constructor(
    private readonly accounts: FirstAccounts,
    private readonly houseLists: HouseListsSeed,
    private readonly demo: DemoProgramme,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Returns the passwords that must be told now, for they are kept nowhere. */
  async plant(): Promise<ToldPassword[]> {
    const told = await this.accounts.settle()
    if (this.settings.demo) {
      await this.houseLists.demo()
      await this.demo.seed()
    } else await this.houseLists.necessary()
    return told
  }
}

@Module({
  imports: [ProgramsModule],
  controllers: [SamplesController],
  providers: [Seed, FirstAccounts, HouseListsSeed, DemoProgramme],
})
export class SeedModule {}
