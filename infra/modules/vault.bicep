// Keys and secrets. The key wraps the ring of DataProtection: it never leaves the vault. The key of SendGrid is put in by the
// operator (`az keyvault secret set`), so that it stands in no file and no deployment.
@minLength(3)
@maxLength(24)
param name string
param location string
param tags object

@description('Whether it is reached from public networks; otherwise through private endpoints only.')
param public bool
param workspaceId string

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    publicNetworkAccess: public ? 'enabled' : 'disabled'
    networkAcls: {
      defaultAction: public ? 'Allow' : 'Deny'
      bypass: 'AzureServices'
    }
  }
}

// A new version a year. Old versions stay, since they unwrap what they wrapped.
resource keyRing 'Microsoft.KeyVault/vaults/keys@2024-11-01' = {
  parent: vault
  name: 'keyring'
  properties: {
    kty: 'RSA'
    keySize: 3072
    keyOps: [
      'wrapKey'
      'unwrapKey'
    ]
    rotationPolicy: {
      lifetimeActions: [
        {
          action: {
            type: 'rotate'
          }
          trigger: {
            timeAfterCreate: 'P365D'
          }
        }
      ]
    }
  }
}

resource audit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'audit'
  scope: vault
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'AuditEvent'
        enabled: true
      }
    ]
  }
}

output id string = vault.id
output name string = vault.name
output keyRingKey string = keyRing.properties.keyUri
output sendGridKey string = '${vault.properties.vaultUri}secrets/sendgrid-key'
