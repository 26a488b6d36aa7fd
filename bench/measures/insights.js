import { at, toldBy } from '../processes.js'

const ASKED = {
  idle: 'nothing but the sends',
  page25: 'a page of 25',
  page5000: 'a page of 5000',
  sorted: 'a page of 5000, sorted by spend',
  filtered: 'a page of 5000, filtered by spend',
  summary: 'a page of 5000, with default_summary',
  buttons: 'a page of 5000, broken down by buttons',
  allDays: 'each template, all days',
  monthly: 'each template by month',
  accountAllDays: 'the account, all days',
  accountMonthly: 'the account by month',
  accountByDay: 'the account by day',
  allPages: 'all pages of 5000',
  run: 'a report run until it is complete',
  runPage: 'a page of 5000 of the run',
  runPages: 'all pages of 5000 of the run',
  csv: 'the run as csv',
  xls: 'the run as xls',
}

/** Insights over 37 months by day for 200 templates, while somebody sends a hundred messages a second. */
export async function insights() {
  const told = await toldBy(1, [at('./insights.js')])
  return {
    title: 'Insights',
    says: '200 templates over 37 months by day, 225,000 cells, while somebody sends a hundred messages a second.',
    columns: ['asked', 'ms', 'longest stall of the event loop, ms', 'longest wait of a send, ms'],
    rows: Object.entries(ASKED).map(([name, says]) => {
      const { ms, stall, wait } = told[name]
      return [says, ms.toFixed(0), stall.toFixed(0), wait.toFixed(0)]
    }),
  }
}
