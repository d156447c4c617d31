// What wakes somebody. The worker exports its meter (MetricNames.cs) to Application Insights; each alarm reads one to three
// instruments and gives one row with one number, also when nothing was reported: an alarm that rests on a thing being said
// must go off when nobody says anything. None of them reads a line of a log.
param location string
param tags object
param insightsId string
param addresses array

// Severity 1: applicants are about to be harmed. 2: look today.
var alarms = [
  {
    name: 'instances-failed'
    says: 'Orchestrations have failed and were neither restarted nor purged: restart them, or re-arm from the records.'
    severity: 2
    every: 'PT15M'
    window: 'PT2H'
    above: 0
    query: 'customMetrics | where name == "tedori.instances.failed" | summarize most = max(valueSum) | extend number = coalesce(most, 0.0)'
  }
  {
    name: 'sweeper-silent'
    says: 'No sweep has ended for 15 minutes: what is due and not done is not being found.'
    severity: 1
    every: 'PT5M'
    window: 'PT15M'
    above: 0
    query: 'customMetrics | where name == "tedori.sweeper.runs" | summarize runs = sum(valueSum) | extend number = iff(coalesce(runs, 0.0) > 0.0, 0.0, 1.0)'
  }
  {
    name: 'canary-missed'
    says: 'A canary deadline did not fire in time, or none was seen for two hours: deadlines may fire late. The sweeper decides them meanwhile.'
    severity: 1
    every: 'PT15M'
    window: 'PT2H'
    above: 0
    query: 'customMetrics | where name in ("tedori.canary.missed", "tedori.canary.lag") | summarize missed = sumif(valueSum, name == "tedori.canary.missed"), fired = countif(name == "tedori.canary.lag") | extend number = coalesce(missed, 0.0) + iff(fired == 0, 1.0, 0.0)'
  }
  {
    name: 'results-late'
    says: 'The result of a round is not published although its last day has passed.'
    severity: 1
    every: 'PT15M'
    window: 'PT1H'
    above: 0
    query: 'customMetrics | where name == "tedori.results.late" | summarize most = max(valueSum) | extend number = coalesce(most, 0.0)'
  }
  {
    name: 'results-at-risk'
    says: 'On the third of seven business days, or later, result notices of a round have not left, or nobody can tell: release the result, or see why they wait.'
    severity: 2
    every: 'PT15M'
    window: 'PT1H'
    above: 0
    query: 'customMetrics | where name == "tedori.results.atrisk" | summarize most = max(valueSum) | extend number = coalesce(most, 0.0)'
  }
  {
    name: 'mail-undelivered'
    says: 'For four hours of the office nothing was delivered, or the mail server took nothing: ask SendGrid, the key, and the event webhook.'
    severity: 1
    every: 'PT15M'
    window: 'PT1H'
    above: 0
    query: 'customMetrics | where name == "tedori.mail.undelivered" | summarize most = max(valueSum) | extend number = coalesce(most, 0.0)'
  }
  {
    name: 'alarms-unsent'
    says: 'A mail about an alarm did not leave, or nobody has looked for alarms for an hour: the office does not hear of what is wrong. The log names it (4603), and the first page of the staff.'
    severity: 1
    every: 'PT15M'
    window: 'PT1H'
    above: 0
    query: 'customMetrics | where name == "tedori.alarms.unsent" | summarize latest = max(valueSum), looks = count() | extend number = iff(looks == 0, 1.0, latest)'
  }
  {
    name: 'mail-silent'
    says: 'Delivery reports of mails do not come: ask SendGrid, and the event webhook, whether mail leaves.'
    severity: 2
    every: 'PT1H'
    window: 'P1D'
    above: 0
    query: 'customMetrics | where name == "tedori.mail.silent" | summarize total = sum(valueSum) | extend number = coalesce(total, 0.0)'
  }
  {
    name: 'mail-refused'
    says: 'The mail server refuses mail for good: check the key, the sender and the quota.'
    severity: 2
    every: 'PT15M'
    window: 'PT1H'
    above: 10
    query: 'customMetrics | where name == "tedori.mail.failed" | summarize total = sum(valueSum) | extend number = coalesce(total, 0.0)'
  }
  {
    name: 'evidence-differs'
    says: 'A file on a receipt is not in the evidence as listed, or a row that the daily anchor covers cannot be read: the log names it.'
    severity: 1
    every: 'PT1H'
    window: 'P1D'
    above: 0
    query: 'customMetrics | where name in ("tedori.reconciliation.findings", "tedori.anchors.unread") | summarize total = sum(valueSum) | extend number = coalesce(total, 0.0)'
  }
  {
    name: 'evidence-unprotected'
    says: 'A container of the evidence has no immutability policy, or does not answer: what lies in it could be removed. Provision again.'
    severity: 2
    every: 'PT1H'
    window: 'PT3H'
    above: 0
    query: 'customMetrics | where name == "tedori.evidence.unprotected" | summarize most = max(valueSum) | extend number = coalesce(most, 0.0)'
  }
  {
    name: 'closed-days-unread'
    says: 'Processes cannot read the changes of closed days, moved windows and outages, or the programme files: a day, a window or a deadline may be shown or counted as it was before.'
    severity: 2
    every: 'PT15M'
    window: 'PT15M'
    above: 10
    query: 'customMetrics | where name in ("tedori.closeddays.unread", "tedori.disruptions.unread", "tedori.editions.unread") | summarize total = sum(valueSum) | extend number = coalesce(total, 0.0)'
  }
]

resource actionGroup 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-tedori'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'tedori'
    emailReceivers: [
      for (address, i) in addresses: {
        name: 'address-${i}'
        emailAddress: trim(address)
        useCommonAlertSchema: true
      }
    ]
  }
}

resource rules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for alarm in alarms: {
    name: 'alert-${alarm.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: 'Tedori: ${alarm.name}'
      description: alarm.says
      severity: alarm.severity
      enabled: true
      scopes: [
        insightsId
      ]
      evaluationFrequency: alarm.every
      windowSize: alarm.window
      criteria: {
        allOf: [
          {
            query: alarm.query
            timeAggregation: 'Maximum'
            metricMeasureColumn: 'number'
            operator: 'GreaterThan'
            threshold: alarm.above
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      // On the first deployment the metrics do not exist before the app has run.
      skipQueryValidation: true
      autoMitigate: true
      actions: {
        actionGroups: [
          actionGroup.id
        ]
      }
    }
  }
]

output actionGroupId string = actionGroup.id
