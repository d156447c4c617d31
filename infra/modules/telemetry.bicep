// Logs and metrics of everything, in one workspace.
param name string
param location string
param tags object

@description('Days that logs are kept; the audit trail is in the records and does not depend on them.')
param retentionDays int = 90

@description('GB a day after which the workspace takes no more: a loop of errors must not cost a fortune.')
param dailyGigabytes int = 5

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' = {
  name: 'log-${name}'
  location: location
  tags: tags
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: retentionDays
    workspaceCapping: {
      dailyQuotaGb: dailyGigabytes
    }
    features: {
      disableLocalAuth: true
    }
  }
}

// Nobody adds telemetry with the connection string alone: host and worker sign in with the identity.
resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: 'appi-${name}'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    DisableLocalAuth: true
    DisableIpMasking: false
  }
}

output workspaceId string = workspace.id
output insightsId string = insights.id
output insightsName string = insights.name
output connectionString string = insights.properties.ConnectionString
