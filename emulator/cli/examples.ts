/** A line for a shell, and what it is for. */
export type Example = readonly [line: string, says: string]

/** By the name of the command. `--help` shows them, and a test runs each, or reads it where it needs more than is there. */
export const examples: Readonly<Record<string, readonly Example[]>> = {
  serve: [
    ['mmgraph serve', 'listens on http://127.0.0.1:4020 and tells what there is'],
    ['mmgraph serve --world tech-provider ready-to-send --clock still', 'two worlds, in which time waits to be told'],
    ['mmgraph serve --port 0 --json', 'any free port; one line of JSON for a script'],
  ],
  demo: [['mmgraph demo', 'an onboarding, sentence by sentence']],
  play: [
    ['mmgraph play scenarios/onboarding --verbose', 'all scenarios of a folder, with their steps'],
    ['mmgraph play first.yaml --html report.html', 'one scenario, and a page that shows it'],
    ['mmgraph play first.yaml --target http://127.0.0.1:4020', 'the same in a running emulator'],
  ],
  record: [
    ['mmgraph record --begin --world ready-to-send', 'first: the world begins anew, and its journal is on'],
    ['mmgraph record --world ready-to-send --out spring.yaml', 'then: what was done to it, as a scenario'],
    ['mmgraph record ready.journal.json --out spring.yaml', 'the same of a journal that was kept'],
  ],
  replay: [
    ['mmgraph replay ready.journal.json', 'whether the same world comes of it here'],
    ['mmgraph replay ready.journal.json --until 1 --json', 'only its first input; the result for a script'],
  ],
  openapi: [['mmgraph openapi --server http://127.0.0.1:4021 > openapi.json', 'for clients, editors and gateways']],
  postman: [['mmgraph postman > mmgraph.postman.json', 'to import into Postman']],
  contracts: [
    ['mmgraph contracts > contracts.json', 'everything that the contracts say'],
    ['mmgraph contracts --schemas > schemas.json', 'only the JSON Schemas'],
  ],
  check: [
    ['mmgraph check -- npm test', 'what the tests of a client get wrong'],
    ['mmgraph check --tour --most 2 -- npm test', 'once more for each of the first two documented errors'],
  ],
  receiver: [
    ['mmgraph receiver http://127.0.0.1:3000/webhooks --secret-file secret.txt --verify-token let-me-in', 'all duties'],
    ['mmgraph receiver --list', 'the duties, and what says so'],
  ],
  upgrade: [
    ['mmgraph upgrade client.json --to v25.0', 'what of a client breaks in v25.0; check --keep client.json writes it'],
  ],
  drift: [
    ['mmgraph drift openapi.json', 'a description of Graph beside the contracts'],
    ['mmgraph drift openapi.json openapi.json', 'two descriptions, the older one first'],
  ],
  verify: [
    ['mmgraph verify', 'the emulator that is built in'],
    ['mmgraph verify http://127.0.0.1:4020 --twin', 'a running one, and a twin of it beside'],
  ],
  completion: [
    ['source <(mmgraph completion bash)', 'in ~/.bashrc; zsh takes the same with zsh, in ~/.zshrc after compinit'],
    ['mmgraph completion fish > mmgraph.fish', 'in ~/.config/fish/completions'],
  ],
}
