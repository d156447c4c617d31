// The files of filings. Browsers upload into quarantine; what is filed is copied to evidence, what is decided is sealed, and
// neither can be changed or deleted by anyone until the retention has passed. Public networks reach it, also where the rest
// is private: companies upload to it with URLs of ten minutes that can create one blob and nothing else.
// Not zone-redundant: such accounts have no archive tier.
@minLength(3)
@maxLength(24)
param name string
param location string
param tags object

@description('Where it is logged who read, wrote and deleted.')
param workspaceId string

@description('Origin of the pages that upload.')
param uploadOrigin string

@description('Whether the policies are locked already; a locked policy takes no deployment.')
param locked bool

param retentionDays int
param quarantineDays int

@description('Whether the programme has ended, so that the evidence may cool.')
param ended bool

var kept = [
  'evidence'
  'sealed'
]

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: 'Standard_GRS'
  }
  properties: {
    accessTier: 'Hot'
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: 'Enabled'
    networkAcls: {
      defaultAction: 'Allow'
      bypass: 'AzureServices'
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-01-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: true
    deleteRetentionPolicy: {
      enabled: true
      days: 30
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: 90
    }
    cors: {
      corsRules: [
        {
          allowedOrigins: [
            uploadOrigin
          ]
          allowedMethods: [
            'PUT'
          ]
          allowedHeaders: [
            'content-type'
            'x-ms-blob-type'
            'x-ms-version'
          ]
          exposedHeaders: [
            'x-ms-error-code'
          ]
          maxAgeInSeconds: 3600
        }
      ]
    }
  }
}

resource quarantine 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' = {
  parent: blobs
  name: 'quarantine'
}

// Programme files of further years. Its blobs can be replaced: a date that was keyed wrongly has to be mended.
resource editions 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' = {
  parent: blobs
  name: 'editions'
}

resource keptContainers 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' = [
  for container in kept: {
    parent: blobs
    name: container
  }
]

resource policies 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2025-01-01' = [
  for (container, i) in kept: if (!locked) {
    parent: keptContainers[i]
    name: 'default'
    properties: {
      immutabilityPeriodSinceCreationInDays: retentionDays
      allowProtectedAppendWrites: false
    }
  }
]

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-01-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'quarantine-empties'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: {
              blobTypes: [
                'blockBlob'
              ]
              prefixMatch: [
                'quarantine/'
              ]
            }
            actions: {
              baseBlob: {
                delete: {
                  daysAfterModificationGreaterThan: quarantineDays
                }
              }
              version: {
                delete: {
                  daysAfterCreationGreaterThan: quarantineDays
                }
              }
            }
          }
        }
        {
          name: 'evidence-cools'
          type: 'Lifecycle'
          enabled: ended
          definition: {
            filters: {
              blobTypes: [
                'blockBlob'
              ]
              prefixMatch: [
                'evidence/'
                'sealed/'
              ]
            }
            actions: {
              baseBlob: {
                tierToCool: {
                  daysAfterModificationGreaterThan: 30
                }
                tierToArchive: {
                  daysAfterModificationGreaterThan: 365
                  daysAfterLastTierChangeGreaterThan: 30
                }
              }
            }
          }
        }
      ]
    }
  }
  dependsOn: [
    blobs
  ]
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = {
  name: 'evidence'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'The evidence of the programme.'
  }
}

resource filesAudit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
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
output endpoint string = account.properties.primaryEndpoints.blob
