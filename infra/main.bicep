// The whole of Tedori on Azure. This file composes; what a part is and why stands in its module.
targetScope = 'subscription'

@description('Name of the environment; part of every name. azd calls it AZURE_ENV_NAME.')
@minLength(1)
@maxLength(24)
param environmentName string

@description('Region. Personal data of applicants stays in it and its pair.')
param location string = 'japaneast'

@description('Address and name that mails come from.')
param mailSender string
param mailSenderName string

@description('Domain of the addresses by which companies answer, whose MX record leads to SendGrid; empty for none.')
param inboundDomain string = ''

@description('Public key of SendGrid\'s Inbound Parse: base64 of its SubjectPublicKeyInfo; empty without the domain.')
param inboundKey string = ''

@description('on where the account of SendGrid has Email Activity and the key may read it; empty where not.')
param mailActivity string = ''

@description('Most mails a minute of each process; empty for all at once.')
param mailPerMinute string = ''

@description('One address to which all mails go instead of to whom they are meant for, for trials; empty for none.')
param mailTo string = ''

@description('Most mails a day of each process to one address; empty for the usual number.')
param mailPerAddress string = ''

@description('Address that mails about alarms go to; empty for that of the office in the programme file.')
param alarmMail string = ''

@description('Public key of the event webhook of SendGrid: base64 of its SubjectPublicKeyInfo.')
param mailEventsKey string

@description('Addresses, separated by commas, that alarms go to.')
param alarmAddresses string

@description('Client id of the Entra application for staff. Empty: nobody of the staff can sign in.')
param staffClientId string = ''

@description('Where the public reaches the app, if not under its own host name: an https URI without a slash at its end.')
param publicUrl string = ''

@description('Relays of the drand beacon, https URIs with commas between them, tried in turn: the first two of different operators, since two must agree.')
param beaconRelays string = 'https://api.drand.sh,https://drand.cloudflare.com,https://api2.drand.sh'

@description('Whether the evidence has been locked (infra/hooks/lock-evidence): a locked policy is no longer deployed.')
param evidenceLocked bool = false

@description('Days for which no evidence can be changed or deleted by anyone.')
@minValue(1)
@maxValue(146000)
param evidenceRetentionDays int = 1826

@description('Days after which an upload that was never filed is deleted.')
@minValue(1)
param quarantineDays int = 14

@description('Day after which the evidence may cool: the last claim of the edition and its review. ISO date.')
param programmeEnd string = '2027-09-30'

@description('Memory of an instance in MB.')
@allowed([
  512
  2048
  4096
])
param instanceMemory int = 2048

@description('Most instances the app grows to.')
@minValue(40)
@maxValue(1000)
param maximumInstances int = 100

@description('Instances that always run, for each of the groups http and durable.')
@minValue(1)
param alwaysReady int = 1

@description('Puts the storage of host and records and the vault behind private endpoints.')
param privateNetwork bool = false

@description('Most GB that are scanned for malware a month; above it uploads wait unscanned.')
param scannedGigabytes int = 500

@description('Budget of a month, in the currency of the subscription.')
param monthlyBudget int

@description('First day of the month that the budget begins with. It cannot be moved later.')
param budgetFrom string

@description('Where the worker sends OTLP as well, an http or https URI; empty for nowhere. The alerts do not need it.')
param otlpEndpoint string = ''

@description('The present, for what depends on it. Not to be set.')
param today string = utcNow('yyyy-MM-dd')

var token = take(toLower(uniqueString(subscription().id, environmentName, location)), 10)
var appName = 'tedori-${environmentName}-${token}'
var appUrl = empty(publicUrl) ? 'https://${appName}.azurewebsites.net' : publicUrl
var tags = {
  'azd-env-name': environmentName
}

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-tedori-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  scope: group
  params: {
    name: 'id-tedori-${token}'
    location: location
    tags: tags
  }
}

module telemetry 'modules/telemetry.bicep' = {
  name: 'telemetry'
  scope: group
  params: {
    name: 'tedori-${token}'
    location: location
    tags: tags
  }
}

module network 'modules/network.bicep' = if (privateNetwork) {
  name: 'network'
  scope: group
  params: {
    name: 'vnet-tedori-${token}'
    location: location
    tags: tags
  }
}

