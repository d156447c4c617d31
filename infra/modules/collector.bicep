// The worker speaks OTLP. The collector takes it, turns running totals into increments (the alerts add them up), and hands
// it to Application Insights. It keeps nothing: while it is away metrics are lost, never work, and the alerts that watch for
// silence go off.
param name string
param location string
param tags object
param image string
param workspaceId string
param connectionString string

@secure()
param token string

var configuration = '''
extensions:
  bearertokenauth:
    token: ${env:COLLECTOR_TOKEN}
receivers:
  otlp:
    protocols:
      grpc:
        endpoint: 0.0.0.0:4317
        auth:
          authenticator: bearertokenauth
processors:
  cumulativetodelta:
  batch:
exporters:
  azuremonitor:
    connection_string: ${env:CONNECTION_STRING}
service:
  extensions: [bearertokenauth]
  pipelines:
    metrics:
      receivers: [otlp]
      processors: [cumulativetodelta, batch]
      exporters: [azuremonitor]
    traces:
      receivers: [otlp]
      processors: [batch]
      exporters: [azuremonitor]
    logs:
      receivers: [otlp]
      processors: [batch]
      exporters: [azuremonitor]
'''

resource hosting 'Microsoft.App/managedEnvironments@2025-01-01' = {
  name: 'cae-${name}'
  location: location
  tags: tags
  properties: {
    appLogsConfiguration: {
      destination: 'azure-monitor'
    }
  }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'workspace'
  scope: hosting
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'ContainerAppConsoleLogs'
        enabled: true
      }
    ]
  }
}

resource collector 'Microsoft.App/containerApps@2025-01-01' = {
  name: 'ca-${name}'
  location: location
  tags: tags
  properties: {
    environmentId: hosting.id
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        allowInsecure: false
        transport: 'http2'
        targetPort: 4317
      }
      secrets: [
        {
          name: 'token'
          value: token
        }
        {
          name: 'connection-string'
          value: connectionString
        }
      ]
    }
    template: {
      containers: [
        {
          name: 'collector'
          image: image
          args: [
            '--config=env:COLLECTOR_CONFIGURATION'
          ]
          env: [
            {
              name: 'COLLECTOR_CONFIGURATION'
              value: configuration
            }
            {
              name: 'COLLECTOR_TOKEN'
              secretRef: 'token'
            }
            {
              name: 'CONNECTION_STRING'
              secretRef: 'connection-string'
            }
          ]
          resources: {
            cpu: json('0.25')
            memory: '0.5Gi'
          }
        }
      ]
      scale: {
        minReplicas: 1
        maxReplicas: 1
      }
    }
  }
}

output endpoint string = 'https://${collector.properties.configuration.ingress.fqdn}'
