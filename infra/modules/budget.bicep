// A bill that grows for no reason is a fault that nothing else reports.
param amount int
param startsOn string
param actionGroupId string
param addresses array

resource budget 'Microsoft.Consumption/budgets@2024-08-01' = {
  name: 'tedori'
  properties: {
    category: 'Cost'
    timeGrain: 'Monthly'
    amount: amount
    timePeriod: {
      startDate: startsOn
    }
    notifications: {
      spent: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: addresses
        contactGroups: [
          actionGroupId
        ]
      }
      expected: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: addresses
        contactGroups: [
          actionGroupId
        ]
      }
    }
  }
}
