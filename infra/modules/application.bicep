// The app on Flex Consumption. One instance of each group always runs: a cut-off must not wait for a cold start.
param name string
param location string
param tags object
param identityId string
param identityClientId string
param hostName string
param packageContainer string
param recordsEndpoint string
param evidenceEndpoint string
param keyRingBlob string
param keyRingKey string
param sendGridKey string
param insights string

@description('Where the worker sends OTLP as well; empty for nowhere.')
param otlpEndpoint string
param mailSender string
param mailSenderName string
param inboundDomain string
param inboundKey string
param mailActivity string
param mailPerMinute string
param mailTo string
param mailPerAddress string
param alarmMail string
param mailEventsKey string
param publicUrl string
param beaconRelays string

@description('Client id of the Entra application for staff; empty closes the pages of the staff.')
param staffClientId string
param instanceMemory int
param maximumInstances int
param alwaysReady int

@description('Where it is logged who asked for what.')
param workspaceId string

@description('Subnet that the app reaches its services from; empty for none.')
param subnetId string

// Event Grid delivers the verdicts of the malware scanner with a token of its own application, the same in every tenant. It
// has no role of the staff.
var eventGrid = '4962773b-9cdb-44cf-a8bf-237846a00ab7'

var staffSignIn = empty(staffClientId) ? 'closed' : 'entra'

var ownSettings = {
  TEDORI_RECORDS_ENDPOINT: recordsEndpoint
  TEDORI_EVIDENCE_ENDPOINT: evidenceEndpoint
  TEDORI_KEY_RING_BLOB: keyRingBlob
  TEDORI_KEY_VAULT_KEY: keyRingKey
  TEDORI_SENDGRID_KEY: '@Microsoft.KeyVault(SecretUri=${sendGridKey})'
  TEDORI_MAIL_EVENTS_KEY: mailEventsKey
  TEDORI_MAIL_SENDER: mailSender
  TEDORI_MAIL_SENDER_NAME: mailSenderName
  TEDORI_INBOUND_DOMAIN: inboundDomain
  TEDORI_INBOUND_KEY: inboundKey
  TEDORI_MAIL_ACTIVITY: mailActivity
  TEDORI_MAIL_PER_MINUTE: mailPerMinute
  TEDORI_MAIL_PER_ADDRESS: mailPerAddress
  TEDORI_ALARM_MAIL: alarmMail
  TEDORI_MAIL_TO: mailTo
  TEDORI_PUBLIC_URL: publicUrl
  TEDORI_BEACON_RELAYS: beaconRelays
  TEDORI_STAFF_SIGN_IN: staffSignIn
  // Where the office puts the programme file of a new year, read without a deployment.
  TEDORI_EDITIONS: 'container:editions'
  // The Japanese font of PDFs, which is deployed with the program; without the file no PDF is offered.
  TEDORI_PDF_FONT: 'Fonts/ipaexg.ttf'
  AZURE_CLIENT_ID: identityClientId
  APPLICATIONINSIGHTS_CONNECTION_STRING: insights
}

var hostSettings = {
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
  AzureWebJobsStorage__accountName: hostName
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  AzureWebJobsDisableHomepage: 'true'
}

var otlpSettings = {
  OTEL_EXPORTER_OTLP_ENDPOINT: otlpEndpoint
}

// Easy Auth proves itself to Entra ID with the identity instead of a client secret.
var staffSettings = {
  OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID: identityClientId
}

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: 'plan-${name}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    tier: 'FlexConsumption'
    name: 'FC1'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2024-11-01' = {
  name: name
  location: location
  kind: 'functionapp,linux'
  tags: union(tags, {
    'azd-service-name': 'functions'
  })
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageContainer
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemory
        maximumInstanceCount: maximumInstances
        alwaysReady: [
          {
            name: 'http'
            instanceCount: alwaysReady
          }
          {
            name: 'durable'
            instanceCount: alwaysReady
          }
        ]
      }
    }
  }
}

resource settings 'Microsoft.Web/sites/config@2024-11-01' = {
  parent: app
  name: 'appsettings'
  properties: union(
    ownSettings,
    hostSettings,
    empty(otlpEndpoint) ? {} : otlpSettings,
    empty(staffClientId) ? {} : staffSettings
  )
}

// No user name and password for deployments: azd signs in with Entra ID.
resource scmPublishing 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-11-01' = {
  parent: app
  name: 'scm'
  properties: {
    allow: false
  }
}

resource ftpPublishing 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-11-01' = {
  parent: app
  name: 'ftp'
  properties: {
    allow: false
  }
}

// Easy Auth knows two modes: everybody signs in but for a list of excluded paths, or everybody passes and those who signed in
// are named. The list would have to hold every public path and would open a path by a slip in a prefix, so: everybody passes,
// the platform removes the x-ms-client-principal headers that a client sends itself, and the app refuses /staff to whoever
// has none. A test of the app holds that; forgetting a route there is what this design must not allow.
resource staffSignInSettings 'Microsoft.Web/sites/config@2024-11-01' = if (!empty(staffClientId)) {
  parent: app
  name: 'authsettingsV2'
  properties: {
    platform: {
      enabled: true
    }
    globalValidation: {
      requireAuthentication: false
      unauthenticatedClientAction: 'AllowAnonymous'
    }
    httpSettings: {
      requireHttps: true
      forwardProxy: {
        convention: 'NoProxy'
      }
    }
    identityProviders: {
      azureActiveDirectory: {
        enabled: true
        registration: {
          clientId: staffClientId
          clientSecretSettingName: 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'
          openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
        }
        validation: {
          allowedAudiences: [
            staffClientId
          ]
          defaultAuthorizationPolicy: {
            allowedApplications: [
              staffClientId
              eventGrid
            ]
          }
        }
      }
    }
    login: {
      tokenStore: {
        enabled: false
      }
      cookieExpiration: {
        convention: 'FixedTime'
        timeToExpiration: '08:00:00'
      }
    }
  }
  dependsOn: [
    settings
  ]
}

resource audit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'audit'
  scope: app
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        categoryGroup: 'allLogs'
        enabled: true
      }
    ]
  }
}

output name string = app.name
