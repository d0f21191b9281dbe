import { Injectable, type PipeTransform } from '@nestjs/common'
import { HouseList } from '#protocol/program.js'
import { DomainError } from '../errors/domain-error.js'

/** The house's list that an address names, or nothing there. */
@Injectable()
export class HouseListPipe implements PipeTransform<string, HouseList> {
  transform(name: string): HouseList {
    const parsed = HouseList.safeParse(name)
    if (!parsed.success) throw new DomainError('list.not_found')
    return parsed.data
  }
}
