/** A small idea list of our own, with a template, a table of contents, two projects and three ideas. */
export const list = `# Ideas for the summer

How to take part is written elsewhere.

## Table of Contents

- [Harbor](#harbor)
  - [Show the tide](#show-the-tide)
  - [Read old logs](#read-old-logs)
- [Jaeger](#jaeger)
  - [Ring the bell 🔔](#ring-the-bell-)

## Template

\`\`\`
### Project name

#### Idea title

- Description: what is to be built
- Expected Outcome: what is there in the end
- Recommended Skills: Go, Rust
- Expected project size: # one of small (~90 hour projects), medium (~175 hour projects), large (~350 hour projects)
- Mentor(s):
  - Jane Doe (@jane-doe, jane@example.com) - primary
  - John Doe (@john-doe, john@example.com)
- Upstream Issue (URL): https://github.com/example/example/issues/1
\`\`\`

## Ideas

### Harbor

#### Show the tide

- Description: The lamp shows how high the water stands.
  Sailors asked for it.
- Expected Outcome: a page with a curve
- Recommended Skills: Go, TypeScript and CSS
- Expected project size: large (~350 hour projects)
- Mentor(s):
  - Ada Fern (@ada-fern, ada@example.org) - primary
  - Bo Reed (@bo-reed, bo@example.org)
- Upstream Issue (URL): https://github.com/harbor-light/harbor/issues/12

#### Read old logs

- Description: Logs of a hundred years wait to be read.
- Expected Outcome: a reader
- Recommended Skills: Python
- Expected project size: small (~90 hour projects)
- Mentor(s):
  - Cy Moss (@cy-moss, cy@example.org) - primary
  - Di Holm (@di-holm, di@example.org)
- Upstream Issue (URL): https://github.com/harbor-light/harbor/issues/13

### Jaeger

#### Ring the bell 🔔

- Description: 😀 The bell rings when a ship comes in.
- Expected Outcome: 😀😀
- Recommended Skills: C
- Expected project size: medium (~175 hour projects)
- Mentor(s):
  - Ed Lake (@ed-lake, ed@example.org) - primary
  - Fay Pool (@fay-pool, fay@example.org)
- Upstream Issue (URL): 😀 TBD

## How to apply

Write to us.
`
