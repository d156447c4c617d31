// Defender for Storage reads every upload and publishes its verdict. Who hears it is deployed after the app
// (scan-results.bicep), since Event Grid asks the endpoint for a handshake.
param name string
param location string
param tags object
param evidenceName string

@description('Most GB a month; -1 for no limit.')
param gigabytesPerMonth int

resource evidence 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: evidenceName
}

resource topic 'Microsoft.EventGrid/topics@2025-02-15' = {
  name: name
  location: location
  tags: tags
  properties: {
    inputSchema: 'EventGridSchema'
    disableLocalAuth: true
    minimumTlsVersionAllowed: '1.2'
    publicNetworkAccess: 'Enabled'
  }
}

resource defender 'Microsoft.Security/defenderForStorageSettings@2025-06-01' = {
  name: 'current'
  scope: evidence
  properties: {
    isEnabled: true
    overrideSubscriptionLevelSettings: true
    malwareScanning: {
      onUpload: {
        isEnabled: true
        capGBPerMonth: gigabytesPerMonth
      }
      scanResultsEventGridTopicResourceId: topic.id
    }
    // Would read the personal data of applicants and describe it to the portal; nobody asked for that.
    sensitiveDataDiscovery: {
      isEnabled: false
    }
  }
}

output topicName string = topic.name
