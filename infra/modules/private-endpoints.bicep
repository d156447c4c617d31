// One private endpoint a service that the app reaches, each with its zone. Evidence has one too, for the app; browsers
// go on uploading over its public endpoint.
param location string
param tags object
param networkId string
param subnetId string
param hostId string
param recordsId string
param evidenceId string
param vaultId string

var storage = environment().suffixes.storage

var zoneNames = {
  blob: 'privatelink.blob.${storage}'
  queue: 'privatelink.queue.${storage}'
  table: 'privatelink.table.${storage}'
  vault: 'privatelink.vaultcore.azure.net'
}

var targets = [
  {
    name: 'host-blob'
    group: 'blob'
    id: hostId
  }
  {
    name: 'host-queue'
    group: 'queue'
    id: hostId
  }
  {
    name: 'host-table'
    group: 'table'
    id: hostId
  }
  {
    name: 'records-table'
    group: 'table'
    id: recordsId
  }
  {
    name: 'records-blob'
    group: 'blob'
    id: recordsId
  }
  {
    name: 'evidence-blob'
    group: 'blob'
    id: evidenceId
  }
  {
    name: 'vault'
    group: 'vault'
    id: vaultId
  }
]

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for zone in items(zoneNames): {
    name: zone.value
    location: 'global'
    tags: tags
  }
]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (zone, i) in items(zoneNames): {
    parent: zones[i]
    name: 'network'
    location: 'global'
    tags: tags
    properties: {
      registrationEnabled: false
      virtualNetwork: {
        id: networkId
      }
    }
  }
]

resource endpoints 'Microsoft.Network/privateEndpoints@2024-07-01' = [
  for target in targets: {
    name: 'pe-${target.name}'
    location: location
    tags: tags
    properties: {
      subnet: {
        id: subnetId
      }
      privateLinkServiceConnections: [
        {
          name: target.name
          properties: {
            privateLinkServiceId: target.id
            groupIds: [
              target.group
            ]
          }
        }
      ]
    }
  }
]

resource registrations 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-07-01' = [
  for (target, i) in targets: {
    parent: endpoints[i]
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        {
          name: target.group
          properties: {
            privateDnsZoneId: resourceId('Microsoft.Network/privateDnsZones', zoneNames[target.group])
          }
        }
      ]
    }
    dependsOn: [
      zones
    ]
  }
]
