// Every role of the app's identity, each as narrow as its service allows, with what it is for.
param principalId string
param hostName string
param recordsName string
param evidenceName string
param vaultName string
param insightsName string

@description('Whether the task hub is in the host storage; the scheduler needs no queues and tables there.')
param taskHubInStorage bool

var roles = {
  storageBlobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  storageBlobDataContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  storageBlobDataReader: '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1'
  storageBlobDelegator: 'db58b8e5-c6ad-4a2a-8342-4190687cbf4a'
  storageQueueDataContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  storageTableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  keyVaultCryptoServiceEncryptionUser: 'e147488a-f6f5-4113-8e2d-b22465e65bf6'
  keyVaultSecretsUser: '4633458b-17de-408a-b874-0445c86b69e6'
  monitoringMetricsPublisher: '3913510d-42f4-4e42-8a64-420c390055eb'
}

var evidenceContainers = [
  'quarantine'
  'evidence'
  'sealed'
]

resource host 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: hostName
}

resource records 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: recordsName
}

resource recordBlobs 'Microsoft.Storage/storageAccounts/blobServices@2025-01-01' existing = {
  parent: records
  name: 'default'
}

resource keyRingBlobs 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' existing = {
  parent: recordBlobs
  name: 'keyring'
}

resource evidence 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: evidenceName
}

resource evidenceBlobs 'Microsoft.Storage/storageAccounts/blobServices@2025-01-01' existing = {
  parent: evidence
  name: 'default'
}

resource containers 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' existing = [
  for container in evidenceContainers: {
    parent: evidenceBlobs
    name: container
  }
]

resource editions 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' existing = {
  parent: evidenceBlobs
  name: 'editions'
}

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' existing = {
  name: vaultName
}

resource keyRingKey 'Microsoft.KeyVault/vaults/keys@2024-11-01' existing = {
  parent: vault
  name: 'keyring'
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

// The host's leases and timers, the package, and large messages of the task hub. The host asks for Owner.
resource hostBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(host.id, principalId, roles.storageBlobDataOwner)
  scope: host
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageBlobDataOwner)
  }
}

// Messages between orchestrations and activities.
resource hostQueues 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (taskHubInStorage) {
  name: guid(host.id, principalId, roles.storageQueueDataContributor)
  scope: host
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageQueueDataContributor)
  }
}

// Histories and instances of orchestrations.
resource hostTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (taskHubInStorage) {
  name: guid(host.id, principalId, roles.storageTableDataContributor)
  scope: host
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageTableDataContributor)
  }
}

// Programme files, which the office writes and the app only reads.
resource editionsReader 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(editions.id, principalId, roles.storageBlobDataReader)
  scope: editions
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageBlobDataReader)
  }
}

// The records.
resource recordTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(records.id, principalId, roles.storageTableDataContributor)
  scope: records
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageTableDataContributor)
  }
}

// The key ring: its container alone, not the account.
resource keyRing 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(keyRingBlobs.id, principalId, roles.storageBlobDataContributor)
  scope: keyRingBlobs
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageBlobDataContributor)
  }
}

// Read, write and copy files. Deleting is in the role too; the policies of evidence and sealed forbid it to everybody.
resource files 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (container, i) in evidenceContainers: {
    name: guid(evidence.id, container, principalId, roles.storageBlobDataContributor)
    scope: containers[i]
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageBlobDataContributor)
    }
  }
]

// The key that signs upload URLs is the account's to give. The role gives nothing else.
resource uploads 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(evidence.id, principalId, roles.storageBlobDelegator)
  scope: evidence
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageBlobDelegator)
  }
}

// Wrap and unwrap with the one key of the ring.
resource wrapping 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(keyRingKey.id, principalId, roles.keyVaultCryptoServiceEncryptionUser)
  scope: keyRingKey
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.keyVaultCryptoServiceEncryptionUser)
  }
}

// App settings that refer to secrets. The vault holds no others, and the operator makes one of them after the deployment.
resource secrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, principalId, roles.keyVaultSecretsUser)
  scope: vault
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.keyVaultSecretsUser)
  }
}

// The telemetry of host and worker.
resource telemetry 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, principalId, roles.monitoringMetricsPublisher)
  scope: insights
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.monitoringMetricsPublisher)
  }
}
