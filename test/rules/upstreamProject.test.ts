import assert from 'node:assert/strict'
import { test } from 'node:test'
import { upstreamProject } from '../../server/src/rules/upstreamProject.ts'
import { lint } from '../support/checkRule.ts'
import { listWithUpstream } from '../support/upstreamLists.ts'

for (const [project, url, reported] of [
  ['Harbor', 'https://github.com/goharbor/harbor/issues/1', false],
  ['Harbor', 'https://github.com/goharbor/acceleration-service/issues/1', false],
  ['harbor', 'https://github.com/GoHarbor/Harbor/issues/1', false],
  ['Harbor', 'https://github.com/linkerd/linkerd2/issues/1', true],
  ['Harbor', 'https://github.com/linkerd/website/issues/1', true],
  ['Harbor', 'https://github.com/kubernetes/kubernetes/issues/1', false],
  ['Harbor', 'https://github.com/kubernetes-sigs/headlamp/issues/1', false],
  ['Harbor', 'https://github.com/an-example/of-nobody/issues/1', false],
  ['Harbor and Linkerd', 'https://github.com/linkerd/linkerd2/issues/1', false],
  ['SPIFFE', 'https://github.com/spiffe/spire/issues/1', false],
  ['Fluent Bit', 'https://github.com/fluent/fluentd/issues/1', false],
  ['TAG Network', 'https://github.com/linkerd/linkerd2/issues/1', false],
  ['OTel', 'https://github.com/open-telemetry/opentelemetry-go-contrib/issues/1', false],
  ['Notary Project', 'https://github.com/theupdateframework/notary/issues/1', false],
  ['Jaeger', 'https://github.com/open-telemetry/jaeger-proto/issues/1', false],
  ['Jaeger', 'https://github.com/open-telemetry/opentelemetry-go/issues/1', true],
  ['Kubeflow', 'https://github.com/kserve/kserve/issues/1', false],
  ['OpenMetrics', 'https://github.com/prometheus/prometheus/issues/1', false],
  ['Somebody Unknown', 'https://github.com/linkerd/linkerd2/issues/1', false],
  ['Harbor', 'https://github.com/linkerd/linkerd2/issues/1 https://github.com/goharbor/harbor/issues/1', false],
] as const) {
  test(`upstream-project: ${project}: ${url} is ${reported ? 'another project’s' : 'fine'}`, () =>
    assert.equal(lint(listWithUpstream(url, project), { rules: [upstreamProject] }).length, reported ? 1 : 0))
}
