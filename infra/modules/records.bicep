// The truth: tables of cases, rounds and office, and the key ring of links and sessions. An account of its own, so that the
// task hub cannot take its throughput, so that the host account can be emptied, and so that the roles on it are few.
// Table storage has no point-in-time restore: hence copies in a second region, and a lock against deletion of the account.
@minLength(3)
@maxLength(24)
param name string
param location string
param tags object

@description('Where it is logged who read, wrote and deleted.')
param workspaceId string

@description('Whether it is reached from public networks; otherwise through private endpoints only.')
param public bool

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: 'Standard_GZRS'
  }
  properties: {
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: public ? 'Enabled' : 'Disabled'
    networkAcls: {
      defaultAction: public ? 'Allow' : 'Deny'
      bypass: 'None'
    }
  }
}

resource tables 'Microsoft.Storage/storageAccounts/tableServices@2025-01-01' = {
  parent: account
  name: 'default'
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-01-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: true
    deleteRetentionPolicy: {
      enabled: true
      days: 90
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: 90
    }
  }
}

resource keyRing 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' = {
  parent: blobs
  name: 'keyring'
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = {
  name: 'records'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'The records of the programme.'
  }
}

// Reads are left out: the app reads all day, and who saw what stands in the audit log of the records.
resource tablesAudit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'audit'
  scope: tables
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'StorageWrite'
        enabled: true
      }
      {
        category: 'StorageDelete'
        enabled: true
      }
    ]
  }
}

resource keyRingAudit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'audit'
  scope: blobs
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'StorageRead'
        enabled: true
      }
      {
        category: 'StorageWrite'
        enabled: true
      }
      {
        category: 'StorageDelete'
        enabled: true
      }
    ]
  }
}

output id string = account.id
output name string = account.name
output endpoint string = account.properties.primaryEndpoints.table
output keyRingBlob string = '${account.properties.primaryEndpoints.blob}${keyRing.name}/keys.xml'
