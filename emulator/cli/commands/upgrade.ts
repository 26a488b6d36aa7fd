import type { Command } from 'commander'
import { day, graphVersion, rulingSide } from '../options.ts'
import { withReports } from '../report-options.ts'
import type { UpgradeCommand } from '../upgrade.ts'

export function addUpgrade(program: Command): void {
  const upgrade = program
    .command('upgrade')
    .description('say what of a client breaks in another version of Graph, or when a ruling changes')
    .argument('<file>', 'the contract of a client, as mmgraph check --keep writes it')
    .option('--to <version>', 'the version that it goes to: v25.0', graphVersion)
    .option(
      '--from <version>',
      'only what asks for this version goes; all that asks for one where absent',
      graphVersion,
    )
    .option('--ruling <name=side>', 'a ruling that takes this side; as often as there are rulings', rulingSide, {})
    .option('--graph-date <day>', 'the day of the Graph that it goes to: 2026-08-01', day)
  withReports(upgrade).action(async (file: string, options: UpgradeCommand) => {
    const { upgradeFile } = await import('../upgrade.ts')
    upgradeFile(file, options)
  })
}
