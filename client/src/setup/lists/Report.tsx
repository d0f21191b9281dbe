import { Alert, List, ScrollArea, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type ImportReport, RowAction } from '#protocol/house-import.js'

const SEPARATORS = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const
const SHOWN = 50

/** How a table was read, what comes of it, and which rows are faulty: row, column, what is wrong. */
export function Report({ report, taken }: { report: ImportReport; taken: boolean }) {
  const { t } = useTranslation()
  const { encoding, separator, counts, columns, faults, formulasShown } = report
  const aside = columns.filter(({ field }) => !field).map(({ title }) => title)
  return (
    <section aria-label={t('houseLists.preview')}>
      <Text role="status" fw={600}>
        {taken && `✓ ${t('houseLists.taken')} `}
        {RowAction.options
          .map(action => `${t(`houseLists.action.${action}`)}: ${counts[action] ?? 0}`)
          .join(' · ')}
        {` · ${t('houseLists.faulty')}: ${report.faulty}`}
      </Text>
      <Text size="sm" c="dimmed">
        {[
          encoding && t('houseLists.encoding', { encoding: encoding.toUpperCase() }),
          separator && t(`houseLists.separator.${SEPARATORS[separator]}`),
          aside.length > 0 && t('houseLists.aside', { columns: aside.join(', ') }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {encoding === 'windows-1258' && <Alert color="orange">{t('houseLists.assumed')}</Alert>}
      {faults.length > 0 && (
        <Alert color="red" title={t('houseLists.faultyRows')} mt="xs">
          <List size="sm">
            {faults.slice(0, SHOWN).map(({ row, column, message }) => (
              <List.Item key={`${row} ${column} ${message}`}>
                {t('houseLists.fault', { row, column, message })}
              </List.Item>
            ))}
          </List>
          {faults.length > SHOWN && t('houseLists.drawn', { count: SHOWN })}
        </Alert>
      )}
      {formulasShown.length > 0 && (
        <Alert color="orange" title={t('houseLists.formulas', { count: report.formulas })} mt="xs">
          {formulasShown
            .slice(0, 10)
            .map(({ row, text }) => t('houseLists.formula', { row, text }))
            .join(' · ')}
        </Alert>
      )}
      <ScrollArea.Autosize
        mah="16rem"
        mt="xs"
        viewportProps={{ tabIndex: 0, 'aria-label': t('houseLists.rows') }}
      >
        <Table verticalSpacing={2}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('houseLists.row')}</Table.Th>
              <Table.Th>{t('houseLists.what')}</Table.Th>
              <Table.Th>{t('houseLists.name')}</Table.Th>
              <Table.Th>{t('houseLists.code')}</Table.Th>
              <Table.Th>{t('houseLists.formerNames')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {report.shown.slice(0, SHOWN).map(({ row, action, name, code, former }) => (
              <Table.Tr key={row}>
                <Table.Td>{row}</Table.Td>
                <Table.Td>{t(`houseLists.action.${action}`)}</Table.Td>
                <Table.Td>{name}</Table.Td>
                <Table.Td>{code}</Table.Td>
                <Table.Td>{former?.join(', ')}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea.Autosize>
    </section>
  )
}