module hostStorage 'modules/host-storage.bicep' = {
  name: 'host-storage'
  scope: group
  params: {
    workspaceId: telemetry.outputs.workspaceId
    name: 'sthost${token}'
    location: location
    tags: tags
    public: !privateNetwork
  }
}

module records 'modules/records.bicep' = {
  name: 'records'
  scope: group
  params: {
    workspaceId: telemetry.outputs.workspaceId
    name: 'strecord${token}'
    location: location
    tags: tags
    public: !privateNetwork
  }
}

module evidence 'modules/evidence.bicep' = {
  name: 'evidence'
  scope: group
  params: {
    workspaceId: telemetry.outputs.workspaceId
    name: 'stevid${token}'
    location: location
    tags: tags
    uploadOrigin: appUrl
    locked: evidenceLocked
    retentionDays: evidenceRetentionDays
    quarantineDays: quarantineDays
    ended: dateTimeToEpoch('${programmeEnd}T00:00:00Z') < dateTimeToEpoch('${today}T00:00:00Z')
  }
}

module scanning 'modules/scanning.bicep' = {
  name: 'scanning'
  scope: group
  params: {
    name: 'evgt-scan-${token}'
    location: location
    tags: tags
    evidenceName: evidence.outputs.name
    gigabytesPerMonth: scannedGigabytes
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  scope: group
  params: {
    name: 'kv-tedori-${token}'
    location: location
    tags: tags
    public: !privateNetwork
    workspaceId: telemetry.outputs.workspaceId
  }
}

module access 'modules/access.bicep' = {
  name: 'access'
  scope: group
  params: {
    principalId: identity.outputs.principalId
    hostName: hostStorage.outputs.name
    recordsName: records.outputs.name
    evidenceName: evidence.outputs.name
    vaultName: vault.outputs.name
    insightsName: telemetry.outputs.insightsName
  }
}

module application 'modules/application.bicep' = {
  name: 'application'
  scope: group
  params: {
    workspaceId: telemetry.outputs.workspaceId
    name: appName
    location: location
    tags: tags
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    hostName: hostStorage.outputs.name
    packageContainer: hostStorage.outputs.packageContainer
    recordsEndpoint: records.outputs.endpoint
    evidenceEndpoint: evidence.outputs.endpoint
    keyRingBlob: records.outputs.keyRingBlob
    keyRingKey: vault.outputs.keyRingKey
    sendGridKey: vault.outputs.sendGridKey
    otlpEndpoint: otlpEndpoint
    insights: telemetry.outputs.connectionString
    mailSender: mailSender
    mailSenderName: mailSenderName
    inboundDomain: inboundDomain
    inboundKey: inboundKey
    mailActivity: mailActivity
    mailPerMinute: mailPerMinute
    mailTo: mailTo
    mailPerAddress: mailPerAddress
    alarmMail: alarmMail
    mailEventsKey: mailEventsKey
    publicUrl: appUrl
    beaconRelays: beaconRelays
    staffClientId: staffClientId
    instanceMemory: instanceMemory
    maximumInstances: maximumInstances
    alwaysReady: alwaysReady
    subnetId: network.?outputs.?appSubnetId ?? ''
  }
  dependsOn: [
    access
  ]
}

module endpoints 'modules/private-endpoints.bicep' = if (privateNetwork) {
  name: 'private-endpoints'
  scope: group
  params: {
    location: location
    tags: tags
    networkId: network.?outputs.?id ?? ''
    subnetId: network.?outputs.?endpointSubnetId ?? ''
    hostId: hostStorage.outputs.id
    recordsId: records.outputs.id
    evidenceId: evidence.outputs.id
    vaultId: vault.outputs.id
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  scope: group
  params: {
    location: location
    tags: tags
    insightsId: telemetry.outputs.insightsId
    addresses: split(alarmAddresses, ',')
  }
}

module budget 'modules/budget.bicep' = {
  name: 'budget'
  scope: group
  params: {
    amount: monthlyBudget
    startsOn: budgetFrom
    actionGroupId: alerts.outputs.actionGroupId
    addresses: split(alarmAddresses, ',')
  }
}

output AZURE_RESOURCE_GROUP string = group.name
output SERVICE_FUNCTIONS_NAME string = application.outputs.name
output TEDORI_URL string = appUrl
output TEDORI_VAULT string = vault.outputs.name
output TEDORI_EVIDENCE_ACCOUNT string = evidence.outputs.name
output TEDORI_SCAN_TOPIC string = scanning.outputs.topicName
