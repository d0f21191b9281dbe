import { Module } from '@nestjs/common'
import { HouseController } from './house.controller.js'
import { HouseImport } from './house-import.service.js'
import { HouseLists } from './house-lists.service.js'

@Module({ controllers: [HouseController], providers: [HouseLists, HouseImport] })
export class HouseModule {}
